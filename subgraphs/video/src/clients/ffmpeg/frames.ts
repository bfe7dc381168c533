import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFacts } from '../../domain/media-facts.ts';
import { scaledTo } from './picture-filters.ts';
import type { Programs } from './programs.ts';
import { failedRun, openArguments, type Progress, runFfmpeg } from './run-ffmpeg.ts';

/** Frames to take out of a video as JPEG files. */
export interface FrameRequest {
  readonly source: string;
  readonly facts: MediaFacts;
  /** Empty folder for them. */
  readonly folder: string;
  readonly width: number;
  readonly height: number;
  readonly fromSeconds: number;
  /** How long a stretch, and how far apart the frames. */
  readonly lengthSeconds: number;
  readonly intervalSeconds: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

const memoryBytes = 2 * 1024 ** 3;

/** Takes even frames in one decode; gives their paths in order. Fewer than asked for where the video ends early. */
export const takeFrames = async ({ ffmpeg }: Programs, request: FrameRequest): Promise<readonly string[]> => {
  const { source, facts, folder, width, height, fromSeconds, lengthSeconds, intervalSeconds } = request;
  const rate = `1000/${Math.max(1, Math.round(intervalSeconds * 1000))}`;
  const filters = [`fps=fps=${rate}:start_time=0:round=near`, ...scaledTo(facts, width, height)].join(',');
  const run = await runFfmpeg(
    ffmpeg,
    [
      ...(fromSeconds > 0 ? ['-ss', fromSeconds.toFixed(3)] : []),
      ...openArguments(source),
      ...['-map', `0:${facts.videoStream}`, '-vf', filters, '-t', lengthSeconds.toFixed(3)],
      ...['-c:v', 'mjpeg', '-q:v', '3', '-f', 'image2', join(folder, 'frame-%05d.jpg')],
    ],
    { timeMs: 60_000 + facts.durationSeconds * 5_000, memoryBytes },
    {
      ...(request.signal ? { signal: request.signal } : {}),
      ...(request.onProgress ? { onProgress: request.onProgress } : {}),
    },
  );
  if (run.end.kind !== 'exited' || run.end.code !== 0) throw failedRun('Taking frames', run);
  const names = (await readdir(folder)).filter((name) => name.startsWith('frame-')).sort();
  return names.map((name) => join(folder, name));
};

/** Longest side of a still: a poster is never shown larger. */
const longestSide = 1920;

/** Size of a still: the picture's own, or smaller. */
export const stillSize = ({ width, height }: MediaFacts): { width: number; height: number } => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const side = (length: number) => Math.max(2, 2 * Math.floor((length * scale) / 2));
  return { width: side(width), height: side(height) };
};

/** Writes one frame as JPEG; goes back a little where a video ends before the second it names as its last. */
export const takeStill = async (
  { ffmpeg }: Programs,
  source: string,
  facts: MediaFacts,
  atSeconds: number,
  out: string,
  signal?: AbortSignal,
): Promise<void> => {
  const { width, height } = stillSize(facts);
  const last = Math.max(0, facts.durationSeconds - 0.1);
  const tries = [...new Set([Math.min(Math.max(0, atSeconds), last), Math.max(0, last - 0.5), 0])];
  for (const [index, second] of tries.entries()) {
    const run = await runFfmpeg(
      ffmpeg,
      [
        ...(second > 0 ? ['-ss', second.toFixed(3)] : []),
        ...openArguments(source),
        ...['-map', `0:${facts.videoStream}`, '-vf', scaledTo(facts, width, height).join(','), '-frames:v', '1'],
        ...['-c:v', 'mjpeg', '-q:v', '2', '-f', 'image2', '-update', '1', out],
      ],
      { timeMs: 60_000, memoryBytes },
      signal ? { signal } : {},
    );
    if (run.end.kind === 'exited' && run.end.code === 0 && run.progress.frames > 0) return;
    if (index === tries.length - 1) throw failedRun('Taking a still', run);
  }
};
