import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openScratch } from '@vitrina/platform/child-process';
import type { EncodeJob, VideoTools } from '../../../subgraphs/video/src/clients/ffmpeg/contract.ts';
import { encodeArguments } from '../../../subgraphs/video/src/clients/ffmpeg/encode-arguments.ts';
import { createVideoTools } from '../../../subgraphs/video/src/clients/ffmpeg/index.ts';
import { findPrograms } from '../../../subgraphs/video/src/clients/ffmpeg/programs.ts';
import { runFfmpeg } from '../../../subgraphs/video/src/clients/ffmpeg/run-ffmpeg.ts';
import { keyframeDrift } from '../../../subgraphs/video/src/domain/keyframe-drift.ts';
import { fragmentIn, readFragment } from '../../../subgraphs/video/src/domain/mp4/fragment.ts';
import type { RenditionFiles } from '../../../subgraphs/video/src/domain/renditions.ts';
import { type Bench, BenchFailed, type RunOptions, type Verdict } from '../bench.ts';
import { show, showSpread, spreadOf } from '../measure/numbers.ts';
import { childrenProcessorMs } from '../measure/processor-time.ts';
import { writeFootage } from './footage.ts';

const playableWithinSeconds = 25;
const ladderWithinSeconds = 120;
const overheadAtMost = 0.1;
const presets = { first: 'superfast', rest: 'veryfast' };

interface Round {
  readonly playableSeconds: number;
  readonly ladderSeconds: number;
  readonly renditions: readonly RenditionFiles[];
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000;

const must = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new BenchFailed('The footage was refused');
  return result.value;
};

const jobFor = async (tools: VideoTools, source: string, outDir: string): Promise<EncodeJob> => {
  await mkdir(outDir, { recursive: true });
  const facts = must(await tools.probe(source));
  // As LANDING, since a SHORT of exactly a minute is refused; the ladder is the same.
  return { source, facts, plan: must(tools.plan(facts, 'LANDING')), outDir };
};

/** From the file to playlists over everything, as the worker does it; pictures are made beside and are not in the floor. */
const ours = async (tools: VideoTools, source: string, outDir: string): Promise<Round> => {
  const startedAt = performance.now();
  const job = await jobFor(tools, source, outDir);
  const first = must(await tools.encodeFirst(job));
  await tools.writePlaylists(first, outDir, { master: 'early.m3u8', manifest: null });
  const playableSeconds = secondsSince(startedAt);
  const renditions = [...first, ...must(await tools.encodeRest(job))];
  await tools.writePlaylists(renditions, outDir);
  return { playableSeconds, ladderSeconds: secondsSince(startedAt), renditions };
};

/** One ffmpeg that makes the same rungs and the sound in one decode, with the same settings, and nothing else. */
const floor = async (ffmpeg: string, job: EncodeJob, folder: string): Promise<number> => {
  await mkdir(folder, { recursive: true });
  const { first, rest } = job.plan;
  const rungs = [first, ...rest].sort((left, right) => right.height - left.height);
  const presetOf = (rung: { name: string }) => (rung.name === first.name ? presets.first : presets.rest);
  const startedAt = performance.now();
  const run = await runFfmpeg(ffmpeg, encodeArguments({ ...job, rungs, withSound: true, presetOf, folder }), {
    timeMs: 900_000,
    memoryBytes: 4 * 1024 ** 3,
  });
  if (run.end.kind !== 'exited' || run.end.code !== 0) throw new BenchFailed(`ffmpeg failed: ${run.stderrTail}`);
  return secondsSince(startedAt);
};

const driftOf = async (outDir: string, renditions: readonly RenditionFiles[]): Promise<number> => {
  const pictures = renditions.filter(({ kind }) => kind === 'video');
  const times = await Promise.all(
    pictures.map(async ({ name, timescale, segments }) => ({
      name,
      timescale,
      startTicks: await Promise.all(
        segments.map(async ({ file }) => readFragment(fragmentIn(await readFile(join(outDir, file)))).startTicks),
      ),
    })),
  );
  const { milliseconds, problems } = keyframeDrift(times);
  if (problems.length > 0) throw new BenchFailed(problems.join('; '));
  return milliseconds;
};

const verdictsOf = (rounds: readonly Round[], ratios: readonly number[], drift: number): readonly Verdict[] => {
  const playable = spreadOf(rounds.map(({ playableSeconds }) => playableSeconds)).median;
  const ladder = spreadOf(rounds.map(({ ladderSeconds }) => ladderSeconds)).median;
  const overhead = spreadOf(ratios).median - 1;
  const percent = (share: number) => `${show(share * 100)} %`;
  return [
    {
      what: `playable after ${show(playable)} s of at most ${playableWithinSeconds} s`,
      reached: playable <= playableWithinSeconds,
    },
    {
      what: `ladder after ${show(ladder)} s of at most ${ladderWithinSeconds} s`,
      reached: ladder <= ladderWithinSeconds,
    },
    {
      what: `overhead ${percent(overhead)} of at most ${percent(overheadAtMost)}`,
      reached: overhead <= overheadAtMost,
    },
    { what: `keyframe drift ${drift} ms of 0 ms`, reached: drift === 0 },
  ];
};

const measure = async (folder: string, { quick, tell, print }: RunOptions): Promise<readonly Verdict[]> => {
  const programs = await findPrograms({
    ffmpeg: process.env['VITRINA_FFMPEG'],
    ffprobe: process.env['VITRINA_FFPROBE'],
  });
  const tools = await createVideoTools(undefined, join(folder, 'scratch'));
  const seconds = quick ? 6 : 60;
  const source = join(folder, 'source.mp4');
  const what = await writeFootage(programs.ffmpeg, source, seconds);
  print(`  ${seconds} s of 1080p30, ${what}; ${tools.version}; ${presets.first} first, ${presets.rest} for the rest`);
  const job = await jobFor(tools, source, join(folder, 'floor-job'));
  const rounds: Round[] = [];
  const ratios: number[] = [];
  const processorRatios: number[] = [];
  const floors: number[] = [];
  let drift = 0;
  for (let index = 0; index < (quick ? 1 : 3); index += 1) {
    const outDir = join(folder, `ours-${index}`);
    const processor = { ours: 0, floor: 0 };
    const work = {
      ours: async () => void rounds.push(await ours(tools, source, outDir)),
      floor: async () => void floors.push(await floor(programs.ffmpeg, job, join(folder, `floor-${index}`))),
    };
    // The second of a pair finds a warmer cache: each side goes first in turn.
    for (const side of index % 2 === 0 ? (['ours', 'floor'] as const) : (['floor', 'ours'] as const)) {
      const before = await childrenProcessorMs();
      await work[side]();
      processor[side] = (await childrenProcessorMs()) - before;
    }
    const [round, plain] = [rounds[index], floors[index]];
    if (!round || plain === undefined) throw new BenchFailed('A round is missing');
    ratios.push(round.ladderSeconds / plain);
    processorRatios.push(processor.ours / processor.floor);
    drift = Math.max(drift, await driftOf(outDir, round.renditions));
    tell(`round ${index + 1}: ours ${show(round.ladderSeconds)} s, plain ffmpeg ${show(plain)} s`);
  }
  print(`  playable                    ${showSpread(spreadOf(rounds.map((round) => round.playableSeconds)))} s`);
  print(`  whole ladder                ${showSpread(spreadOf(rounds.map((round) => round.ladderSeconds)))} s`);
  print(
    `  one plain ffmpeg (floor)    ${showSpread(spreadOf(floors))} s, ${show(seconds / spreadOf(floors).median)}× realtime`,
  );
  print(`  ratio to the floor          ${showSpread(spreadOf(ratios))}`);
  print(
    `  the same in processor time  ${showSpread(spreadOf(processorRatios))} (what other programs take does not show here)`,
  );
  return verdictsOf(rounds, ratios, drift);
};

/** How fast a video can be played and is complete, against the encoder alone. */
export const video: Bench = {
  name: 'video',
  proves: 'A minute of 1080p is playable and complete in time, and the engine costs little over the encoder alone.',
  run: async (options) => (await openScratch('bench-video')).use((folder) => measure(folder, options)),
};
