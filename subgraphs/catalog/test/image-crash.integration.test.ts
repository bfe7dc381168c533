import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DiskObjectStore } from '@vitrina/platform/objects';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, type ImageMarket, openImageMarket } from './image-market.ts';
import { editor } from './market.ts';

const script = fileURLToPath(new URL('./fixtures/image-process.ts', import.meta.url));

describe('a worker killed while it renders a picture', () => {
  let market: ImageMarket;
  let url: string;
  let folder: string;
  beforeAll(async () => {
    market = await openImageMarket();
    const { host, port, user, pass, database } = market.database.sql.options;
    url = `postgres://${user}:${pass ?? ''}@${host[0]}:${port[0]}/${database}`;
    const { partialsFolder } = market.services.objects as unknown as DiskObjectStore;
    folder = dirname(dirname(partialsFolder));
  });
  afterAll(() => market.close());

  const start = (crashPoint = '') =>
    spawn(process.execPath, ['--import', 'tsx', script, url, folder], {
      env: { ...process.env, VITRINA_CRASH_POINT: crashPoint },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  /** A picture due by the clock on the wall, which is the one the process has. */
  const addDue = async (productId: string, bytes: Buffer): Promise<string> => {
    const imageId = await market.add(productId, bytes);
    await market.database.sql`update product_image set due_at = now() - interval '1 minute' where id = ${imageId}`;
    return imageId;
  };

  /** What the sweep and the queue do once the dead worker's lease has run out. */
  const takeUpAgain = async (imageId: string): Promise<void> => {
    await market.database
      .sql`update product_image set due_at = ${market.clock.now().toISOString()} where id = ${imageId}`;
    await market.runSweep('wake-due-images');
    await market.runJobs();
  };

  const expectShownOnce = async (productId: string): Promise<void> => {
    const [image] = await market.images(productId);
    expect(image).toMatchObject({ state: 'READY', failure: null });
    expect(image?.srcset?.split(', ').at(-1)).toMatch(/1024w$/);
    const news = (await market.published()).filter(({ aggregateId }) => aggregateId === productId);
    expect(news.map(({ name }) => name)).toEqual(['product.created', 'product.updated']);
  };

  it('after all files are made leaves them to the next, who shows the picture once', async () => {
    const productId = await market.newProduct();
    const imageId = await addDue(productId, await fixture('cushion.png'));
    const [, signal] = (await once(start('catalog.image.rendered'), 'close')) as [unknown, string];
    expect(signal).toBe('SIGKILL');
    expect(await market.images(productId, editor)).toMatchObject([{ state: 'PROCESSING' }]);
    await takeUpAgain(imageId);
    await expectShownOnce(productId);
  }, 240_000);

  it('in the middle of encoding loses nothing but time', async () => {
    const productId = await market.newProduct();
    // Other bytes of the same picture: nothing of it has been rendered before.
    const imageId = await addDue(productId, Buffer.concat([await fixture('cushion.png'), Buffer.from('again')]));
    const worker = start();
    await once(worker.stdout, 'data');
    await pause(300);
    worker.kill('SIGKILL');
    await once(worker, 'close');
    expect(await market.images(productId)).toEqual([]);
    await takeUpAgain(imageId);
    await expectShownOnce(productId);
  }, 240_000);
});
