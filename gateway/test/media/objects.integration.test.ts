import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaServer, startMediaServer, storefront } from '../fixtures/media-server.ts';

const bytes = Buffer.from(Array.from({ length: 1_000 }, (_, index) => index % 251));
const segment = 'video/vid_1/tok/seg-00001.m4s';

let media: MediaServer;
beforeAll(async () => {
  media = await startMediaServer();
  await media.objects.store.put('public', segment, bytes, { contentType: 'video/mp4' });
});
afterAll(() => media.close());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${media.url}${path}`, { method, headers });
const body = async (response: Response) => Buffer.from(await response.arrayBuffer());
const code = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('public files', () => {
  it('come whole, cacheable for ever, readable by players of any page, and unable to run', async () => {
    const response = await get(`/media/${segment}`, { origin: 'https://elsewhere.example' });
    expect(response.status).toBe(200);
    expect(await body(response)).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '1000',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(response.headers.get('access-control-expose-headers')).toContain('content-range');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('tell about themselves on HEAD without a body', async () => {
    const response = await get(`/media/${segment}`, {}, 'HEAD');
    expect(response.headers.get('content-length')).toBe('1000');
    expect(await body(response)).toHaveLength(0);
  });

  it('come in parts', async () => {
    const response = await get(`/media/${segment}`, { range: 'bytes=100-199' });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe('bytes 100-199/1000');
    expect(response.headers.get('content-length')).toBe('100');
    expect(await body(response)).toEqual(bytes.subarray(100, 200));
    const tail = await get(`/media/${segment}`, { range: 'bytes=-5' });
    expect(await body(tail)).toEqual(bytes.subarray(995));
  });

  it('say how long they are when a range lies outside', async () => {
    const response = await get(`/media/${segment}`, { range: 'bytes=1000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */1000');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('are not sent again to who has them', async () => {
    const first = await get(`/media/${segment}`, {}, 'HEAD');
    const etag = first.headers.get('etag') ?? '';
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect((await get(`/media/${segment}`, { 'if-none-match': tag })).status).toBe(304);
    expect((await get(`/media/${segment}`, { 'if-none-match': '"other"' })).status).toBe(200);
    const since = first.headers.get('last-modified') ?? '';
    expect((await get(`/media/${segment}`, { 'if-modified-since': since })).status).toBe(304);
  });

  it('come whole when the part belongs to another version', async () => {
    const etag = (await get(`/media/${segment}`, {}, 'HEAD')).headers.get('etag') ?? '';
    const part = (condition: string) => get(`/media/${segment}`, { range: 'bytes=0-9', 'if-range': condition });
    expect((await part(etag)).status).toBe(206);
    expect((await part('"older"')).status).toBe(200);
    expect((await part(`W/${etag}`)).status).toBe(200);
  });

  it('that are pages or drawings are downloads, whatever they are called', async () => {
    for (const contentType of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript']) {
      await media.objects.store.put('public', 'img/evil', Buffer.from('<svg onload="alert(1)"/>'), { contentType });
      const response = await get('/media/img/evil');
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
      expect(response.headers.get('content-disposition')).toBe('attachment');
    }
  });

  it('that are not there, and ways out of the folder, are the same 404', async () => {
    await media.objects.store.put('private', 'secret', Buffer.from('x'), { contentType: 'text/plain' });
    for (const path of [
      '/media/none',
      '/media/..%2fprivate%2fsecret',
      '/media/%2e%2e/private/secret',
      '/media/.tmp/x',
      '/media/a//b',
      '/media/a%00',
    ])
      expect((await get(path)).status, path).toBe(404);
    expect((await get(`/media/${'k'.repeat(400)}`)).status).toBe(404);
  });

  it('are served to the end from the version that was opened, while they are replaced', async () => {
    const large = Buffer.alloc(8 * 1_048_576, 1);
    await media.objects.store.put('public', 'video/live.m3u8', large, { contentType: 'application/vnd.apple.mpegurl' });
    const response = await get('/media/video/live.m3u8');
    await media.objects.store.put('public', 'video/live.m3u8', Buffer.alloc(10, 2), { contentType: 'text/plain' });
    expect((await body(response)).equals(large)).toBe(true);
  });
});

describe('signed addresses', () => {
  const store = () => media.objects.store;

  it('let their holder read one private file, unshared by caches', async () => {
    await store().put('private', 'docs/contract.pdf', bytes, { contentType: 'application/pdf' });
    const { url } = await store().signGet('private', 'docs/contract.pdf', 60);
    const response = await fetch(media.here(url));
    expect(await body(response)).toEqual(bytes);
    expect(response.headers.get('cache-control')).toBe('private, max-age=300');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  it('are worth nothing for another file, another act, another time, or with a letter changed', async () => {
    await store().put('private', 'docs/a', bytes, { contentType: 'text/plain' });
    await store().put('private', 'docs/b', bytes, { contentType: 'text/plain' });
    const url = media.here((await store().signGet('private', 'docs/a', 60)).url);
    const later = url.replace(/expires=(\d+)/, (_all, time) => `expires=${Number(time) + 60}`);
    for (const forged of [
      url.replace('docs/a', 'docs/b'),
      later,
      `${url}x`,
      url.replace(/signature=./, 'signature=_'),
      url.split('?')[0] ?? '',
    ])
      expect(await code(await fetch(forged)), forged).toBe('ADDRESS_INVALID');
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } });
    expect(put.status).toBe(403);
    const old = media.here((await store().signGet('private', 'docs/a', -1)).url);
    expect(await code(await fetch(old))).toBe('ADDRESS_EXPIRED');
  });

  it('of a prefix open a playlist and what it names by relative paths, and nothing beside it', async () => {
    await store().put('private', 'video/v1/t/master.m3u8', Buffer.from('#EXTM3U'), {
      contentType: 'application/vnd.apple.mpegurl',
    });
    await store().put('private', 'video/v1/t/540p/seg-1.m4s', bytes, { contentType: 'video/mp4' });
    await store().put('private', 'video/v1/original', bytes, { contentType: 'video/mp4' });
    const { url } = await store().signPrefixGet('video/v1/t/', 60);
    const playlist = new URL('master.m3u8', media.here(url));
    expect((await fetch(playlist)).headers.get('content-type')).toBe('application/vnd.apple.mpegurl');
    expect(await body(await fetch(new URL('540p/seg-1.m4s', playlist)))).toEqual(bytes);
    const beside = playlist.href.replace('video/v1/t/master.m3u8', 'video/v1/original');
    expect((await fetch(beside)).status).toBe(403);
    const { url: old } = await store().signPrefixGet('video/v1/t/', -1);
    expect(await code(await fetch(new URL('master.m3u8', media.here(old))))).toBe('ADDRESS_EXPIRED');
  });
});

describe('a signed PUT', () => {
  const terms = { contentType: 'application/octet-stream', sizeBytes: 1_000, ttlSeconds: 60 };
  let serial = 0;
  const signed = async () => {
    serial += 1;
    const key = `uploads/put_${serial}`;
    const { url, headers } = await media.objects.store.signPut('private', key, terms);
    return { key, url: media.here(url), headers };
  };
  const stored = (key: string) => media.objects.store.head('private', key);

  it('takes the bytes once: a second one does not replace the first', async () => {
    const { key, url, headers } = await signed();
    expect((await fetch(url, { method: 'PUT', headers, body: bytes })).status).toBe(200);
    expect((await stored(key))?.sizeBytes).toBe(1_000);
    const again = await fetch(url, { method: 'PUT', headers, body: Buffer.from('other') });
    expect([again.status, await code(again)]).toEqual([409, 'UPLOAD_FINISHED']);
    expect((await stored(key))?.sizeBytes).toBe(1_000);
  });

  it('has one winner among many at once', async () => {
    const { key, url, headers } = await signed();
    const sizes = [10, 20, 30, 40, 50, 60];
    const statuses = await Promise.all(
      sizes.map(async (size) => (await fetch(url, { method: 'PUT', headers, body: Buffer.alloc(size, 1) })).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect((await stored(key))?.sizeBytes).toBe(sizes[statuses.indexOf(200)]);
  });

  it('refuses another type and more bytes, announced or not', async () => {
    const { key, url, headers } = await signed();
    expect((await fetch(url, { method: 'PUT', headers: { 'content-type': 'text/html' }, body: 'x' })).status).toBe(400);
    const announced = await fetch(url, { method: 'PUT', headers, body: Buffer.alloc(1_001) });
    expect([announced.status, await code(announced)]).toEqual([413, 'FILE_TOO_LARGE']);
    const stream = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(600));
      },
    });
    const unannounced = await fetch(url, { method: 'PUT', headers, body: stream, duplex: 'half' } as RequestInit).then(
      (response) => response.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(unannounced);
    expect(await stored(key)).toBeUndefined();
  });

  it('that is cut in the middle leaves nothing', async () => {
    const { key, url, headers } = await signed();
    const { pathname, search, port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `PUT ${pathname}${search} HTTP/1.1\r\nhost: x\r\ncontent-type: ${headers['content-type']}\r\ncontent-length: 900\r\n\r\n`,
    );
    socket.write(Buffer.alloc(500, 7));
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stored(key)).toBeUndefined();
    expect((await fetch(url, { method: 'PUT', headers, body: bytes })).status).toBe(200);
  });

  it('is open to pages of other origins, because the address is the permission', async () => {
    const { url } = await signed();
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: storefront,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  });
});
