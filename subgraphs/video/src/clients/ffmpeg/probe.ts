import { stat } from 'node:fs/promises';
import { type ProgramRun, runProgram } from '@vitrina/platform/child-process';
import { ok, type Result, refuse } from '@vitrina/platform/result';
import type { MediaFacts } from '../../domain/media-facts.ts';
import { corrupt, unsupportedCodec, type VideoRefusal } from '../../domain/video-refusals.ts';
import { probeOutput } from './probe-output.ts';
import { type FactsSoFar, readProbe } from './probe-reading.ts';
import type { Programs } from './programs.ts';
import { failedRun, openArguments, runFfmpeg } from './run-ffmpeg.ts';

/** Reading what a file holds is quick; one that takes longer is made to. */
const limits = { timeMs: 30_000, memoryBytes: 1024 ** 3 };
/** Copying packets of the longest file there may be. */
const measureLimits = { timeMs: 300_000, memoryBytes: 1024 ** 3 };
const framesToTry = 3;
const soundSecondsToTry = 1;

/** What a program does not end by itself says nothing about the file: the machine was short of memory, or is going down. */
const heardOut = <Run extends ProgramRun>(what: string, run: Run): Run => {
  if (run.end.kind === 'signalled') throw failedRun(what, run);
  return run;
};

const readStreams = async ({ ffprobe, canToneMap }: Programs, path: string, signal?: AbortSignal) => {
  const { size } = await stat(path);
  if (size === 0) return refuse(corrupt());
  const show = ['-v', 'error', '-of', 'json', '-show_format', '-show_streams', ...openArguments(path)];
  const run = heardOut('Reading a file', await runProgram(ffprobe, show, { limits, ...(signal ? { signal } : {}) }));
  if (run.end.kind !== 'exited' || run.end.code !== 0) return refuse(corrupt());
  return readProbe(probeOutput.parse(JSON.parse(run.stdout.toString())), size, canToneMap);
};

/** Recordings of browsers say nothing of their length: the time stamp of the last packet does. */
const measureLength = async (
  { ffmpeg }: Programs,
  path: string,
  stream: number,
  signal?: AbortSignal,
): Promise<number> => {
  const copied = [...openArguments(path), '-map', `0:${stream}`, '-c', 'copy', '-f', 'null', '-'];
  const run = await runFfmpeg(ffmpeg, copied, measureLimits, signal ? { signal } : {});
  return heardOut('Measuring a file', run).progress.seconds;
};

const hasNoDecoder = (log: string): boolean =>
  /decoder.*not found|no decoder|unknown decoder|decoder \(codec .*\) not/i.test(log);

/** A header may promise what the data does not hold: decodes the first frames, and a second of the sound. */
const tryDecoding = async (
  { ffmpeg }: Programs,
  path: string,
  facts: FactsSoFar,
  signal?: AbortSignal,
): Promise<VideoRefusal | undefined> => {
  const listen = signal ? { signal } : {};
  const nowhere = ['-f', 'null', '-'];
  const picture = await runFfmpeg(
    ffmpeg,
    [...openArguments(path), '-map', `0:${facts.videoStream}`, '-frames:v', String(framesToTry), ...nowhere],
    limits,
    listen,
  );
  if (hasNoDecoder(picture.stderrTail)) return unsupportedCodec(facts.videoCodec);
  // Some builds crash when all is done: what was decoded counts.
  if (picture.progress.frames === 0) heardOut('Decoding the first frames', picture);
  if (picture.progress.frames === 0) return corrupt();
  if (facts.audioStream === null) return undefined;
  const sound = await runFfmpeg(
    ffmpeg,
    [...openArguments(path), '-map', `0:${facts.audioStream}`, '-t', String(soundSecondsToTry), ...nowhere],
    limits,
    listen,
  );
  if (sound.end.kind === 'exited' && sound.end.code === 0) return undefined;
  heardOut('Decoding the sound', sound);
  return hasNoDecoder(sound.stderrTail) ? unsupportedCodec(facts.audioCodec ?? 'something unknown') : corrupt();
};

/** Reads what a file holds and decodes a little of it; see the contract. */
export const probe = async (
  programs: Programs,
  path: string,
  signal?: AbortSignal,
): Promise<Result<MediaFacts, VideoRefusal>> => {
  const read = await readStreams(programs, path, signal);
  if (!read.ok) return read;
  const refusal = await tryDecoding(programs, path, read.value, signal);
  if (refusal) return refuse(refusal);
  const durationSeconds =
    read.value.durationSeconds ?? (await measureLength(programs, path, read.value.videoStream, signal));
  return durationSeconds > 0 ? ok({ ...read.value, durationSeconds }) : refuse(corrupt());
};
