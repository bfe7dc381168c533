import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '@vitrina/platform/child-process';
import { expect } from 'vitest';
import { z } from 'zod';
import { createVideoTools, type VideoTools, videoToolsConfig } from '../../src/clients/ffmpeg/index.ts';
import { findPrograms, type Programs } from '../../src/clients/ffmpeg/programs.ts';
import { keyframeDrift } from '../../src/domain/keyframe-drift.ts';
import type { LadderPlan } from '../../src/domain/ladder.ts';
import type { MediaFacts, VideoFormat } from '../../src/domain/media-facts.ts';
import { fragmentIn, readFragment } from '../../src/domain/mp4/fragment.ts';
import { checkMasterPlaylist } from '../../src/domain/playlist/check-master.ts';
import { checkMediaPlaylist } from '../../src/domain/playlist/check-media.ts';
import type { RenditionFiles } from '../../src/domain/renditions.ts';
import { expectTimesToAgree } from './timing.ts';

const limits = { timeMs: 60_000 };

/** Everything a test of the engine works with, in a folder that `close` removes. */
export interface Engine {
  readonly tools: VideoTools;
  readonly programs: Programs;
  /** For files of the test, and where the tools have their scratch folders. */
  readonly folder: string;
  readonly scratchRoot: string;
  /** Runs ffmpeg for the test itself; gives its stderr. */
  readonly ffmpeg: (...args: string[]) => Promise<string>;
  /** Makes a clip with ffmpeg, by its arguments without the output. */
  readonly clip: (name: string, ...args: string[]) => Promise<string>;
  readonly outDir: () => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens an engine; `changes` are of its environment. */
export const openEngine = async (changes: Readonly<Record<string, string>> = {}): Promise<Engine> => {
  const folder = await mkdtemp(join(tmpdir(), 'video-engine-'));
  const scratchRoot = join(folder, 'scratch');
  const programs = await findPrograms({});
  const ffmpeg = async (...args: string[]): Promise<string> => {
    const run = await runProgram(programs.ffmpeg, ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], {
      limits,
    });
    if (run.end.kind !== 'exited' || run.end.code !== 0) throw new Error(`ffmpeg ${args.join(' ')}: ${run.stderrTail}`);
    return run.stderrTail;
  };
  return {
    tools: await createVideoTools(z.object(videoToolsConfig).parse({ ...process.env, ...changes }), scratchRoot),
    programs,
    folder,
    scratchRoot,
    ffmpeg,
    clip: async (name, ...args) => {
      const path = join(folder, name);
      await ffmpeg(...args, path);
      return path;
    },
    outDir: () => mkdtemp(join(folder, 'out-')),
    close: () => rm(folder, { recursive: true, force: true }),
  };
};

/** A video that went all the way. */
export interface Made {
  readonly facts: MediaFacts;
  readonly plan: LadderPlan;
  readonly outDir: string;
  readonly renditions: readonly RenditionFiles[];
}

/** Probe, plan, both encoding steps and playlists; a refusal anywhere comes back as its code. */
export const makeVideo = async (
  { tools, outDir: freshDir }: Engine,
  source: string,
  format: VideoFormat = 'SHORT',
): Promise<Made | string> => {
  const facts = await tools.probe(source);
  if (!facts.ok) return facts.refusals[0].code;
  const plan = tools.plan(facts.value, format);
  if (!plan.ok) return plan.refusals[0].code;
  const outDir = await freshDir();
  const job = { source, facts: facts.value, plan: plan.value, outDir };
  const first = await tools.encodeFirst(job);
  if (!first.ok) return first.refusals[0].code;
  const rest = await tools.encodeRest(job);
  if (!rest.ok) return rest.refusals[0].code;
  const renditions = [...first.value, ...rest.value];
  await tools.writePlaylists(renditions, outDir);
  return { facts: facts.value, plan: plan.value, outDir, renditions };
};

/** The same where it has to go all the way. */
export const mustMake = async (engine: Engine, source: string, format?: VideoFormat): Promise<Made> => {
  const made = await makeVideo(engine, source, format);
  if (typeof made === 'string') throw new Error(`${source} was refused: ${made}`);
  return made;
};

/** Puts a rendition's segments behind its initialisation segment, as a player does. */
export const joinRendition = async (outDir: string, { name, initFile, segments }: RenditionFiles): Promise<string> => {
  const parts = await Promise.all(
    [initFile, ...segments.map(({ file }) => file)].map((file) => readFile(join(outDir, file))),
  );
  const path = join(outDir, `${name}.joined.mp4`);
  await writeFile(path, Buffer.concat(parts));
  return path;
};

const timesOf = async (outDir: string, { name, timescale, segments }: RenditionFiles) => {
  const fragments = await Promise.all(
    segments.map(async ({ file }) => readFragment(fragmentIn(await readFile(join(outDir, file))))),
  );
  return { name, timescale, fragments, startTicks: fragments.map(({ startTicks }) => startTicks) };
};

/**
 * Holds what was made against everything that has to be true of it, read back from the files: playlists keep RFC 8216 and
 * name files that are there, fragments follow each other without a gap, start with keyframes and at the same times in
 * every rung, and every track decodes without a complaint.
 */
export const expectPlayable = async ({ ffmpeg }: Engine, { outDir, renditions, facts }: Made): Promise<void> => {
  expect(checkMasterPlaylist(await readFile(join(outDir, 'master.m3u8'), 'utf8'))).toEqual([]);
  const pictures = [];
  for (const rendition of renditions) {
    const { problems, seconds } = checkMediaPlaylist(await readFile(join(outDir, rendition.playlistFile), 'utf8'));
    expect(problems).toEqual([]);
    expect(Math.abs(seconds - facts.durationSeconds)).toBeLessThan(0.15);
    for (const file of rendition.files) expect((await stat(join(outDir, file))).size).toBeGreaterThan(0);
    const times = await timesOf(outDir, rendition);
    let next = 0;
    for (const { decodeTicks, durationTicks, startsWithKeyframe } of times.fragments) {
      expect(decodeTicks).toBe(next);
      expect(startsWithKeyframe).toBe(true);
      next += durationTicks;
    }
    if (rendition.kind === 'video') pictures.push(times);
    expect(await ffmpeg('-i', await joinRendition(outDir, rendition), '-f', 'null', '-')).toBe('');
  }
  await expectTimesToAgree(outDir, renditions);
  expect(keyframeDrift(pictures)).toEqual({ milliseconds: 0, problems: [] });
};

/** Path of a clip in the repository. */
export const clipAt = (name: string): string => join(import.meta.dirname, '..', 'clips', name);
