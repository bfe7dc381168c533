import type { Readable } from 'node:stream';
import { type ProgramRun, runProgram } from '@vitrina/platform/child-process';
import { VideoToolError } from './contract.ts';

/** Formats that are opened at all. Playlists and scripts (HLS, concat) are not: they make ffmpeg open other files. */
const formats =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,avi,mpegts,mpeg,mpegvideo,m4v,h264,hevc,flv,asf,mp3,wav,aac,flac';

/** Arguments that open a file of this machine and nothing else, whatever it holds. */
export const openArguments = (path: string): readonly string[] => [
  '-protocol_whitelist',
  'file,pipe',
  '-format_whitelist',
  formats,
  '-i',
  `file:${path}`,
];

/** What a run may use. */
export interface RunLimits {
  readonly timeMs: number;
  readonly memoryBytes: number;
  readonly fileBytes?: number;
}

/** What is read from `-progress` while it runs. */
export interface Progress {
  readonly seconds: number;
  readonly frames: number;
}

/** `01:02:03.5` in seconds; `N/A` before the first frame is 0. */
const secondsOf = (time: string): number => {
  const parts = time.split(':').map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
};

/** Reads the lines of `-progress`: blocks of `name=value`, each closed by `progress=continue` or `progress=end`. */
const progressReader = (onProgress: (progress: Progress) => void): ((line: string) => void) => {
  let seconds = 0;
  let frames = 0;
  return (line) => {
    const at = line.indexOf('=');
    const value = line.slice(at + 1).trim();
    if (line.startsWith('out_time=')) seconds = secondsOf(value);
    else if (line.startsWith('frame=')) frames = Number(value) || 0;
    else if (line.startsWith('progress=')) onProgress({ seconds, frames });
  };
};

/** What a run is connected with. */
interface FfmpegIo {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** What it reads as `pipe:0`. */
  readonly input?: Readable;
}

/** Runs ffmpeg with its progress; says how it ended and how far it came, and leaves judging to the caller. */
export const runFfmpeg = async (
  ffmpeg: string,
  args: readonly string[],
  limits: RunLimits,
  { signal, onProgress, input }: FfmpegIo = {},
): Promise<ProgramRun & { readonly progress: Progress }> => {
  let progress: Progress = { seconds: 0, frames: 0 };
  const onLine = progressReader((now) => {
    progress = now;
    onProgress?.(now);
  });
  const run = await runProgram(
    ffmpeg,
    ['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'warning', '-progress', 'pipe:1', '-y', ...args],
    { limits, onLine, ...(signal ? { signal } : {}), ...(input ? { input } : {}) },
  );
  return { ...run, progress };
};

/** A run that ended in a way that is not to be explained by the file. */
export const failedRun = (what: string, { end, stderrTail }: ProgramRun): VideoToolError => {
  const how =
    end.kind === 'exited'
      ? `exit code ${end.code}`
      : end.kind === 'signalled'
        ? end.signal
        : end.kind.replaceAll('-', ' ');
  return new VideoToolError(`${what} failed: ${how}`, stderrTail);
};
