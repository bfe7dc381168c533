import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspectImage } from '@vitrina/platform/images';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyFrames, pngBomb, svgWithEntity } from '../../../platform/src/images/fixtures/hostile.ts';
import { type ImageMarket, openImageMarket, type ShownImage } from './image-market.ts';
import { editor } from './market.ts';

const corpus = resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'images-robustness');
const perProduct = 20;

/** Codes a seller may read of a file; anything else is a bug. */
const refusals = new Set([
  'UNSUPPORTED_FILE_TYPE',
  'UNSUPPORTED_IMAGE_TYPE',
  'CORRUPT_IMAGE',
  'TOO_MANY_PIXELS',
  'TOO_MANY_FRAMES',
  'IMAGE_TOO_SMALL',
]);

interface Sent {
  readonly name: string;
  readonly bytes: Buffer;
}

const filesOf = async (folder: string): Promise<Sent[]> => {
  const names = (await readdir(join(corpus, folder))).filter((name) => !name.endsWith('.LICENSE')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: `${folder}/${name}`, bytes: await readFile(join(corpus, folder, name)) })),
  );
};

describe('every file somebody ever broke a decoder with', () => {
  let market: ImageMarket;
  beforeAll(async () => {
    market = await openImageMarket();
  });
  afterAll(() => market.close());

  const outcomeOf = (id: string, images: readonly ShownImage[]): string => {
    const image = images.find((candidate) => candidate.id === id);
    return image?.state === 'FAILED' ? (image.failure?.code ?? '') : (image?.state ?? 'gone');
  };

  /** Sends up to twenty files as pictures of one product; what became of each, by name. */
  const sendTwenty = async (files: readonly Sent[]): Promise<[string, string][]> => {
    const productId = await market.newProduct();
    const sent: { name: string; id?: string; code: string }[] = [];
    for (const { name, bytes } of files) {
      const { image, userErrors } = await market.attach(productId, await market.upload(productId, bytes));
      sent.push({ name, ...(image ? { id: image.id } : {}), code: userErrors[0]?.code ?? '' });
    }
    await market.runJobs();
    const images = await market.images(productId, editor);
    for (const image of images) if (image.state === 'READY') await expectShowable(image);
    return sent.map(({ name, id, code }) => [name, id ? outcomeOf(id, images) : code]);
  };

  /** What a browser would fetch is a WebP of the very size that is said. */
  const expectShowable = async (image: ShownImage): Promise<void> => {
    const key = image.url?.replace(/^.*(?=img\/catalog\/)/, '') ?? '';
    const found = await market.services.objects.get('public', key);
    const chunks: Buffer[] = [];
    for await (const chunk of found?.body ?? []) chunks.push(chunk as Buffer);
    const facts = await inspectImage(Buffer.concat(chunks), { ...bare, minSide: 1 });
    expect(facts.ok && facts.value.contentType, key).toBe('image/webp');
  };
  const bare = { maxPixels: 1e9, maxFrames: 1e5, minSide: 1, timeoutSeconds: 20 };

  const send = async (files: readonly Sent[]): Promise<Map<string, string>> => {
    const outcomes: [string, string][] = [];
    for (let at = 0; at < files.length; at += perProduct)
      outcomes.push(...(await sendTwenty(files.slice(at, at + perProduct))));
    return new Map(outcomes);
  };

  const expectDecided = (outcomes: Map<string, string>): void => {
    const odd = [...outcomes].filter(([, outcome]) => outcome !== 'READY' && !refusals.has(outcome));
    expect(odd).toEqual([]);
  };

  it.each(['pillow', 'firefox'])(
    'ends as a picture or as a refusal with a reason: %s',
    async (folder) => {
      const outcomes = await send(await filesOf(folder));
      expectDecided(outcomes);
      expect([...outcomes.values()].filter((outcome) => outcome === 'READY').length).toBeGreaterThan(50);
    },
    900_000,
  );

  it('ends as a picture for every PNG of PngSuite that is a picture at all', async () => {
    const outcomes = await send(await filesOf('pngsuite'));
    expectDecided(outcomes);
    const refused = [...outcomes].filter(([, outcome]) => outcome !== 'READY' && outcome !== 'IMAGE_TOO_SMALL');
    // Files whose names begin with x are broken on purpose.
    expect(refused.filter(([name]) => !name.startsWith('pngsuite/x'))).toEqual([]);
  }, 900_000);

  it('is refused for what it is when it was made to hurt', async () => {
    const outcomes = await send([
      { name: 'bomb.png', bytes: pngBomb(50_000, 50_000) },
      { name: 'long.gif', bytes: manyFrames(10_000, 16, 16) },
      { name: 'entity.svg', bytes: svgWithEntity },
      { name: 'zip.gif', bytes: Buffer.concat([manyFrames(1, 32, 32), Buffer.from('PK\u0003\u0004<script>')]) },
      { name: 'page.jpg', bytes: Buffer.from('\xff\xd8\xff\xe0<html><script>alert(1)</script>', 'latin1') },
    ]);
    expect(Object.fromEntries(outcomes)).toMatchObject({
      'bomb.png': 'TOO_MANY_PIXELS',
      'long.gif': 'TOO_MANY_FRAMES',
      'entity.svg': 'UNSUPPORTED_FILE_TYPE',
      'zip.gif': 'READY',
      'page.jpg': 'CORRUPT_IMAGE',
    });
  }, 120_000);

  it('leaves no scratch behind', async () => {
    const left = await readdir(join(tmpdir(), 'vitrina-scratch'));
    expect(left.filter((name) => name.startsWith(`catalog.image-${process.pid}-`))).toEqual([]);
  });
});
