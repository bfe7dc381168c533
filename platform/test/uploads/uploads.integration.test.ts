import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import type { Tx } from '../../src/database/index.ts';
import { upload } from '../../src/database/tables/upload.table.ts';
import { testFiles } from '../../src/testing/files.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';
import { directPutLimitBytes, type UploadRequest } from '../../src/uploads/index.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const by = { actorId: 'usr_1', purpose: 'catalog.product-image' };
const request: UploadRequest = {
  ...by,
  subjectId: 'prd_1',
  fileName: 'photo.png',
  sizeBytes: png.length,
  accepts: ['image/png', 'image/jpeg'],
  maxBytes: 1_000_000,
};

let db: TestDatabase;
let files: Awaited<ReturnType<typeof testFiles>>;
const clock = manualClock();

beforeAll(async () => {
  db = await testDatabase();
  files = await testFiles(db.database, clock);
});
afterAll(async () => {
  await files.remove();
  await db.drop();
});

const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.database.transaction(work);
const opened = async (changes: Partial<UploadRequest> = {}) => {
  const result = await transaction((tx) => files.uploads.open(tx, { ...request, ...changes }));
  if (!result.ok) throw new Error(result.refusals[0].code);
  return result.value;
};
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.refusals?.map(({ code }) => code);

describe('opening an upload', () => {
  it('offers tus and, for a small file, one signed PUT', async () => {
    const ticket = await opened();
    expect(ticket.id).toMatch(/^upl_/);
    expect(ticket.tusUrl).toBe('http://127.0.0.1:4000/uploads');
    expect(ticket.put?.headers).toEqual([{ name: 'content-type', value: 'application/octet-stream' }]);
    expect(ticket.maxBytes).toBe(png.length);
  });

  it('offers tus only above the limit of a direct PUT', async () => {
    const ticket = await opened({ sizeBytes: directPutLimitBytes + 1, maxBytes: directPutLimitBytes * 2 });
    expect(ticket.put).toBeNull();
  });

  it('refuses an empty file and one above the limit of its purpose', async () => {
    const open = (sizeBytes: number) => transaction((tx) => files.uploads.open(tx, { ...request, sizeBytes }));
    expect(codes(await open(0))).toEqual(['FILE_EMPTY']);
    expect(codes(await open(-1))).toEqual(['FILE_EMPTY']);
    expect(codes(await open(1_000_001))).toEqual(['FILE_TOO_LARGE']);
  });

  it('keeps a name that people can read and nothing that means something to a path', async () => {
    const ticket = await opened({ fileName: '../../etc/pass\u0000wd\r\n.png' });
    const [row] = await db.database.orm.select().from(upload).where(eq(upload.id, ticket.id));
    expect(row?.fileName).toBe('passwd.png');
  });
});

describe('receiving an upload', () => {
  it('gives the bytes with the type that they show', async () => {
    const ticket = await opened({ fileName: 'really-a-video.mp4' });
    await files.acts.sendUpload(ticket, png);
    const result = await files.uploads.receive(ticket.id, by);
    expect(result).toMatchObject({
      ok: true,
      value: { contentType: 'image/png', subjectId: 'prd_1', fileName: 'really-a-video.mp4' },
    });
  });

  it('says so while the bytes are missing', async () => {
    const ticket = await opened();
    expect(codes(await files.uploads.receive(ticket.id, by))).toEqual(['UPLOAD_INCOMPLETE']);
  });

  it('gives the same answer for what does not exist, is somebody else’s or was for something else', async () => {
    const ticket = await opened();
    await files.acts.sendUpload(ticket, png);
    const asked = [
      files.uploads.receive('upl_unknown', by),
      files.uploads.receive(ticket.id, { ...by, actorId: 'usr_2' }),
      files.uploads.receive(ticket.id, { ...by, purpose: 'video.original' }),
    ];
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(codes(answers[0] as never)).toEqual(['UPLOAD_NOT_FOUND']);
  });

  it.each([
    ['a program named photo.jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a page named photo.jpg', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with a script named photo.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['noise named photo.jpg', Buffer.from([0, 1, 2, 3, 254, 255, 0, 9])],
  ])('refuses %s', async (_name, bytes) => {
    const ticket = await opened({ fileName: 'photo.jpg', sizeBytes: 1_000 });
    await files.acts.sendUpload(ticket, bytes);
    const result = await files.uploads.receive(ticket.id, by);
    expect(codes(result)).toEqual(['UNSUPPORTED_FILE_TYPE']);
    if (!result.ok) expect(result.refusals[0].message).toContain('send one of image/png, image/jpeg');
  });

  it('refuses more bytes than were announced', async () => {
    const ticket = await opened({ sizeBytes: png.length - 1 });
    await files.acts.sendUpload(ticket, png);
    expect(codes(await files.uploads.receive(ticket.id, by))).toEqual(['FILE_TOO_LARGE']);
  });

  it('refuses what arrived in time but is used too late', async () => {
    const ticket = await opened({ ttlSeconds: 60 });
    await files.acts.sendUpload(ticket, png);
    clock.advance(61_000);
    expect(codes(await files.uploads.receive(ticket.id, by))).toEqual(['UPLOAD_EXPIRED']);
    expect(await transaction((tx) => files.uploads.claim(tx, ticket.id))).toBe(false);
  });

  it.each([
    ['text/csv', 'sku,price\nA,1\n'],
    ['application/x-ndjson', '{"sku":"A"}\n{"sku":"B"}\n'],
    ['text/vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n'],
  ])('tells %s by its text', async (type, text) => {
    const ticket = await opened({ accepts: ['text/csv', 'application/x-ndjson', 'text/vtt'], sizeBytes: 1_000 });
    await files.acts.sendUpload(ticket, Buffer.from(text));
    expect(await files.uploads.receive(ticket.id, by)).toMatchObject({ ok: true, value: { contentType: type } });
  });
});

describe('claiming an upload', () => {
  it('has one winner among many at once', async () => {
    const ticket = await opened();
    await files.acts.sendUpload(ticket, png);
    const other = db.connectAgain(8);
    const claims = await Promise.all(
      Array.from({ length: 16 }, () => other.transaction((tx) => files.uploads.claim(tx, ticket.id))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(codes(await files.uploads.receive(ticket.id, by))).toEqual(['UPLOAD_ALREADY_USED']);
  });

  it('is undone with the transaction it was made in', async () => {
    const ticket = await opened();
    await files.acts.sendUpload(ticket, png);
    const failing = transaction(async (tx) => {
      await files.uploads.claim(tx, ticket.id);
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await files.uploads.receive(ticket.id, by)).toMatchObject({ ok: true });
  });
});

describe('the sweep', () => {
  it('deletes bytes and rows of what nobody used, an hour after its time, and nothing else', async () => {
    const abandoned = await opened({ ttlSeconds: 60 });
    const used = await opened({ ttlSeconds: 60 });
    const running = await opened({ ttlSeconds: 3 * 3_600 });
    for (const ticket of [abandoned, used, running]) await files.acts.sendUpload(ticket, png);
    await transaction((tx) => files.uploads.claim(tx, used.id));
    const left = async () =>
      Promise.all(
        [abandoned, used, running].map(async ({ id }) => Boolean(await files.objects.head('private', `uploads/${id}`))),
      );
    clock.advance(30 * 60_000);
    await files.acts.sweepUploads();
    expect(await left()).toEqual([true, true, true]);
    clock.advance(45 * 60_000);
    expect(await files.acts.sweepUploads()).toBeGreaterThan(0);
    expect(await left()).toEqual([false, true, true]);
    expect(codes(await files.uploads.receive(abandoned.id, by))).toEqual(['UPLOAD_NOT_FOUND']);
    clock.advance(8 * 24 * 3_600_000);
    await files.acts.sweepUploads();
    expect(await db.database.orm.select().from(upload).where(eq(upload.id, used.id))).toEqual([]);
    expect(await files.objects.head('private', `uploads/${used.id}`)).toBeDefined();
  });
});
