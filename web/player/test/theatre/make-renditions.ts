import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../../../../platform/src/child-process/index.ts';
import type { Result } from '../../../../platform/src/result/index.ts';
import { createVideoTools } from '../../../../subgraphs/video/src/clients/ffmpeg/index.ts';
import { findPrograms } from '../../../../subgraphs/video/src/clients/ffmpeg/programs.ts';

/** What is to be played. */
export interface TestVideo {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}

const captionsEn =
  'WEBVTT\n\n00:00.000 --> 00:05.000\nA <i>coloured</i> pattern\n\n00:05.000 --> 00:59.000\nmoves on\n';
const captionsRu = 'WEBVTT\n\n00:00.000 --> 00:59.000\nЦветной узор\n';

/** A moving test picture with a tone, as a camera's file. */
const makeOriginal = async ({ seconds, width, height }: TestVideo, path: string): Promise<void> => {
  const { ffmpeg } = await findPrograms({});
  const picture = ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}:rate=25:duration=${seconds}`];
  const sound = ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-shortest'];
  const { end, stderrTail } = await runProgram(ffmpeg, ['-v', 'error', '-y', ...picture, ...sound, ...codecs, path], {
    limits: { timeMs: 120_000 },
  });
  if (end.kind !== 'exited' || end.code !== 0) throw new Error(`The test video could not be made: ${stderrTail}`);
};

const expectOk = <T>(result: Result<T, { readonly message: string }>): T => {
  if (result.ok) return result.value;
  throw new Error(result.refusals.map(({ message }) => message).join(' '));
};

/**
 * Makes a test video into what the video context publishes, by its own tools: renditions, `master.m3u8`, `manifest.mpd`,
 * storyboard, a poster and captions, below `folder`.
 */
export const makeRenditions = async (
  folder: string,
  video: TestVideo = { seconds: 12, width: 960, height: 540 },
): Promise<void> => {
  const source = join(folder, 'original.mp4');
  await makeOriginal(video, source);
  const tools = await createVideoTools();
  const facts = expectOk(await tools.probe(source));
  const job = { source, facts, plan: expectOk(tools.plan(facts, 'SHORT')), outDir: folder };
  const renditions = [...expectOk(await tools.encodeFirst(job)), ...expectOk(await tools.encodeRest(job))];
  await tools.writePlaylists(renditions, folder);
  await tools.pictures(job);
  await tools.still(source, facts, 3, join(folder, 'poster.jpg'));
  await mkdir(join(folder, 'captions'), { recursive: true });
  await writeFile(join(folder, 'captions/en.vtt'), captionsEn);
  await writeFile(join(folder, 'captions/ru.vtt'), captionsRu);
  await rm(source);
};
