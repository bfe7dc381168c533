import { expect, it } from 'vitest';
import { type ImageFormat, imageFields, type ProcessedImage } from './index.ts';

const file = (format: ImageFormat, width: number) => ({
  format,
  width,
  height: width,
  key: `${width}.${format.toLowerCase()}`,
  sizeBytes: 1,
});

const image: ProcessedImage = {
  sha256: 'ab',
  width: 700,
  height: 500,
  animated: false,
  thumbhash: 'aGFzaA==',
  dominantColor: '#aabbcc',
  files: [file('JPEG', 320), file('JPEG', 640), file('WEBP', 640), file('WEBP', 320)],
};

const ctx = { services: { objects: { publicUrl: (key: string) => `https://cdn.test/${key}` } } };
const fields = imageFields<{ image: ProcessedImage | null }>({ image: (row) => row.image, alt: () => 'A teapot' });
const url = (width: number, format: ImageFormat) => fields.url({ image }, { width, format }, ctx);

it('chooses the smallest width that is wide enough, and the widest when none is', () => {
  expect(url(1, 'WEBP')).toBe('https://cdn.test/320.webp');
  expect(url(320, 'WEBP')).toBe('https://cdn.test/320.webp');
  expect(url(321, 'WEBP')).toBe('https://cdn.test/640.webp');
  expect(url(4000, 'JPEG')).toBe('https://cdn.test/640.jpeg');
});

it('falls back to WebP while a format is not rendered', () => {
  expect(url(300, 'AVIF')).toBe('https://cdn.test/320.webp');
  expect(fields.url({ image: { ...image, files: [file('JPEG', 9)] } }, { width: 1, format: 'AVIF' }, ctx)).toBe(
    'https://cdn.test/9.jpeg',
  );
});

it('writes a srcset of every width of one format, ascending, and none for a format that is not there', () => {
  expect(fields.srcset({ image }, { format: 'WEBP' }, ctx)).toBe(
    'https://cdn.test/320.webp 320w, https://cdn.test/640.webp 640w',
  );
  expect(fields.srcset({ image }, { format: 'AVIF' }, ctx)).toBeNull();
});

it('says nothing but the alternative text while nothing is rendered', () => {
  const row = { image: null };
  expect([fields.url(row, { width: 640, format: 'WEBP' }, ctx), fields.srcset(row, { format: 'WEBP' }, ctx)]).toEqual([
    null,
    null,
  ]);
  expect([fields.width(row), fields.height(row), fields.thumbhash(row), fields.dominantColor(row)]).toEqual(
    Array.from({ length: 4 }, () => null),
  );
  expect(fields.alt(row)).toBe('A teapot');
});
