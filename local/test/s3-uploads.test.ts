import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { systemClock } from '@vitrina/platform/clock';
import { type OpenedObjects, objectsConfig, openObjects } from '@vitrina/platform/objects';
import { uploadKey } from '@vitrina/platform/uploads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaServer, startMediaServer } from '../../gateway/test/fixtures/media-server.ts';
import { type S3Double, startS3Double } from '../src/s3-double/index.ts';

const secrets = { accessKeyId: 'double', secretAccessKey: 'double-secret' };
const buckets = ['vitrina-private', 'vitrina-public'];
const mebibyte = 1_048_576;

let double: S3Double;
let objects: OpenedObjects;
let gateways: readonly [MediaServer, MediaServer];

beforeAll(async () => {
  double = await startS3Double({ ...secrets, buckets });
  objects = await openObjects(
    objectsConfig.parse({
      VITRINA_OBJECTS: 's3',
      VITRINA_S3_ENDPOINT: double.url,
      VITRINA_S3_PRIVATE_BUCKET: buckets[0],
      VITRINA_S3_PUBLIC_BUCKET: buckets[1],
      VITRINA_S3_ACCESS_KEY: secrets.accessKeyId,
      VITRINA_S3_SECRET_KEY: secrets.secretAccessKey,
    }),
    systemClock,
  );
  gateways = [await startMediaServer(objects), await startMediaServer(objects)];
});
afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  await objects.close();
  await double.stop();
});

type Ticket = Awaited<ReturnType<MediaServer['ticket']>>;
const send = (
  { token }: Ticket,
  gateway: MediaServer,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Buffer<ArrayBuffer>,
) =>
  fetch(`${gateway.url}${path}`, {
    method,
    headers: {
      'tus-resumable': '1.0.0',
      authorization: `Bearer ${token}`,
      ...(method === 'PATCH' && { 'content-type': 'application/offset+octet-stream' }),
      ...headers,
    },
    ...(body && { body }),
  });
const create = (ticket: Ticket, gateway: MediaServer, length: number) =>
  send(ticket, gateway, 'POST', '/uploads', { 'upload-length': String(length) });
const patch = (ticket: Ticket, gateway: MediaServer, offset: number, body: Buffer<ArrayBuffer>) =>
  send(ticket, gateway, 'PATCH', `/uploads/${ticket.id}`, { 'upload-offset': String(offset) }, body);
const offsetAt = async (ticket: Ticket, gateway: MediaServer) =>
  (await send(ticket, gateway, 'HEAD', `/uploads/${ticket.id}`, {})).headers.get('upload-offset');
const stored = async ({ id }: Ticket) => {
  const found = await objects.store.get('private', uploadKey(id));
  return (
    found &&
    createHash('sha256')
      .update(await buffer(found.body))
      .digest('hex')
  );
};

describe('a resumable upload to S3', () => {
  it('goes on at another gateway, in parts of any size, and is one object in the end', async () => {
    const [first, second] = gateways;
    const bytes = randomBytes(13 * mebibyte + 5);
    const ticket = await first.ticket('upl_s3', bytes.length);
    expect((await create(ticket, first, bytes.length)).status).toBe(201);
    const cuts = [0, 3 * mebibyte, 9 * mebibyte + 1, 12 * mebibyte, bytes.length];
    for (const [index, cut] of cuts.slice(0, -1).entries()) {
      const gateway = index % 2 === 0 ? second : first;
      expect(await offsetAt(ticket, gateway)).toBe(String(cut));
      expect((await patch(ticket, gateway, cut, bytes.subarray(cut, cuts[index + 1]))).status).toBe(204);
    }
    expect(await stored(ticket)).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await offsetAt(ticket, first)).toBe(String(bytes.length));
    expect((await create(ticket, first, bytes.length)).status).toBe(409);
    expect(double.openMultiparts()).toBe(0);
    expect((await objects.store.list('private', 'uploads/')).map(({ key }) => key)).toEqual([uploadKey(ticket.id)]);
  }, 240_000);

  it('does not replace what a signed PUT brought in the meantime', async () => {
    const [gateway] = gateways;
    const ticket = await gateway.ticket('upl_rival', 10);
    await create(ticket, gateway, 10);
    await objects.store.put('private', uploadKey(ticket.id), Buffer.from('first'), { contentType: 'text/plain' });
    expect((await patch(ticket, gateway, 0, Buffer.from('0123456789'))).status).toBe(409);
    expect(await stored(ticket)).toBe(createHash('sha256').update('first').digest('hex'));
  });

  it('leaves nothing when it is begun anew or terminated', async () => {
    const [gateway] = gateways;
    const before = double.openMultiparts();
    const ticket = await gateway.ticket('upl_ended', 10);
    await create(ticket, gateway, 10);
    await patch(ticket, gateway, 0, Buffer.from('01234'));
    await create(ticket, gateway, 8);
    expect(double.openMultiparts()).toBe(before + 1);
    expect((await send(ticket, gateway, 'DELETE', `/uploads/${ticket.id}`, {})).status).toBe(204);
    expect(double.openMultiparts()).toBe(before);
  });
});
