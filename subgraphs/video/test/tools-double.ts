import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ok, refuse } from '@vitrina/platform/result';
import sharp from 'sharp';
import type { EncodeJob, VideoTools } from '../src/clients/ffmpeg/contract.ts';
import { VideoToolError } from '../src/clients/ffmpeg/contract.ts';
import type { LadderPlan, Rung } from '../src/domain/ladder.ts';
import type { MediaFacts } from '../src/domain/media-facts.ts';
import { type RenditionFiles, variantsOf } from '../src/domain/renditions.ts';

/** What the next calls do; the context's own behaviour is what these tests are about, and ffmpeg has tests of its own. */
export interface ToolsDouble extends VideoTools {
  readonly calls: string[];
  /** Throws at this call, this many times. */
  fail(call: string, times: number, error?: Error): void;
  /** Holds this call until released; resolves `entered` when it is reached. */
  hold(call: string): { readonly entered: Promise<void>; release(): void };
}

export const facts: MediaFacts = {
  durationSeconds: 12,
  width: 1280,
  height: 720,
  rotation: 0,
  frameRate: { numerator: 30, denominator: 1 },
  variableFrameRate: false,
  hasAudio: false,
  videoStream: 0,
  audioStream: null,
  videoCodec: 'h264',
  audioCodec: null,
  pixelFormat: 'yuv420p',
  hdr: null,
  sizeBytes: 1_000,
  container: 'mov,mp4,m4a,3gp,3g2,mj2',
};

const rung = (name: string, height: number): Rung => ({
  name,
  width: Math.round((height * 16) / 9),
  height,
  videoBitrate: height * 2_000,
  maxBitrate: height * 3_000,
  profile: 'main',
  level: '3.1',
});

const plan: LadderPlan = {
  format: 'SHORT',
  first: rung('540p', 540),
  rest: [rung('720p', 720), rung('360p', 360)],
  frameRate: facts.frameRate,
  segmentSeconds: 4,
  audio: null,
};

const put = async (path: string, content: string | Buffer): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
};

const renditionOf = async (
  { outDir }: EncodeJob,
  { name, width, height, maxBitrate }: Rung,
): Promise<RenditionFiles> => {
  const files = [`${name}/init.mp4`, `${name}/seg-00001.m4s`, `${name}/media.m3u8`];
  for (const file of files) await put(join(outDir, file), `${file} of a double`);
  return {
    name,
    kind: 'video',
    width,
    height,
    frameRate: 30,
    codecs: 'avc1.64001f',
    sampleRate: null,
    channels: null,
    bandwidth: maxBitrate,
    averageBandwidth: maxBitrate,
    timescale: 15_360,
    initFile: files[0] as string,
    playlistFile: files[2] as string,
    segments: [{ file: files[1] as string, startTicks: 0, durationTicks: 184_320, sizeBytes: 20 }],
    files,
  };
};

/** Tools that make small files at once and do as they are told; an original that begins with "bad" is refused as corrupt. */
export const toolsDouble = (): ToolsDouble => {
  const calls: string[] = [];
  const failures = new Map<string, { left: number; readonly error: Error | undefined }>();
  const holds = new Map<string, { entered: () => void; released: Promise<void> }>();

  const enter = async (call: string, signal?: AbortSignal): Promise<void> => {
    calls.push(call);
    const held = holds.get(call);
    if (held) {
      holds.delete(call);
      held.entered();
      const aborted = new Promise<never>((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      );
      await Promise.race([held.released, aborted]);
    }
    const failure = failures.get(call);
    if (!failure || failure.left === 0) return;
    failure.left -= 1;
    throw failure.error ?? new VideoToolError(`${call} failed`, 'the last words of ffmpeg');
  };

  return {
    version: 'ffmpeg double',
    calls,
    fail: (call, left, error) => void failures.set(call, { left, error }),
    hold: (call) => {
      let release = (): void => {};
      let entered = (): void => {};
      const reached = new Promise<void>((resolve) => {
        entered = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      holds.set(call, { entered, released });
      return { entered: reached, release };
    },
    probe: async (path, signal) => {
      await enter('probe', signal);
      const bad = (await readFile(path, 'latin1')).includes('bad');
      return bad ? refuse({ code: 'CORRUPT' as const, message: 'The file is damaged; export it again.' }) : ok(facts);
    },
    plan: () => ok(plan),
    encodeFirst: async (job) => {
      await enter('encodeFirst', job.signal);
      job.onProgress?.(0.5);
      return ok([await renditionOf(job, job.plan.first)]);
    },
    encodeRest: async (job) => {
      await enter('encodeRest', job.signal);
      job.onProgress?.(0.5);
      return ok(await Promise.all(job.plan.rest.map((wanted) => renditionOf(job, wanted))));
    },
    writePlaylists: async (renditions, outDir, { master = 'master.m3u8', manifest = 'manifest.mpd' } = {}) => {
      const files = [master, ...(manifest === null ? [] : [manifest])];
      for (const file of files)
        await put(join(outDir, file), `${file}: ${renditions.map(({ name }) => name).join(' ')}`);
      return { files, variants: variantsOf(renditions) };
    },
    pictures: async ({ outDir, signal }) => {
      await enter('pictures', signal);
      const stills = [];
      for (const [index, atSeconds] of [3, 9].entries()) {
        const file = `still-${index}.jpg`;
        const background = { r: 40 + index * 100, g: 90, b: 60 };
        await sharp({ create: { width: 640, height: 360, channels: 3, background } })
          .jpeg()
          .toFile(join(outDir, file));
        stills.push({ atSeconds, file, width: 640, height: 360, sharpness: 10, brightness: 100 });
      }
      for (const file of ['storyboard.jpg', 'storyboard.vtt', 'preview.webp']) await put(join(outDir, file), file);
      const storyboard = { spriteFile: 'storyboard.jpg', vttFile: 'storyboard.vtt', intervalSeconds: 2 };
      return { stills, storyboard, previewFile: 'preview.webp' };
    },
    still: async (_source, _facts, atSeconds, out, signal) => {
      await enter('still', signal);
      await pause(1);
      const background = { r: Math.round(atSeconds * 10), g: 10, b: 200 };
      await sharp({ create: { width: 640, height: 360, channels: 3, background } })
        .jpeg()
        .toFile(out);
    },
  };
};
