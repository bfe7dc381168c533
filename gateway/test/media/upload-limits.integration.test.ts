import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskUploadStore } from '../../src/media/uploads/disk-upload-store.ts';
import { type MediaServer, startMediaServer, storefront } from '../fixtures/media-server.ts';
import { tusClient } from '../fixtures/tus-client.ts';

let media: MediaServer;
beforeAll(async () => {
  media = await startMediaServer();
});
afterAll(() => media.close());
const { open, send, create, patch, offsetOf, code, stored, partialsOf } = tusClient(() => media);

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
