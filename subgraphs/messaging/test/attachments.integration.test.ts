import { newId } from '@vitrina/platform/ids';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngBomb, svgWithEntity } from '../../../platform/src/images/fixtures/hostile.ts';
import { openSetting, type SentPayload, type Setting, staff, stranger, support } from './setting.ts';

type As = typeof staff;

interface Attachment {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  readonly urlExpiresAt: string | null;
  readonly width: number | null;
  readonly thumbhash: string | null;
  readonly failure: { readonly code: string } | null;
}

const fields =
  'id kind state fileName contentType url thumbnailUrl urlExpiresAt width thumbhash failure { code message }';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#2050cc' } })
    .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const ticket = (as: As, conversationId: string, sizeBytes: number, fileName = 'photo.jpg') =>
  s.run<{ upload: { id: string } | null; userErrors: { code: string }[] }>(
    as,
    'createMessageAttachmentUpload',
    { conversationId, fileName, sizeBytes },
    'upload { id tusUrl token maxBytes put { url } }',
  );
const upload = async (as: As, conversationId: string, bytes: Buffer, fileName?: string): Promise<string> => {
  const id = (await ticket(as, conversationId, bytes.length, fileName)).upload?.id ?? '';
  await s.sendUpload({ id }, bytes);
  return id;
};
const send = (as: As, conversationId: string, attachmentUploadIds: string[], more = {}): Promise<SentPayload> =>
  s.send(as, conversationId, '', { attachmentUploadIds, ...more });
const attachmentsOf = async (as: As, messageId: string): Promise<Attachment[]> => {
  const data = await s.read<{ _entities: ({ attachments: Attachment[] } | null)[] }>(
    as,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Message { attachments { ${fields} } } } }`,
    { of: [{ __typename: 'Message', id: messageId }] },
  );
  return data._entities[0]?.attachments ?? [];
};
const entity = async (as: As, id: string): Promise<Attachment | null> => {
  const data = await s.read<{ _entities: (Attachment | null)[] }>(
    as,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on MessageAttachment { ${fields} } } }`,
    { of: [{ __typename: 'MessageAttachment', id }] },
  );
  return data._entities[0] ?? null;
};
const bytesAt = async (url: string | null): Promise<Buffer> => {
  const key = decodeURIComponent(new URL(url ?? '').pathname).replace(/^.*?(messages\/|uploads\/)/, '$1');
  const found = await s.services.objects.get('private', key);
  const chunks: Buffer[] = [];
  for await (const chunk of found?.body ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const keysBelow = async (prefix: string) => (await s.services.objects.list('private', prefix)).map(({ key }) => key);
const refused = ({ userErrors }: SentPayload) => userErrors.map(({ code, field }) => [code, field.join('.')]);

describe('a picture in a message', () => {
  it('is shown small and large without its metadata, and the original goes', async () => {
    const { id, buyer } = await s.talk();
    const uploadId = await upload(buyer, id, await photo(), 'my dog.jpg');
    const { message } = await send(buyer, id, [uploadId]);
    const [waiting] = await attachmentsOf(staff, message?.id ?? '');
    expect(waiting).toMatchObject({ kind: 'IMAGE', state: 'PROCESSING', url: null, fileName: 'my dog.jpg' });
    await s.runJobs();
    const [shown] = await attachmentsOf(staff, message?.id ?? '');
    expect(shown).toMatchObject({ state: 'READY', width: 900, contentType: 'image/jpeg', failure: null });
    expect(new Date(shown?.urlExpiresAt ?? 0).getTime() - s.clock.now().getTime()).toBe(900_000);
    const large = await sharp(await bytesAt(shown?.url ?? null)).metadata();
    const small = await sharp(await bytesAt(shown?.thumbnailUrl ?? null)).metadata();
    expect([large.format, large.width, large.exif, small.width]).toEqual(['webp', 900, undefined, 320]);
    await s.runSweep('delete-discarded-objects');
    expect(await keysBelow(`uploads/${uploadId}`.replace(/[^/]+$/, ''))).not.toContain(`uploads/${uploadId}`);
  });

  it('is made by the sweep when nobody was woken, and by another worker when one died', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await send(buyer, id, [await upload(buyer, id, await photo())]);
    const attachmentId = (await attachmentsOf(buyer, message?.id ?? ''))[0]?.id ?? '';
    await s.database
      .sql`update message_attachment set due_at = ${new Date(s.clock.now().getTime() + 60_000).toISOString()} where id = ${attachmentId}`;
    await s.runJobs();
    expect((await attachmentsOf(buyer, message?.id ?? ''))[0]?.state).toBe('PROCESSING');
    s.clock.advance(2 * 60_000);
    await s.runSweep('wake-due-attachments');
    await s.runJobs();
    expect((await attachmentsOf(buyer, message?.id ?? ''))[0]?.state).toBe('READY');
  });

  it('fails alone and says why when it is a bomb or cut short', async () => {
    const { id, buyer } = await s.talk();
    const cut = (await photo()).subarray(0, 2_000);
    const ids = [
      await upload(buyer, id, pngBomb(50_000, 50_000)),
      await upload(buyer, id, cut),
      await upload(buyer, id, pdf),
    ];
    const { message } = await send(buyer, id, ids);
    await s.runJobs();
    const states = (await attachmentsOf(staff, message?.id ?? '')).map(({ state, failure }) => [state, failure?.code]);
    expect(states).toEqual([
      ['FAILED', 'TOO_MANY_PIXELS'],
      ['FAILED', 'CORRUPT_IMAGE'],
      ['READY', undefined],
    ]);
  });
});

describe('who gets a file', () => {
  it('is the two sides and support, also by its id alone; everybody else finds nothing', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await send(buyer, id, [await upload(buyer, id, pdf, 'receipt.pdf')]);
    const file = (await attachmentsOf(buyer, message?.id ?? ''))[0];
    expect(file).toMatchObject({ kind: 'FILE', state: 'READY', contentType: 'application/pdf', thumbnailUrl: null });
    expect((await bytesAt(file?.url ?? null)).equals(pdf)).toBe(true);
    const other = (await s.talk()).buyer;
    const seen = await Promise.all([buyer, staff, support, stranger, other].map((as) => entity(as, file?.id ?? '')));
    expect(seen.map((found) => found?.fileName ?? null)).toEqual([
      'receipt.pdf',
      'receipt.pdf',
      'receipt.pdf',
      null,
      null,
    ]);
    expect(await entity(staff, newId('att'))).toBeNull();
    expect(await entity(staff, 'att_nonsense')).toBeNull();
  });

  it('is the author and support alone while its message is held', async () => {
    const { id, buyer } = await s.talk();
    const ids = [await upload(buyer, id, pdf)];
    const { message } = await s.send(buyer, id, 'call me: 8 916 123-45-67', { attachmentUploadIds: ids });
    expect(message?.state).toBe('HELD');
    const file = (await attachmentsOf(buyer, message?.id ?? ''))[0];
    expect(await entity(staff, file?.id ?? '')).toBeNull();
    expect(await entity(support, file?.id ?? '')).not.toBeNull();
  });

  it('is nobody once the message is deleted, and the objects go', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await send(buyer, id, [await upload(buyer, id, await photo()), await upload(buyer, id, pdf)]);
    await s.runJobs();
    const files = await attachmentsOf(buyer, message?.id ?? '');
    const [picture, document] = files;
    await s.run(buyer, 'deleteMessage', { messageId: message?.id }, 'message { id attachments { id } }');
    expect(await attachmentsOf(buyer, message?.id ?? '')).toEqual([]);
    expect(await entity(buyer, picture?.id ?? '')).toBeNull();
    await s.runSweep('delete-discarded-objects');
    expect(await keysBelow(`messages/${picture?.id}/`)).toEqual([]);
    expect(await bytesAt(document?.url ?? null)).toHaveLength(0);
    s.clock.advance(11 * 60_000);
    await s.runSweep('delete-discarded-objects');
    expect(await s.database.sql`select 1 from discarded_object`).toHaveLength(0);
  });

  it('leaves nothing behind when a message is deleted while its picture is in work', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await send(buyer, id, [await upload(buyer, id, await photo())]);
    const file = (await attachmentsOf(buyer, message?.id ?? ''))[0];
    await s.run(buyer, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    await s.runJobs();
    await s.runSweep('delete-discarded-objects');
    expect(await keysBelow(`messages/${file?.id}/`)).toEqual([]);
  });
});

describe('what is refused', () => {
  it('is named under the path of its file', async () => {
    const { id, buyer } = await s.talk();
    const elsewhere = await s.talk();
    const bad = [
      await upload(buyer, id, Buffer.from('<html><script>alert(1)</script></html>'), 'photo.jpg'),
      (await ticket(buyer, id, 5)).upload?.id ?? '',
      await upload(elsewhere.buyer, elsewhere.id, pdf),
      newId('upl'),
      await upload(buyer, id, svgWithEntity, 'drawing.svg'),
    ];
    for (const [at, uploadId] of bad.entries()) {
      const outcome = await send(buyer, id, [await upload(buyer, id, pdf), uploadId]);
      const wanted = [
        'UNSUPPORTED_FILE_TYPE',
        'UPLOAD_INCOMPLETE',
        'UPLOAD_NOT_FOUND',
        'UPLOAD_NOT_FOUND',
        'UNSUPPORTED_FILE_TYPE',
      ];
      expect(refused(outcome)).toEqual([[wanted[at], 'attachmentUploadIds.1']]);
    }
  });

  it('is one that is empty, too large, sent twice or one too many', async () => {
    const { id, buyer } = await s.talk();
    expect((await ticket(buyer, id, 0)).userErrors[0]?.code).toBe('FILE_EMPTY');
    expect((await ticket(buyer, id, 16 * 1024 * 1024 + 1)).userErrors[0]?.code).toBe('FILE_TOO_LARGE');
    const file = await upload(buyer, id, pdf);
    expect(refused(await send(buyer, id, [file, file]))[0]?.[0]).toBe('TOO_MANY_ATTACHMENTS');
    const many = Array.from({ length: 11 }, () => newId('upl'));
    expect(refused(await send(buyer, id, many))[0]?.[0]).toBe('TOO_MANY_ATTACHMENTS');
  });

  it('opens no upload for strangers, for support and across a block', async () => {
    const { id, buyer } = await s.talk();
    await expect(ticket(stranger, id, 10)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ticket(support, id, 10)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await s.run(staff, 'blockConversation', { conversationId: id }, 'conversation { id }');
    expect((await ticket(buyer, id, 10)).userErrors[0]?.code).toBe('BLOCKED');
  });
});

describe('sending files again', () => {
  it('gives the first message back for a retry', async () => {
    const { id, buyer } = await s.talk();
    const clientMessageId = newId('cli');
    const ids = [await upload(buyer, id, pdf)];
    const first = await send(buyer, id, ids, { clientMessageId });
    const again = await send(buyer, id, ids, { clientMessageId });
    expect(again).toMatchObject({ replayed: true, userErrors: [], message: { id: first.message?.id } });
    expect(await attachmentsOf(buyer, first.message?.id ?? '')).toHaveLength(1);
    expect(refused(await send(buyer, id, [], { clientMessageId, text: 'x' }))[0]?.[0]).toBe('CLIENT_MESSAGE_ID_REUSED');
  });

  it('lets one of ten messages have a file, and the others know why', async () => {
    const { id, buyer } = await s.talk();
    const file = await upload(buyer, id, pdf);
    const sent = await Promise.all(Array.from({ length: 10 }, () => send(buyer, id, [file])));
    expect(sent.filter(({ message }) => message !== null)).toHaveLength(1);
    expect(sent.filter(({ message }) => !message).flatMap(refused)).toEqual(
      Array.from({ length: 9 }, () => ['UPLOAD_ALREADY_USED', 'attachmentUploadIds.0']),
    );
    const rows = await s.database.sql`select sequence from message where conversation_id = ${id}`;
    expect(rows.map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('deletes what nobody sent', async () => {
    const { id, buyer } = await s.talk();
    const orphan = await upload(buyer, id, pdf);
    s.clock.advance(26 * 3_600_000);
    await s.sweepUploads();
    expect(await s.services.objects.head('private', `uploads/${orphan}`)).toBeUndefined();
    expect(refused(await send(buyer, id, [orphan]))[0]?.[0]).toBe('UPLOAD_NOT_FOUND');
  });
});
