import { asClient } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, type ImageMarket, openImageMarket } from './image-market.ts';
import { editor, otherEditor, otherShopId, productInput, shopId } from './market.ts';

const erp = asClient('cli_erp', shopId, ['catalog:write']);

describe('the order in which pictures are made', () => {
  let market: ImageMarket;
  let categoryId: string;
  beforeAll(async () => {
    market = await openImageMarket();
    categoryId = await market.category('Turns');
  });
  afterAll(() => market.close());

  let made = 0;
  const newProduct = async (shop: string, as: typeof editor): Promise<string> => {
    made += 1;
    const changes = { externalId: `turn-${made}`, variants: [{ sku: `TURN-${made}`, priceMinor: '5' }] };
    return (await market.setProduct(productInput(categoryId, changes), { shop, as })).product?.id ?? '';
  };
  /** Sends pictures for products of their own; gives their ids. */
  const send = async (count: number, shop: string, owner: typeof editor, as = owner): Promise<string[]> => {
    const ids: string[] = [];
    for (let sent = 0; sent < count; sent += 1) {
      const productId = await newProduct(shop, owner);
      const bytes = Buffer.concat([await fixture('basn6a16.png'), Buffer.from(`${productId}`)]);
      const uploadId = await market.upload(productId, bytes, as);
      const { image } = await market.attach(productId, uploadId, as);
      ids.push(image?.id ?? '');
    }
    return ids;
  };
  /** Works on everything; gives the ids in the order in which the pictures became ready. */
  const order = async (): Promise<string[]> => {
    const ready: string[] = [];
    const original = market.services.objects.getFile;
    const objects = market.services.objects as { getFile: typeof original };
    objects.getFile = async (bucket, key, path) => {
      const [row] = await market.database.sql<{ id: string; state: string }[]>`
        select id, state from product_image where original_key = ${key}`;
      if (row?.state === 'PROCESSING') ready.push(row.id);
      return original.call(market.services.objects, bucket, key, path);
    };
    await market.runJobs();
    objects.getFile = original;
    return ready;
  };

  it('lets a single picture of another shop, and one sent by hand, come before the rest of an import', async () => {
    const imported = await send(6, shopId, editor, erp);
    market.clock.advance(5_000);
    const [single] = await send(1, otherShopId, otherEditor);
    const [byHand] = await send(1, shopId, editor);
    const finished = await order();
    expect(finished).toHaveLength(8);
    // The first of the import was there before; then whoever waits for one picture; then the rest, in its own order.
    expect(finished.slice(0, 3)).toEqual([imported[0], single, byHand]);
    expect(finished.slice(3)).toEqual(imported.slice(1));
  });

  it('takes turns between two shops that send many, whoever was first', async () => {
    const [first, second] = [await send(6, shopId, editor), await send(6, otherShopId, otherEditor)];
    const finished = await order();
    for (let pair = 0; pair < 6; pair += 1)
      expect(new Set(finished.slice(pair * 2, pair * 2 + 2))).toEqual(new Set([first[pair], second[pair]]));
  });

  it('makes an import wait for no more than a while: what people send later and later comes behind it', async () => {
    const imported = await send(2, shopId, editor, erp);
    market.clock.advance(60_000);
    const [late] = await send(1, otherShopId, otherEditor);
    expect(await order()).toEqual([...imported, late]);
  });
});
