import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fragmentIn, readFragment } from '../../src/domain/mp4/fragment.ts';
import { clipAt, type Engine, expectPlayable, joinRendition, makeVideo, mustMake, openEngine } from './setting.ts';

// Encoding takes the machine's time, and other tests run beside.
vi.setConfig({ testTimeout: 180_000 });

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const source = (size: string, seconds: number, rate = 30) => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`,
];
const sound = (seconds: number) => ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`];
const quick = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

/** Pixels of the frame at a second, small. */
const pixelsAt = async (path: string, second: string): Promise<Buffer> => {
  const out = join(engine.folder, 'pixels.png');
  await engine.ffmpeg('-ss', second, '-i', path, '-frames:v', '1', out);
  return sharp(out).resize(32, 24, { fit: 'fill' }).removeAlpha().raw().toBuffer();
};
const differenceOf = (left: Buffer, right: Buffer): number =>
  left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;

describe('every sort of input becomes a video that plays', () => {
  it.each([
    'movie_5.mp4',
    'movie_5.webm',
    'gizmo_hevc_8bit_420.mp4',
    'gizmo_av1_8bit_420.webm',
    'vp9cake-short.webm',
    'sample.3gp',
    'A4.ogv',
    'tiny-video-spree.mp4',
    'track-with-zero-dimensions.mp4',
  ])('%s', async (name) => {
    await expectPlayable(engine, await mustMake(engine, clipAt(name)));
  });

  it('a landscape video with sound, in five qualities whose keyframes fall on the same times', async () => {
    const path = await engine.clip('wide.mp4', ...source('1920x1080', 2.4), ...sound(2.4), ...quick, '-c:a', 'aac');
    const made = await mustMake(engine, path);
    expect(made.renditions.map(({ name }) => name)).toEqual(['540p', 'audio', '1080p', '720p', '360p', '240p']);
    expect(made.renditions.map(({ segments }) => segments.length)).toEqual([2, 2, 2, 2, 2, 2]);
    // A player goes by these numbers: a larger picture that costs less would make the smaller one pointless.
    const cost = Object.fromEntries(made.renditions.map(({ name, bandwidth }) => [name, bandwidth]));
    expect(cost['540p']).toBeLessThan(cost['720p'] as number);
    expect(cost['360p']).toBeLessThan(cost['540p'] as number);
    await expectPlayable(engine, made);
  });

  it('one that the file asks to be turned, shown as the one that is not', async () => {
    const reference = await mustMake(engine, clipAt('four-colors-h264-bt601.mp4'));
    const expected = await pixelsAt(await joinRendition(reference.outDir, reference.renditions[0]!), '0.5');
    for (const [turned, rotation] of [
      ['90', 90],
      ['270', 270],
    ] as const) {
      const made = await mustMake(engine, clipAt(`four-colors-h264-bt601-rotate-${turned}.mp4`));
      expect(made.facts).toMatchObject({ rotation, width: 320, height: 240 });
      expect(made.renditions[0]).toMatchObject({ name: '240p', width: 320, height: 240 });
      const pixels = await pixelsAt(await joinRendition(made.outDir, made.renditions[0]!), '0.5');
      expect(differenceOf(pixels, expected)).toBeLessThan(6);
    }
  });

  it('a silent one, without a sound that is not there', async () => {
    const made = await mustMake(engine, await engine.clip('silent.mp4', ...source('640x360', 3), ...quick));
    expect(made.renditions.map(({ kind }) => kind)).toEqual(['video', 'video']);
    expect(await readFile(join(made.outDir, 'master.m3u8'), 'utf8')).not.toContain('AUDIO');
    await expectPlayable(engine, made);
  });

  it('one of uneven frames, made even', async () => {
    // Keeps frames at 15 a second, then all 30: the mean is between the two.
    const uneven = ['-vf', "select='if(lt(t,2),not(mod(n,2)),1)'", '-vsync', 'vfr'];
    const path = await engine.clip('uneven.mp4', ...source('640x360', 4), ...uneven, ...quick);
    const made = await mustMake(engine, path);
    expect(made.facts.variableFrameRate).toBe(true);
    const [picture] = made.renditions;
    const perFrame = await Promise.all(
      picture!.segments.map(async ({ file }) => {
        const { durationTicks, frames } = readFragment(fragmentIn(await readFile(join(made.outDir, file))));
        return durationTicks / frames;
      }),
    );
    expect(new Set(perFrame).size).toBe(1);
    await expectPlayable(engine, made);
  });

  it('one of odd sides, with even ones that are not larger', async () => {
    const path = await engine.clip(
      'odd.mp4',
      ...['-f', 'lavfi', '-i', 'testsrc=size=319x241:duration=1', '-c:v', 'libx264', '-pix_fmt', 'yuv444p'],
    );
    const made = await mustMake(engine, path);
    expect(made.facts).toMatchObject({ width: 319, height: 241 });
    expect(made.renditions[0]).toMatchObject({ width: 318, height: 240 });
    await expectPlayable(engine, made);
  });

  it('one whose pixels are not square, as wide as it is shown', async () => {
    const path = await engine.clip('wide-pixels.mp4', ...source('360x288', 1), '-vf', 'setsar=16/9', ...quick);
    const { facts, renditions } = await mustMake(engine, path);
    expect(facts).toMatchObject({ width: 640, height: 288 });
    expect(renditions[0]).toMatchObject({ width: 534, height: 240 });
  });

  it('one whose sound starts late, with silence before it', async () => {
    const path = await engine.clip(
      'late.mp4',
      ...source('320x240', 4),
      '-itsoffset',
      '2',
      ...sound(2),
      ...quick,
      '-c:a',
      'aac',
    );
    const made = await mustMake(engine, path);
    const joined = await joinRendition(made.outDir, made.renditions.find(({ kind }) => kind === 'audio')!);
    const pcm = join(engine.folder, 'late.pcm');
    await engine.ffmpeg('-i', joined, '-f', 's16le', '-ac', '1', '-ar', '8000', pcm);
    const samples = new Int16Array((await readFile(pcm)).buffer.slice(0));
    const loudest = (from: number, to: number) =>
      samples.subarray(from * 8000, to * 8000).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    expect(loudest(0, 1.9)).toBeLessThan(200);
    expect(loudest(2.1, 3.9)).toBeGreaterThan(1_000);
    await expectPlayable(engine, made);
  });

  it('an HDR one, mapped to an ordinary screen', async () => {
    const hdr = ['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc'];
    const path = await engine.clip('hdr.mp4', ...source('320x240', 1), ...quick, ...hdr);
    const made = await mustMake(engine, path);
    expect(made.facts.hdr).toBe('pq');
    const joined = await joinRendition(made.outDir, made.renditions[0]!);
    const again = await engine.tools.probe(joined);
    expect(again.ok && again.value.hdr).toBeNull();
    expect(differenceOf(await pixelsAt(joined, '0.5'), await pixelsAt(path, '0.5'))).toBeGreaterThan(5);
    await expectPlayable(engine, made);
  });

  it('a recording of a browser, which does not say how long it is', async () => {
    const path = await engine.clip(
      'recording.webm',
      ...source('320x240', 2),
      '-c:v',
      'libvpx-vp9',
      '-deadline',
      'realtime',
      '-live',
      '1',
    );
    const made = await mustMake(engine, path);
    expect(made.facts.durationSeconds).toBeGreaterThan(1.8);
    await expectPlayable(engine, made);
  });
});

describe('what cannot become a video is refused with a reason', () => {
  it.each([
    ['detodos.webm', 'NO_VIDEO_STREAM'],
    ['garbled.webm', 'CORRUPT'],
    ['bug604067.webm', 'CORRUPT'],
    ['test_case_1181215.mp4', 'CORRUPT'],
  ])('%s as %s', async (name, code) => {
    expect(await makeVideo(engine, clipAt(name))).toBe(code);
  });

  it.each([
    ['mp3', []],
    ['m4a', ['-c:a', 'aac']],
    ['mp4', ['-c:a', 'aac']],
    ['webm', ['-c:a', 'libopus']],
    ['wav', []],
  ])('sound alone, as %s, with words for whoever sent it', async (type, codec) => {
    const path = await engine.clip(`sound-alone.${type}`, ...sound(2), ...codec);
    expect(await makeVideo(engine, path)).toBe('NO_VIDEO_STREAM');
    const facts = await engine.tools.probe(path);
    expect(facts.ok ? '' : facts.refusals[0].message).toMatch(/picture|video/i);
  });

  it('sound with a cover picture', async () => {
    const cover = await engine.clip('cover.png', ...source('64x64', 1), '-frames:v', '1');
    const mapped = ['-i', cover, '-map', '0', '-map', '1', '-c:v', 'copy', '-disposition:v', 'attached_pic'];
    expect(await makeVideo(engine, await engine.clip('song.mp3', ...sound(1), ...mapped))).toBe('NO_VIDEO_STREAM');
  });

  it('one that is too long for its format, and not for another', async () => {
    const path = await engine.clip('long.mp4', ...source('32x32', 61, 10), ...quick);
    expect(await makeVideo(engine, path)).toBe('TOO_LONG');
    const facts = await engine.tools.probe(path);
    expect(facts.ok && engine.tools.plan(facts.value, 'LANDING').ok).toBe(true);
  });

  it('one of more pixels than there is room for', async () => {
    const path = await engine.clip('huge.mp4', ...source('4400x2400', 0.2, 10), ...quick);
    expect(await makeVideo(engine, path)).toBe('TOO_MANY_PIXELS');
  });

  it('one that was cut off in the middle', async () => {
    const whole = await engine.clip('whole.mkv', ...source('640x360', 6), ...quick);
    const bytes = await readFile(whole);
    const cut = join(engine.folder, 'cut.mkv');
    await writeFile(cut, bytes.subarray(0, bytes.length / 2));
    expect(await makeVideo(engine, cut)).toBe('CORRUPT');
  });

  it.each([
    ['nothing', ''],
    ['text', 'this is not a video\n'.repeat(100)],
    [
      'a playlist that names a file of this machine',
      '#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n',
    ],
    ['a script that joins other files', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ])('%s', async (_, content) => {
    const path = join(engine.folder, 'disguised.mp4');
    await writeFile(path, content);
    expect(await makeVideo(engine, path)).toBe('CORRUPT');
  });
});
