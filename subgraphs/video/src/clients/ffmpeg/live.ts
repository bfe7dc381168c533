import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findPrograms } from './programs.ts';
import { failedRun, runFfmpeg } from './run-ffmpeg.ts';

/** One connection of a publisher made into HLS. */
export interface LiveJob {
  /** FLV, as it comes in. */
  readonly input: Readable;
  /** Existing folder for the segments and a playlist that lists those that are finished. */
  readonly folder: string;
  /** Names files of this connection: `<name>.m3u8`, `<name>-000000.ts`. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

/** Makes HLS out of what publishers send. */
export interface LiveBroadcaster {
  /** Resolves when the input has ended and everything is written; throws `VideoToolError` when ffmpeg gave up. */
  broadcast(job: LiveJob): Promise<void>;
  /** Puts parts of a show behind each other into one file, without encoding anew; throws `VideoToolError`. */
  join(job: JoinJob): Promise<void>;
}

/** Parts of a show, in order. */
export interface JoinJob {
  /** Existing folder; everything lies in it. */
  readonly folder: string;
  /** Names of transport streams, each with its length. */
  readonly parts: readonly { readonly file: string; readonly seconds: number }[];
  /** Name of the MP4 to be written. */
  readonly out: string;
  readonly signal?: AbortSignal;
}

/** Times of a part begin at some second of its own: the list says how long each is, so that the next begins behind it. */
const joinArguments = async ({ folder, parts, out }: JoinJob): Promise<readonly string[]> => {
  const list = join(folder, 'parts.txt');
  const lines = parts.map(({ file, seconds }) => `file '${join(folder, file)}'\nduration ${seconds.toFixed(6)}`);
  await writeFile(list, `ffconcat version 1.0\n${lines.join('\n')}\n`);
  const open = ['-protocol_whitelist', 'file,pipe', '-f', 'concat', '-safe', '0', '-i', list];
  return [...open, '-map', '0:v:0', '-map', '0:a:0?', '-c', 'copy', '-f', 'mp4', join(folder, out)];
};

/** Longest show: the longest recording that is taken as a video. */
const limits = { timeMs: 12 * 3_600_000, memoryBytes: 1024 ** 3 };
const usualSegmentSeconds = 2;

/** At most 540 lines on the short side: one quality that a worker's core can make while it comes in. */
const scale =
  "scale=w='if(gt(iw,ih),-2,2*trunc(min(540,iw)/2))':h='if(gt(iw,ih),2*trunc(min(540,ih)/2),-2)':flags=fast_bilinear";

const outputArguments = ({ folder, name }: LiveJob, segmentSeconds: number): readonly string[] => [
  ...['-map', '0:v:0', '-map', '0:a:0?', '-vf', `fps=30,${scale},format=yuv420p`],
  ...['-c:v', 'libx264', '-preset', 'superfast', '-tune', 'zerolatency', '-profile:v', 'main'],
  ...['-b:v', '1400k', '-maxrate', '1700k', '-bufsize', '2000k'],
  ...['-force_key_frames', `expr:gte(t,n_forced*${segmentSeconds})`, '-g', '120', '-sc_threshold', '0'],
  ...['-c:a', 'aac', '-b:a', '128k', '-ar', '48000', '-ac', '2', '-af', 'aresample=async=1'],
  ...[
    '-f',
    'hls',
    '-hls_time',
    String(segmentSeconds),
    '-hls_list_size',
    '20',
    '-hls_flags',
    'delete_segments+temp_file',
  ],
  ...['-hls_segment_filename', join(folder, `${name}-%06d.ts`), join(folder, `${name}.m3u8`)],
];

/** Finds the programs and gives the broadcaster, whose segments are that long; rejects with `ProgramsUnusable`. */
export const createBroadcaster = async (
  named: { readonly VITRINA_FFMPEG?: string | undefined; readonly VITRINA_FFPROBE?: string | undefined },
  segmentSeconds = usualSegmentSeconds,
): Promise<LiveBroadcaster> => {
  const { ffmpeg } = await findPrograms({ ffmpeg: named.VITRINA_FFMPEG, ffprobe: named.VITRINA_FFPROBE });
  return {
    broadcast: async (job) => {
      // The default probe reads five seconds before the first segment: a description at the front says it all.
      const open = ['-fflags', 'nobuffer', '-analyzeduration', '1000000', '-f', 'flv', '-i', 'pipe:0'];
      const run = await runFfmpeg(ffmpeg, [...open, ...outputArguments(job, segmentSeconds)], limits, {
        input: job.input,
        ...(job.signal ? { signal: job.signal } : {}),
      });
      if (run.end.kind !== 'exited' || run.end.code !== 0) throw failedRun('The live stream', run);
    },
    join: async (job) => {
      const run = await runFfmpeg(ffmpeg, await joinArguments(job), limits, job.signal ? { signal: job.signal } : {});
      if (run.end.kind !== 'exited' || run.end.code !== 0) throw failedRun('Joining a recording', run);
    },
  };
};
