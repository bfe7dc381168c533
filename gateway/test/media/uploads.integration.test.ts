import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { uploadKey } from '@vitrina/platform/uploads';
import { Upload as TusUpload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskUploadStore } from '../../src/media/uploads/disk-upload-store.ts';
import { type MediaServer, startMediaServer, storefront } from '../fixtures/media-server.ts';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let media: MediaServer;
let serial = 0;
beforeAll(async () => {
  media = await startMediaServer();
});
afterAll(() => media.close());

const open = (maxBytes: number, ttlSeconds?: number) => {
  serial += 1;
  return media.ticket(`upl_${serial}`, maxBytes, ttlSeconds);
};
type Ticket = Awaited<ReturnType<typeof open>>;

const send = (
  ticket: { token: string },
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer<ArrayBuffer>,
) =>
  fetch(`${media.url}${path}`, {
    method,
    headers: {
      'tus-resumable': '1.0.0',
      authorization: `Bearer ${ticket.token}`,
      ...(method === 'PATCH' && { 'content-type': 'application/offset+octet-stream' }),
      ...headers,
    },
    ...(body && { body }),
  });
const create = (ticket: Ticket, length: number) =>
  send(ticket, 'POST', '/uploads', { 'upload-length': String(length) });
const patch = (ticket: Ticket, offset: number, body: Buffer<ArrayBuffer>, id = ticket.id) =>
  send(ticket, 'PATCH', `/uploads/${id}`, { 'upload-offset': String(offset) }, body);
const offsetOf = async (ticket: Ticket) =>
  Number((await send(ticket, 'HEAD', `/uploads/${ticket.id}`)).headers.get('upload-offset'));
const code = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;
const stored = async (id: string) => {
  const found = await media.objects.store.get('private', uploadKey(id));
  return found && buffer(found.body);
};
const partialsOf = async ({ id }: Ticket) =>
  (await readdir(join(media.folder, 'private', '.partial'))).filter((name) => name.split('.')[0] === id);

/** Sends the head and part of the body of a PATCH over a bare socket, then cuts the line. */
const cutPatch = async (ticket: Ticket, offset: number, announced: number, part: Buffer) => {
  const socket = connect(Number(new URL(media.url).port), '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  const head = [
    `PATCH /uploads/${ticket.id} HTTP/1.1`,
    'host: x',
    'tus-resumable: 1.0.0',
    `authorization: Bearer ${ticket.token}`,
    'content-type: application/offset+octet-stream',
    `upload-offset: ${offset}`,
    `content-length: ${announced}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  await new Promise((resolve) => socket.write(part, resolve));
  return socket;
};

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
  }, 60_000);

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
    await pause(50);
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
    await pause(50);
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

describe('limits', () => {
  it('hold before bytes are kept', async () => {
    const ticket = await open(1_000);
    const tooLong = await create(ticket, 1_001);
    expect([tooLong.status, await code(tooLong)]).toEqual([413, 'FILE_TOO_LARGE']);
    const empty = await create(ticket, 0);
    expect([empty.status, await code(empty)]).toEqual([400, 'FILE_EMPTY']);
    expect((await send(ticket, 'POST', '/uploads', { 'upload-defer-length': '1' })).status).toBe(400);
    expect(await partialsOf(ticket)).toEqual([]);
  });

  it('hold against a body that is longer than announced', async () => {
    const ticket = await open(1_000);
    await create(ticket, 100);
    const response = await patch(ticket, 0, Buffer.alloc(500));
    expect([response.status, await code(response)]).toEqual([413, 'FILE_TOO_LARGE']);
    const endless = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(80));
      },
    });
    await fetch(`${media.url}/uploads/${ticket.id}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        authorization: `Bearer ${ticket.token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
      body: endless,
      duplex: 'half',
    } as RequestInit).catch(() => undefined);
    const object = await stored(ticket.id);
    expect(object?.length ?? 0).toBeLessThanOrEqual(100);
  });
});

describe('tokens', () => {
  it('are asked for on every request', async () => {
    const ticket = await open(10);
    await create(ticket, 10);
    for (const token of ['', 'nonsense', `${ticket.token}x`, (await open(10, -1)).token]) {
      for (const [method, path] of [
        ['POST', '/uploads'],
        ['PATCH', `/uploads/${ticket.id}`],
        ['DELETE', `/uploads/${ticket.id}`],
      ] as const) {
        const response = await send({ token }, method, path, { 'upload-length': '10', 'upload-offset': '0' });
        expect([response.status, await code(response)], `${method} ${token}`).toEqual([401, 'UPLOAD_TOKEN_INVALID']);
      }
    }
  });

  it('are for one upload', async () => {
    const mine = await open(10);
    const theirs = await open(10);
    await create(theirs, 10);
    const response = await patch(mine, 0, Buffer.from('x'), theirs.id);
    expect([response.status, await code(response)]).toEqual([403, 'UPLOAD_TOKEN_MISMATCH']);
    expect((await send(mine, 'DELETE', `/uploads/${theirs.id}`)).status).toBe(403);
    expect((await send(mine, 'HEAD', `/uploads/${theirs.id}`)).status).toBe(403);
  });
});

describe('the protocol', () => {
  it('refuses with JSON that says what to do', async () => {
    const ticket = await open(10);
    const missing = await send(ticket, 'PATCH', `/uploads/${ticket.id}`, { 'upload-offset': '0' }, Buffer.from('x'));
    expect([missing.status, await code(missing)]).toEqual([404, 'UPLOAD_NOT_FOUND']);
    await create(ticket, 10);
    const wrong = await patch(ticket, 5, Buffer.from('x'));
    expect([wrong.status, await code(wrong)]).toEqual([409, 'UPLOAD_OFFSET']);
    expect(wrong.headers.get('content-type')).toContain('application/json');
    const plain = await fetch(`${media.url}/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ticket.token}` },
    });
    expect(plain.status).toBe(412);
  });

  it('is open to the pages that are allowed, and to no other', async () => {
    const asked = (origin: string) =>
      fetch(`${media.url}/uploads`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'upload-offset,authorization',
        },
      });
    const allowed = await asked(storefront);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(storefront);
    expect(allowed.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('upload-offset');
    expect((await asked('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answered = await create(await open(10), 10);
    expect(answered.headers.get('access-control-expose-headers') ?? '').not.toContain('*');
  });
});

describe('what was left', () => {
  it('is deleted once no token can be valid any more', async () => {
    const disk = media.objects.disk;
    if (!disk) throw new Error('This store has a folder.');
    const folder = disk.partialsFolder;
    await mkdir(folder, { recursive: true });
    const left = await open(10);
    const running = await open(10);
    for (const ticket of [left, running]) await create(ticket, 10);
    const before = new Date(Date.now() - 8 * 24 * 3_600_000);
    for (const name of [left.id, `${left.id}.json`]) await utimes(join(folder, name), before, before);
    expect(await new DiskUploadStore(disk).deleteExpired()).toBe(2);
    expect((await send(left, 'HEAD', `/uploads/${left.id}`)).status).toBe(404);
    expect(await offsetOf(running)).toBe(0);
  });
});
