import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScratchSpace } from '@vitrina/platform/child-process';
import sharp from 'sharp';
import { chooseStills, type Frame } from '../../domain/choose-stills.ts';
import { planSprite, type SpriteGrid, storyboardVtt, tilePosition } from '../../domain/vtt.ts';
import type { MediaJob, Pictures, Still } from './contract.ts';
import { stillSize, takeFrames, takeStill } from './frames.ts';
import type { Programs } from './programs.ts';

const stillsWanted = 5;
/** Candidates are this share of the video apart, so that five of them show five different moments. */
const apartShare = 0.1;
const previewSeconds = 2.5;
const previewIntervalSeconds = 0.125;
const previewSide = 320;
const spriteFile = 'storyboard.jpg';
const vttFile = 'storyboard.vtt';
const previewFile = 'preview.webp';
/** Shares of the whole job by step, from what they take of a one-minute video. */
const shares = { frames: 0.7, stills: 0.9 };

interface SeenFrame extends Frame {
  readonly path: string;
}

const look = async (path: string, atSeconds: number): Promise<SeenFrame> => {
  const { sharpness, channels } = await sharp(path).greyscale().stats();
  return { path, atSeconds, sharpness, brightness: channels[0]?.mean ?? 0 };
};

/** One decode serves both: small frames for the storyboard, which are judged for the stills as well. */
const writeStoryboard = async (job: MediaJob, grid: SpriteGrid, frames: readonly SeenFrame[]): Promise<void> => {
  const last = frames[frames.length - 1];
  const tiles = Array.from({ length: grid.count }, (_, index) => frames[index] ?? last);
  const composites = await Promise.all(
    tiles.map(async (frame, index) => ({
      input: await sharp(frame?.path).resize(grid.tileWidth, grid.tileHeight, { fit: 'fill' }).toBuffer(),
      ...tilePosition(grid, index),
    })),
  );
  await sharp({
    create: {
      width: grid.tileWidth * Math.min(grid.columns, grid.count),
      height: grid.tileHeight * Math.ceil(grid.count / grid.columns),
      channels: 3,
      background: '#000',
    },
  })
    .composite(composites)
    .jpeg({ quality: 75, mozjpeg: true })
    .toFile(join(job.outDir, spriteFile));
  await writeFile(join(job.outDir, vttFile), storyboardVtt(grid, spriteFile, job.facts.durationSeconds));
};

const takeStills = async (
  programs: Programs,
  job: MediaJob,
  frames: readonly SeenFrame[],
): Promise<readonly Still[]> => {
  const { facts, source, outDir, signal } = job;
  const chosen = chooseStills(frames, stillsWanted, facts.durationSeconds * apartShare);
  const stills: Still[] = [];
  for (const [index, { atSeconds, sharpness, brightness }] of chosen.entries()) {
    const file = `stills/${index + 1}.jpg`;
    await takeStill(programs, source, facts, atSeconds, join(outDir, file), signal);
    stills.push({ atSeconds, file, ...stillSize(facts), sharpness, brightness });
  }
  return stills;
};

/** A few seconds around the best still, small and silent. */
const writePreview = async (programs: Programs, job: MediaJob, folder: string, around: number): Promise<void> => {
  const { facts, source, signal, outDir } = job;
  const scale = Math.min(1, previewSide / Math.max(facts.width, facts.height));
  const side = (length: number) => Math.max(2, 2 * Math.round((length * scale) / 2));
  const frames = await takeFrames(programs, {
    source,
    facts,
    folder,
    width: side(facts.width),
    height: side(facts.height),
    fromSeconds: Math.max(0, Math.min(around, facts.durationSeconds - previewSeconds)),
    lengthSeconds: previewSeconds,
    intervalSeconds: previewIntervalSeconds,
    ...(signal ? { signal } : {}),
  });
  await sharp([...frames], { join: { animated: true } })
    .webp({ quality: 60, effort: 3, loop: 0, delay: frames.map(() => previewIntervalSeconds * 1000) })
    .toFile(join(outDir, previewFile));
};

/** Stills, storyboard and preview; see the contract. */
export const makePictures = (programs: Programs, scratch: ScratchSpace, job: MediaJob): Promise<Pictures> =>
  scratch.use(async (folder) => {
    const { facts, source, outDir, signal, onProgress } = job;
    const grid = planSprite(facts.durationSeconds, facts.width, facts.height);
    const [frameDir, previewDir] = [join(folder, 'frames'), join(folder, 'preview')];
    await Promise.all([frameDir, previewDir, join(outDir, 'stills')].map((path) => mkdir(path, { recursive: true })));
    const paths = await takeFrames(programs, {
      source,
      facts,
      folder: frameDir,
      // Twice a tile's size, so that sharpness is judged on what a small poster would show.
      width: grid.tileWidth * 2,
      height: grid.tileHeight * 2,
      fromSeconds: 0,
      lengthSeconds: facts.durationSeconds,
      intervalSeconds: grid.intervalSeconds,
      ...(signal ? { signal } : {}),
      onProgress: ({ seconds }) => onProgress?.(Math.min(1, seconds / facts.durationSeconds) * shares.frames),
    });
    const frames = await Promise.all(paths.map((path, index) => look(path, index * grid.intervalSeconds)));
    await writeStoryboard(job, grid, frames);
    const stills = await takeStills(programs, job, frames);
    onProgress?.(shares.stills);
    await writePreview(programs, job, previewDir, stills[0]?.atSeconds ?? 0);
    onProgress?.(1);
    return { stills, storyboard: { spriteFile, vttFile, intervalSeconds: grid.intervalSeconds }, previewFile };
  });
