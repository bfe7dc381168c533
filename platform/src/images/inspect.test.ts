import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { manyFrames, pngBomb, svgWithEntity } from './fixtures/hostile.ts';
import { inspectImage } from './index.ts';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

/** The code of a refusal, or what was found. */
const judged = async (source: Buffer) => {
  const result = await inspectImage(source);
  return result.ok ? result.value : result.refusals[0].code;
};

describe('an image', () => {
  it.each([
    ['image/jpeg', () => flat(40, 30).jpeg()],
    ['image/png', () => flat(40, 30).png()],
    ['image/webp', () => flat(40, 30).webp()],
    ['image/gif', () => flat(40, 30).gif()],
    ['image/avif', () => flat(40, 30).avif()],
    ['image/tiff', () => flat(40, 30).tiff()],
  ])('is %s by its bytes', async (contentType, make) => {
    expect(await judged(await make().toBuffer())).toMatchObject({ contentType, width: 40, height: 30, frames: 1 });
  });

  it('has the size it has once it is turned upright', async () => {
    const turned = await flat(40, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await judged(turned)).toMatchObject({ width: 30, height: 40 });
  });

  it('is refused below 16 pixels on a side', async () => {
    expect(await judged(await flat(200, 15).png().toBuffer())).toBe('IMAGE_TOO_SMALL');
  });
});

describe('what is no image, or too much of one', () => {
  it('is refused by what its header says, before anything is decoded', async () => {
    const before = process.memoryUsage().rss;
    expect(await judged(pngBomb(50_000, 50_000))).toBe('TOO_MANY_PIXELS');
    expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
  });

  it('counts the pixels of all frames', async () => {
    expect(await judged(manyFrames(100, 2000, 2000))).toBe('TOO_MANY_PIXELS');
  });

  it('is refused for its number of frames', async () => {
    expect(await judged(manyFrames(10_000, 16, 16))).toBe('TOO_MANY_FRAMES');
  });

  it('is refused when it is an SVG: markup can name files and addresses', async () => {
    expect(await judged(svgWithEntity)).toBe('UNSUPPORTED_IMAGE_TYPE');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('<html><script>alert(1)</script>')],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj')],
    ['zeros', Buffer.alloc(4096)],
  ])('is refused when it is %s', async (_name, bytes) => {
    expect(['UNSUPPORTED_IMAGE_TYPE', 'CORRUPT_IMAGE']).toContain(await judged(bytes));
  });
});
