import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, type ImageMarket, openImageMarket, type ShownImage } from './image-market.ts';
import { editor } from './market.ts';

let made = 0;
/** A small picture whose bytes no other has (what follows a PNG's end is not looked at): files are shared by content. */
const newPicture = async (): Promise<Buffer> => {
  made += 1;
  return Buffer.concat([await fixture('basn6a16.png'), Buffer.from(`${made}`)]);
};

describe('the work on pictures', () => {
  let market: ImageMarket;
  beforeAll(async () => {
    market = await openImageMarket();
  });
  afterAll(() => market.close());

  const filesOf = async (image: ShownImage | undefined): Promise<number> => {
    const prefix = /img\/catalog\/[0-9a-f]{2}\/[0-9a-f]{64}\//.exec(image?.url ?? '')?.[0] ?? 'none/';
    return (await market.services.objects.list('public', prefix)).length;
  };
  const remove = (imageId: string) =>
    market.mutate<{ product: { id: string } }>('deleteProductImage', { imageId }, 'product { id }');
  const stateOf = async (productId: string) => (await market.images(productId, editor))[0];

  /** Makes the object store fail until it is called. */
  const breakStore = () => {
    const objects = market.services.objects as { put: (typeof market.services.objects)['put'] };
    const { put } = objects;
    objects.put = () => Promise.reject(Object.assign(new Error('store away'), { errno: -111 }));
    return () => {
      objects.put = put;
    };
  };

  it('is taken up again by the sweep when its wake was lost or its worker died', async () => {
    const productId = await market.newProduct();
    const imageId = await market.add(productId, await newPicture());
    // What a killed worker leaves behind: a lease that runs out.
    const leased = new Date(market.clock.now().getTime() + 120_000);
    await market.database
      .sql`update product_image set due_at = ${leased.toISOString()}, tries = 1 where id = ${imageId}`;
    await market.runJobs();
    await market.runSweep('wake-due-images');
    await market.runJobs();
    expect(await stateOf(productId)).toMatchObject({ state: 'PROCESSING' });
    market.clock.advance(121_000);
    await market.runSweep('wake-due-images');
    await market.runJobs();
    expect(await stateOf(productId)).toMatchObject({ state: 'READY' });
  });

  it('waits out a store that is away and refuses nothing for it', async () => {
    const productId = await market.newProduct();
    await market.add(productId, await newPicture());
    const repair = breakStore();
    await expect(market.runJobs()).rejects.toThrow('store away');
    expect(await stateOf(productId)).toMatchObject({ state: 'PROCESSING' });
    repair();
    market.clock.advance(3_000);
    await market.runSweep('wake-due-images');
    await market.runJobs();
    expect(await stateOf(productId)).toMatchObject({ state: 'READY' });
  });

  it('ends for a picture that kills its worker each time, and for that one alone', async () => {
    const [poisoned, fine] = [await market.newProduct(), await market.newProduct()];
    const imageId = await market.add(poisoned, await newPicture());
    await market.database.sql`update product_image set tries = 10 where id = ${imageId}`;
    await market.add(fine, await newPicture());
    await market.runJobs();
    expect(await stateOf(poisoned)).toMatchObject({ state: 'FAILED', failure: { code: 'PROCESSING_FAILED' } });
    expect(await stateOf(fine)).toMatchObject({ state: 'READY' });
  });

  it('is done once when two workers get it, and the product says so once', async () => {
    const productId = await market.newProduct();
    await market.add(productId, await newPicture());
    await market.runSweep('wake-due-images');
    await market.runJobs();
    const updates = (await market.published()).filter(({ aggregateId }) => aggregateId === productId);
    expect(updates.map(({ name }) => name)).toEqual(['product.created', 'product.updated']);
  });

  it('is not repeated for bytes that were rendered before', async () => {
    const bytes = await newPicture();
    const [first, second] = [await market.newProduct(), await market.newProduct()];
    await market.add(first, bytes);
    await market.runJobs();
    await market.add(second, bytes);
    // Nothing can be written, and nothing has to be.
    const repair = breakStore();
    await market.runJobs();
    repair();
    expect((await stateOf(second))?.url).toBe((await stateOf(first))?.url);
    expect((await stateOf(second))?.url).not.toBeNull();
  });

  it('keeps files as long as one picture has them, and removes them with the last', async () => {
    const bytes = await newPicture();
    const [first, second] = [await market.newProduct(), await market.newProduct()];
    const [one, two] = [await market.add(first, bytes), await market.add(second, bytes)];
    await market.runJobs();
    const shown = await stateOf(first);
    expect(await filesOf(shown)).toBe(3);
    await remove(one);
    await market.runSweep('remove-deleted-images');
    expect(await filesOf(shown)).toBe(3);
    await remove(two);
    await market.runSweep('remove-deleted-images');
    expect(await filesOf(shown)).toBe(0);
    expect(await market.images(second, editor)).toEqual([]);
  });

  it('leaves files that cannot be removed for the next time, and those alone', async () => {
    const [first, second] = [await market.newProduct(), await market.newProduct()];
    const [one, two] = [await market.add(first, await newPicture()), await market.add(second, await newPicture())];
    await market.runJobs();
    const [stuck, other] = [await stateOf(first), await stateOf(second)];
    await remove(one);
    await remove(two);
    const { objects } = market.services;
    const { delete: remover } = objects;
    let attempts = 0;
    objects.delete = async (...args) => {
      attempts += 1;
      if (attempts === 1) throw new Error('not now');
      return remover(...args);
    };
    await expect(market.runSweep('remove-deleted-images')).rejects.toThrow('Files of 1 deleted images stay for now.');
    objects.delete = remover;
    expect([await filesOf(stuck), await filesOf(other)]).toEqual([3, 0]);
    await market.runSweep('remove-deleted-images');
    expect(await filesOf(stuck)).toBe(0);
  });

  it('renders anew what was removed, and leaves nothing of a picture deleted before its turn', async () => {
    const bytes = await newPicture();
    const productId = await market.newProduct();
    const originals = async () => (await market.services.objects.list('private', 'uploads/')).length;
    const before = await originals();
    const gone = await market.add(productId, bytes);
    expect(await originals()).toBe(before + 1);
    await remove(gone);
    await market.runJobs();
    await market.runSweep('remove-deleted-images');
    expect(await originals()).toBe(before);
    await market.add(productId, bytes);
    await market.runJobs();
    expect(await filesOf(await stateOf(productId))).toBe(3);
  });

  it('does not mix in bytes that were sent after the picture was checked', async () => {
    const productId = await market.newProduct();
    const imageId = await market.add(productId, await newPicture());
    await market.runJobs();
    const [row] = await market.database.sql<{ original_key: string }[]>`
      update product_image set due_at = ${market.clock.now().toISOString()}, image = jsonb_set(image, '{files}', '[]')
      where id = ${imageId} returning original_key`;
    const key = row?.original_key ?? '';
    await market.services.objects.put('private', key, await newPicture(), { contentType: 'image/png' });
    await market.runSweep('wake-due-images');
    await market.runJobs();
    expect(await stateOf(productId)).toMatchObject({ state: 'READY', avif: null });
  });
});
