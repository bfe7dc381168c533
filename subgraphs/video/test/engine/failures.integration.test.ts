import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createVideoTools, type VideoTools } from '../../src/clients/ffmpeg/index.ts';
import { clipAt, type Engine, expectPlayable, openEngine } from './setting.ts';

vi.setConfig({ testTimeout: 180_000 });

let engine: Engine;
let source: string;
beforeAll(async () => {
  engine = await openEngine();
  const pictures = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30:duration=6'];
  source = await engine.clip('source.mp4', ...pictures, '-c:v', 'libx264', '-preset', 'ultrafast');
}, 120_000);
afterAll(() => engine.close());

/** A shell script that stands in for ffmpeg; `$REAL` is the real one. */
const standIn = async (name: string, script: string): Promise<string> => {
  const path = join(engine.folder, name);
  await writeFile(path, `#!/bin/sh\nREAL='${engine.programs.ffmpeg}'\n${script}\n`);
  await chmod(path, 0o755);
  return path;
};

const toolsWith = (ffmpeg: string): Promise<VideoTools> =>
  createVideoTools(
    {
      VITRINA_FFMPEG: ffmpeg,
      VITRINA_VIDEO_FIRST_PRESET: 'ultrafast',
      VITRINA_VIDEO_LADDER_PRESET: 'ultrafast',
      VITRINA_VIDEO_MEMORY_BYTES: 3 * 1024 ** 3,
      VITRINA_VIDEO_SECONDS_PER_SECOND: 30,
    },
    engine.scratchRoot,
  );

const jobFor = async (path = source) => {
  const facts = await engine.tools.probe(path);
  if (!facts.ok) throw new Error(facts.refusals[0].code);
  const plan = engine.tools.plan(facts.value, 'SHORT');
  if (!plan.ok) throw new Error(plan.refusals[0].code);
  return { source: path, facts: facts.value, plan: plan.value, outDir: await engine.outDir() };
};

const scratchLeft = () => readdir(engine.scratchRoot);

describe('work that is not finished', () => {
  it('ends with its program when aborted, and leaves no scratch files', async () => {
    const aborter = new AbortController();
    const job = await jobFor();
    const onProgress = () => aborter.abort(new Error('the worker stops'));
    const slow = await standIn('slow', 'exec "$REAL" -re "$@"');
    const tools = await toolsWith(slow);
    await expect(tools.encodeFirst({ ...job, signal: aborter.signal, onProgress })).rejects.toThrow('the worker stops');
    expect(await scratchLeft()).toEqual([]);
  });

  it('is thrown with the last words of a program that crashed before it was done', async () => {
    const tools = await toolsWith(
      await standIn(
        'crash',
        'case "$*" in *filter_complex*) echo "out of luck" >&2; kill -SEGV $$;; esac; exec "$REAL" "$@"',
      ),
    );
    const failure = await tools.encodeFirst(await jobFor()).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      name: 'VideoToolError',
      message: 'Encoding failed: SIGSEGV',
      log: 'out of luck\n',
    });
    expect(await scratchLeft()).toEqual([]);
  });

  it('is thrown when half a file was written, although the program says that all went well', async () => {
    const halve = 'for last; do :; done; case "$last" in *.mp4) truncate -s 30000 "$last";; esac; exit 0';
    const tools = await toolsWith(await standIn('liar', `"$REAL" "$@"; ${halve}`));
    await expect(tools.encodeFirst(await jobFor())).rejects.toThrow('Encoding failed');
  });

  it('is done when the program crashes after having written everything', async () => {
    const tools = await toolsWith(
      await standIn('late-crash', '"$REAL" "$@"; case "$*" in *filter_complex*) kill -SEGV $$;; esac'),
    );
    const job = await jobFor();
    const first = await tools.encodeFirst(job);
    const rest = await tools.encodeRest(job);
    if (!first.ok || !rest.ok) throw new Error('refused');
    const renditions = [...first.value, ...rest.value];
    await tools.writePlaylists(renditions, job.outDir);
    await expectPlayable(engine, { ...job, renditions });
  });
});

describe('a step that is repeated', () => {
  it('leaves no segments of its first try, and makes the same ones again', async () => {
    const job = await jobFor();
    const once = await engine.tools.encodeFirst(job);
    await writeFile(join(job.outDir, job.plan.first.name, 'seg-00099.m4s'), 'left over');
    const twice = await engine.tools.encodeFirst(job);
    expect(twice.ok && once.ok && twice.value.map(({ files }) => files)).toEqual(
      once.ok && once.value.map(({ files }) => files),
    );
    const there = await readdir(join(job.outDir, job.plan.first.name));
    expect(there).not.toContain('seg-00099.m4s');
  });

  it('says how far it is, rising to the end', async () => {
    const shares: number[] = [];
    const job = await jobFor(clipAt('movie_5.mp4'));
    await engine.tools.encodeFirst({ ...job, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(shares.at(-1)).toBe(1);
  });

  it('of the first stage can be played by its own playlist', async () => {
    const job = await jobFor();
    const first = await engine.tools.encodeFirst(job);
    if (!first.ok) throw new Error('refused');
    const early = await engine.tools.writePlaylists(first.value, job.outDir, { master: 'early.m3u8', manifest: null });
    expect(early.files).toEqual(['early.m3u8']);
    expect(early.variants.map(({ name }) => name)).toEqual([job.plan.first.name]);
    expect(await readFile(join(job.outDir, 'early.m3u8'), 'utf8')).toContain(`${job.plan.first.name}/index.m3u8`);
  });
});

describe('programs that cannot be used', () => {
  it('are named with the variable to set', async () => {
    await expect(toolsWith('/nowhere/ffmpeg')).rejects.toThrow('VITRINA_FFMPEG is /nowhere/ffmpeg');
  });

  it('are refused when they were built without what is needed', async () => {
    const bare = await standIn('bare', 'case "$*" in *encoders*) echo " V..... mjpeg  ";; *) exec "$REAL" "$@";; esac');
    await expect(toolsWith(bare)).rejects.toThrow('was built without libx264 and aac');
  });
});

describe('pictures', () => {
  it('are stills best first, a storyboard with its map, and a short silent preview', async () => {
    const job = await jobFor(clipAt('movie_5.mp4'));
    const pictures = await engine.tools.pictures(job);
    expect(pictures.stills.length).toBeGreaterThanOrEqual(4);
    for (const { file, width, height } of pictures.stills) {
      expect(await sharp(join(job.outDir, file)).metadata()).toMatchObject({ format: 'jpeg', width, height });
    }
    const vtt = await readFile(join(job.outDir, pictures.storyboard.vttFile), 'utf8');
    const cues = [...vtt.matchAll(/#xywh=(\d+),(\d+),(\d+),(\d+)/g)].map((match) => match.slice(1).map(Number));
    const sprite = await sharp(join(job.outDir, pictures.storyboard.spriteFile)).metadata();
    for (const [x = 0, y = 0, width = 0, height = 0] of cues) {
      expect(x + width).toBeLessThanOrEqual(sprite.width);
      expect(y + height).toBeLessThanOrEqual(sprite.height);
    }
    const preview = await sharp(join(job.outDir, pictures.previewFile), { animated: true }).metadata();
    expect(preview).toMatchObject({ format: 'webp', width: 320 });
    expect((preview.delay ?? []).reduce((sum, delay) => sum + delay, 0)).toBeLessThanOrEqual(3_000);
    expect(await scratchLeft()).toEqual([]);
  });

  it('show the last frame for a second that is past the end', async () => {
    const { facts } = await jobFor(clipAt('movie_5.mp4'));
    const out = join(engine.folder, 'last.jpg');
    await engine.tools.still(clipAt('movie_5.mp4'), facts, 99, out);
    expect(await sharp(out).metadata()).toMatchObject({ width: 320, height: 240 });
  });
});
