import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uploadKey } from '@vitrina/platform/uploads';
import { Upload as TusUpload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type MediaServer, startMediaServer } from '../fixtures/media-server.ts';
import { tusClient } from '../fixtures/tus-client.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let media: MediaServer;
beforeAll(async () => {
  media = await startMediaServer();
});
afterAll(() => media.close());
/** Waits until so many bytes of an unfinished upload are on the disk. */
const arrived = (id: string, bytes: number) =>
  vi.waitFor(async () => expect((await stat(join(media.folder, 'private', '.partial', id))).size).toBe(bytes), 15_000);
const { open, send, create, patch, offsetOf, code, stored, partialsOf, cutPatch } = tusClient(() => media);

describe('a resumable upload', () => {
  it('arrives by the reference client, in chunks, and is an object then', async () => {
    const bytes = randomBytes(3_000_000);
    const ticket = await open(bytes.length);
    await new Promise<void>((resolve, reject) => {
      new TusUpload(bytes, {
        endpoint: `${media.url}/uploads`,
        headers: { authorization: `Bearer ${ticket.token}` },
        chunkSize: 700_000,
        metadata: { filename: 'film.mp4', filetype: 'text/html' },
        onSuccess: () => resolve(),
        onError: reject,
      }).start();
    });
    expect(sha256((await stored(ticket.id)) ?? Buffer.alloc(0))).toBe(sha256(bytes));
    expect((await media.objects.store.head('private', uploadKey(ticket.id)))?.contentType).toBe(
      'application/octet-stream',
    );
    expect(await partialsOf(ticket)).toEqual([]);
  });

  it('cut 50 times at random places arrives as it was sent', async () => {
    const bytes = randomBytes(5_000_000);
    const ticket = await open(bytes.length);
    expect((await create(ticket, bytes.length)).status).toBe(201);
    let cuts = 0;
    for (let offset = await offsetOf(ticket); cuts < 50; offset = await offsetOf(ticket)) {
      const length = 1 + Math.floor(Math.random() * 90_000);
      const socket = await cutPatch(ticket, offset, bytes.length - offset, bytes.subarray(offset, offset + length));
      if (cuts % 3 === 0) await pause(2);
      socket.destroy();
      cuts += 1;
    }
    const offset = await offsetOf(ticket);
    expect(offset).toBeLessThan(bytes.length);
    expect((await patch(ticket, offset, bytes.subarray(offset))).status).toBe(204);
    expect(sha256((await stored(ticket.id)) ?? Buffer.alloc(0))).toBe(sha256(bytes));
  }, 240_000);

  it('goes on after the server was started anew', async () => {
    const bytes = randomBytes(200_000);
    const ticket = await open(bytes.length);
    await create(ticket, bytes.length);
    await patch(ticket, 0, bytes.subarray(0, 50_000));
    await media.restart();
    expect(await offsetOf(ticket)).toBe(50_000);
    expect((await patch(ticket, 50_000, bytes.subarray(50_000))).status).toBe(204);
    expect(await stored(ticket.id)).toEqual(bytes);
  });

  it('is completed by whoever asks when the process died after the last byte', async () => {
    const bytes = randomBytes(10_000);
    const ticket = await open(bytes.length);
    await create(ticket, bytes.length);
    // As a killed process leaves it: all bytes, and the first part of what is appended to make them an object.
    await writeFile(
      join(media.folder, 'private', '.partial', ticket.id),
      Buffer.concat([bytes, Buffer.from('{"cont')]),
    );
    expect(await offsetOf(ticket)).toBe(bytes.length);
    expect(await stored(ticket.id)).toEqual(bytes);
  });

  it('tells a client that lost the last answer that everything is there', async () => {
    const ticket = await open(5);
    await create(ticket, 5);
    await patch(ticket, 0, Buffer.from('hello'));
    expect(await offsetOf(ticket)).toBe(5);
    const again = await create(ticket, 5);
    expect([again.status, await code(again)]).toEqual([409, 'UPLOAD_FINISHED']);
    expect((await send(ticket, 'DELETE', `/uploads/${ticket.id}`)).status).toBe(400);
    expect(await stored(ticket.id)).toEqual(Buffer.from('hello'));
  });

  it('begins anew when it is created again, and ends when it is terminated', async () => {
    const ticket = await open(10);
    await create(ticket, 10);
    await patch(ticket, 0, Buffer.from('12345'));
    await create(ticket, 8);
    expect(await offsetOf(ticket)).toBe(0);
    expect((await send(ticket, 'DELETE', `/uploads/${ticket.id}`)).status).toBe(204);
    expect((await send(ticket, 'HEAD', `/uploads/${ticket.id}`)).status).toBe(404);
    expect(await partialsOf(ticket)).toEqual([]);
  });

  it('does not replace what a signed PUT brought in the meantime', async () => {
    const ticket = await open(10);
    await create(ticket, 10);
    const socket = await cutPatch(ticket, 0, 10, Buffer.from('12345'));
    await arrived(ticket.id, 5);
    await media.objects.store.put('private', uploadKey(ticket.id), Buffer.from('first'), { contentType: 'text/plain' });
    socket.write('67890');
    await once(socket, 'data');
    socket.destroy();
    expect(await stored(ticket.id)).toEqual(Buffer.from('first'));
  });
});

describe('two requests of one upload at once', () => {
  it('take turns: the older lets go, nothing is written twice', async () => {
    const bytes = randomBytes(100_000);
    const ticket = await open(bytes.length);
    await create(ticket, bytes.length);
    const stuck = await cutPatch(ticket, 0, bytes.length, bytes.subarray(0, 30_000));
    await arrived(ticket.id, 30_000);
    const offset = await offsetOf(ticket);
    expect(offset).toBe(30_000);
    const rivals = await Promise.all([
      patch(ticket, offset, bytes.subarray(offset)),
      patch(ticket, offset, bytes.subarray(offset)),
    ]);
    expect(rivals.map(({ status }) => status).sort()).toEqual([204, 409]);
    stuck.destroy();
    expect(await stored(ticket.id)).toEqual(bytes);
  });
});
