import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScratchSpace } from '@vitrina/platform/child-process';
import { ok, type Result, refuse } from '@vitrina/platform/result';
import type { Rung } from '../../domain/ladder.ts';
import { framesPerSecond } from '../../domain/media-facts.ts';
import { MalformedMedia } from '../../domain/mp4/boxes.ts';
import type { RenditionFiles } from '../../domain/renditions.ts';
import { corrupt, type VideoRefusal } from '../../domain/video-refusals.ts';
import type { EncodeJob } from './contract.ts';
import { encodeArguments } from './encode-arguments.ts';
import { packageTrack, type TrackPlan } from './package-track.ts';
import type { Programs } from './programs.ts';
import { failedRun, runFfmpeg } from './run-ffmpeg.ts';

/** What encoding may use on this machine. */
export interface EncodeSettings {
  /** Seconds allowed per second of video, on top of a minute. */
  readonly timePerSecond: number;
  readonly memoryBytes: number;
  /** x264 presets of the rendition that is wanted quickly, and of the others. */
  readonly firstPreset: string;
  readonly restPreset: string;
}

/** Share of the announced length that has to come out: less means that the file is cut off or broken on the way. */
const leastShare = 0.9;

const lengthOf = ({ segments, timescale }: RenditionFiles): number => {
  const last = segments[segments.length - 1];
  return last ? (last.startTicks + last.durationTicks) / timescale : 0;
};

/** A second or a tenth may be missing at the end: containers round, and the last frame's length is a guess. */
const isWhole = (picture: RenditionFiles, seconds: number): boolean =>
  lengthOf(picture) >= Math.min(seconds * leastShare, Math.max(seconds - 1, seconds / 2));

interface Pass {
  readonly rungs: readonly Rung[];
  readonly withSound: boolean;
  readonly preset: string;
}

/**
 * One decode, then cutting and measuring. The exit code is not what decides: a build that crashes after writing everything
 * has done its work, and one that exits with 0 over half a file has not. What decides is whether each track is whole.
 */
const encode = (
  { ffmpeg }: Programs,
  scratch: ScratchSpace,
  settings: EncodeSettings,
  job: EncodeJob,
  { rungs, withSound, preset }: Pass,
): Promise<Result<readonly RenditionFiles[], VideoRefusal>> =>
  scratch.use(async (folder) => {
    const { source, facts, plan, outDir, signal, onProgress } = job;
    const run = await runFfmpeg(
      ffmpeg,
      encodeArguments({ source, facts, plan, rungs, withSound, presetOf: () => preset, folder }),
      { timeMs: 60_000 + facts.durationSeconds * settings.timePerSecond * 1000, memoryBytes: settings.memoryBytes },
      {
        ...(signal ? { signal } : {}),
        onProgress: ({ seconds }) => onProgress?.(Math.min(1, seconds / facts.durationSeconds)),
      },
    );
    // Stopped by a limit of ours, or by the machine: says nothing about the file.
    if (run.end.kind !== 'exited' && run.end.kind !== 'signalled') throw failedRun('Encoding', run);
    const frameRate = framesPerSecond(plan.frameRate);
    const tracks: TrackPlan[] = rungs.map(({ name }) => ({ name, kind: 'video', frameRate }));
    if (withSound) tracks.push({ name: 'audio', kind: 'audio', frameRate: null });
    const made: RenditionFiles[] = [];
    for (const track of tracks) {
      const file = join(folder, `${track.name}.mp4`);
      try {
        made.push(await packageTrack(file, outDir, track));
      } catch (error) {
        const nothingThere = error instanceof MalformedMedia || (error as NodeJS.ErrnoException).code === 'ENOENT';
        if (!nothingThere) throw error;
        // A crash is ours to repeat; an orderly end without a picture is the file's.
        if (run.end.kind === 'signalled' || run.progress.frames > 0) throw failedRun('Encoding', run);
        return refuse(corrupt());
      }
      await rm(file);
    }
    const [picture] = made;
    if (picture && !isWhole(picture, facts.durationSeconds)) {
      if (run.end.kind === 'signalled') throw failedRun('Encoding', run);
      return refuse(corrupt());
    }
    onProgress?.(1);
    return ok(made);
  });

/** The rendition that makes a video playable, with the sound that all share. */
export const encodeFirst = (programs: Programs, scratch: ScratchSpace, settings: EncodeSettings, job: EncodeJob) =>
  encode(programs, scratch, settings, job, {
    rungs: [job.plan.first],
    withSound: job.plan.audio !== null,
    preset: settings.firstPreset,
  });

/** All the others, in one decode. */
export const encodeRest = async (
  programs: Programs,
  scratch: ScratchSpace,
  settings: EncodeSettings,
  job: EncodeJob,
): Promise<Result<readonly RenditionFiles[], VideoRefusal>> =>
  job.plan.rest.length === 0
    ? ok([])
    : encode(programs, scratch, settings, job, { rungs: job.plan.rest, withSound: false, preset: settings.restPreset });
