import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryObjects } from './fixtures/memory-objects.ts';
import {
  deleteRenderedImage,
  isComplete,
  type ProcessedImage,
  renderImage,
  renderImageInto,
  renderLateFormats,
  sha256OfFile,
} from './index.ts';

/** Left half red, right half blue, so that turning shows. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: '#0000ff' } },
      left: Math.ceil(width / 2),
      top: 0,
    },
  ]);

/** A GIF whose frames differ, so that no encoder may join them. */
const moving = async (frames: number, width: number, height: number) => {
  const pages = Array.from({ length: frames }, (_, at) =>
    sharp({ create: { width, height, channels: 3, background: { r: at * 40, g: 90, b: 200 } } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(pages), { join: { animated: true } })
    .gif({ delay: Array.from({ length: frames }, () => 70), loop: 0 })
    .toBuffer();
};

describe('rendering', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrina-images-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const jobOf = async (bytes: Buffer, store = memoryObjects()) => {
    const path = join(folder, 'original');
    await writeFile(path, bytes);
    return { store, job: { objects: store.objects, scope: 'test', path, sha256: await sha256OfFile(path) } };
  };
  const rendered = async (bytes: Buffer) => {
    const { store, job } = await jobOf(bytes);
    const result = await renderImage(job);
    if (!result.ok) throw new Error(result.refusals[0].code);
    return { ...store, job, image: result.value };
  };
  const refused = async (bytes: Buffer) => {
    const { store, job } = await jobOf(bytes);
    const result = await renderImage(job);
    return { code: result.ok ? 'none' : result.refusals[0].code, left: store.stored.size };
  };
  const pixelAt = async (bytes: Buffer | undefined, part: 'left' | 'right' | 'top' | 'bottom') => {
    const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const x = part === 'left' ? 4 : part === 'right' ? info.width - 5 : info.width >> 1;
    const y = part === 'top' ? 4 : part === 'bottom' ? info.height - 5 : info.height >> 1;
    return [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
  };
  const keyOf = (image: ProcessedImage, format: string, width: number) =>
    image.files.find((file) => file.format === format && file.width === width)?.key ?? '';

  it('makes WebP and JPEG of every width, as large as they say, cached for ever', async () => {
    const { image, bytesOf, stored } = await rendered(await halves(1000, 500).png().toBuffer());
    expect(image).toMatchObject({ width: 1000, height: 500, animated: false });
    expect(image.files.map(({ format, width }) => `${format} ${width}`)).toEqual([
      ...[160, 320, 640, 960, 1000].map((width) => `JPEG ${width}`),
      ...[160, 320, 640, 960, 1000].map((width) => `WEBP ${width}`),
    ]);
    for (const file of image.files) {
      const bytes = bytesOf(file.key);
      expect(bytes?.length).toBe(file.sizeBytes);
      expect(await sharp(bytes).metadata()).toMatchObject({
        format: file.format.toLowerCase(),
        width: file.width,
        height: file.height,
      });
      expect(stored.get(`public:${file.key}`)?.cacheControl).toContain('immutable');
    }
  });

  it('makes all formats into a folder of its own where it is told to, for that bucket, and only what is missing again', async () => {
    const { store, job } = await jobOf(await halves(400, 200).png().toBuffer());
    const place = { bucket: 'private', folder: 'films/1/' } as const;
    const first = await renderImageInto(job, place);
    expect([...store.stored.keys()].sort()).toEqual(
      [160, 320, 400]
        .flatMap((width) => ['avif', 'jpg', 'webp'].map((end) => `private:films/1/${width}.${end}`))
        .sort(),
    );
    expect(store.stored.get('private:films/1/160.avif')?.cacheControl).toContain('private');
    store.stored.delete('private:films/1/400.jpg');
    const puts = store.stored.size;
    expect(await renderImageInto(job, place)).toEqual(first);
    expect(store.stored.size).toBe(puts + 1);
  });

  it('turns the picture upright and leaves every metadata behind', async () => {
    const original = await halves(200, 100)
      .withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { image, bytesOf } = await rendered(original);
    expect(image).toMatchObject({ width: 100, height: 200 });
    for (const { key } of image.files) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytesOf(key)).metadata();
      expect([exif, xmp, iptc, icc, orientation]).toEqual(Array.from({ length: 5 }, () => undefined));
    }
    const [red, , blue] = await pixelAt(bytesOf(keyOf(image, 'WEBP', 100)), 'top');
    expect([(red ?? 0) > 200, (blue ?? 255) < 60]).toEqual([true, true]);
  });

  it('brings wide-gamut, CMYK and 16-bit colours to plain sRGB', async () => {
    const orange = { create: { width: 64, height: 64, channels: 3 as const, background: '#e07020' } };
    const originals = await Promise.all([
      sharp(orange).withIccProfile('p3').png().toBuffer(),
      sharp(orange).withIccProfile('cmyk').toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
      sharp(orange).toColourspace('rgb16').png().toBuffer(),
    ]);
    for (const original of originals) {
      const { image, bytesOf } = await rendered(original);
      const [red = 0, green = 0, blue = 0] = await pixelAt(bytesOf(keyOf(image, 'JPEG', 64)), 'left');
      expect(Math.max(Math.abs(red - 0xe0), Math.abs(green - 0x70), Math.abs(blue - 0x20))).toBeLessThan(24);
    }
  });

  it('keeps transparency in WebP and lays it on white in JPEG', async () => {
    const clear = {
      create: { width: 64, height: 64, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    };
    const { image, bytesOf } = await rendered(await sharp(clear).png().toBuffer());
    expect((await sharp(bytesOf(keyOf(image, 'WEBP', 64))).metadata()).hasAlpha).toBe(true);
    expect(await pixelAt(bytesOf(keyOf(image, 'JPEG', 64)), 'left')).toEqual([255, 255, 255]);
  });

  it('adds AVIF afterwards, and then all is there', async () => {
    const { job, image, bytesOf } = await rendered(await halves(400, 200).png().toBuffer());
    expect(isComplete(image)).toBe(false);
    const late = await renderLateFormats(job, image);
    if (!late.ok) throw new Error(late.refusals[0].code);
    expect(isComplete(late.value)).toBe(true);
    expect((await sharp(bytesOf(keyOf(late.value, 'AVIF', 320))).metadata()).compression).toBe('av1');
  });

  it('keeps an animation moving, as WebP at once and as GIF afterwards, with a JPEG of its first frame', async () => {
    const { job, image, bytesOf } = await rendered(await moving(5, 320, 240));
    expect(image.animated).toBe(true);
    expect(await sharp(bytesOf(keyOf(image, 'WEBP', 160)), { pages: -1 }).metadata()).toMatchObject({
      pages: 5,
      pageHeight: 120,
      delay: Array.from({ length: 5 }, () => 70),
      loop: 0,
    });
    expect((await sharp(bytesOf(keyOf(image, 'JPEG', 320))).metadata()).pages ?? 1).toBe(1);
    const late = await renderLateFormats(job, image);
    expect(late.ok && (await sharp(bytesOf(keyOf(late.value, 'GIF', 160))).metadata()).pages).toBe(5);
  });

  it('costs nothing the second time, and makes only what is missing after a death in the middle', async () => {
    const { job, image, puts, stored } = await rendered(await halves(400, 400).png().toBuffer());
    const before = puts.length;
    expect(await renderImage(job)).toEqual({ ok: true, value: image });
    expect(puts.length).toBe(before);
    stored.delete(`private:img/test/${job.sha256.slice(0, 2)}/${job.sha256}/image.json`);
    stored.delete(`public:${keyOf(image, 'WEBP', 320)}`);
    expect(await renderImage(job)).toEqual({ ok: true, value: image });
    expect(puts.slice(before)).toEqual([keyOf(image, 'WEBP', 320), expect.stringContaining('image.json')]);
  });

  it('can be forgotten as a whole', async () => {
    const { job, stored } = await rendered(await halves(100, 100).png().toBuffer());
    await deleteRenderedImage(job.objects, job);
    expect(stored.size).toBe(0);
  });

  it('refuses a file that ends too early, and leaves nothing behind', async () => {
    const whole = await halves(800, 800).jpeg().toBuffer();
    expect(await refused(whole.subarray(0, whole.length >> 1))).toEqual({ code: 'CORRUPT_IMAGE', left: 0 });
  });

  it('shows only the picture of a file that is two things at once', async () => {
    const gif = await halves(40, 40).gif().toBuffer();
    const { image, bytesOf } = await rendered(
      Buffer.concat([gif, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]),
    );
    for (const { key } of image.files) expect(bytesOf(key)?.includes('alert(1)')).toBe(false);
  });

  it('throws, rather than refusing the file, when the store is away', async () => {
    const { job } = await jobOf(await halves(64, 64).png().toBuffer());
    const away = { ...job.objects, put: () => Promise.reject(Object.assign(new Error('connect'), { errno: -111 })) };
    await expect(renderImage({ ...job, objects: away })).rejects.toThrow('connect');
  });
});
