import { buffer } from 'node:stream/consumers';
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Database, Tx } from '../database/index.ts';
import { upload } from '../database/tables/upload.table.ts';
import { invariant } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import type { ObjectStore } from '../objects/index.ts';
import { ok, type Refusal, type Result, refuse } from '../result/index.ts';
import { probeBytes, readContentType } from './content-type.ts';
import {
  directPutLimitBytes,
  type ReceivedUpload,
  type UploadRequest,
  type Uploads,
  type UploadTicket,
} from './contract.ts';
import {
  fileEmpty,
  fileTooLarge,
  unsupportedType,
  uploadExpired,
  uploadIncomplete,
  uploadNotFound,
  uploadUsed,
} from './refusals.ts';
import { signUploadToken } from './token.ts';

const defaultTtlSeconds = 24 * 60 * 60;
/** Unfinished uploads are kept for so long, so no token may live longer. */
const maxTtlSeconds = 7 * 24 * 60 * 60;
/** What a presigned PUT declares: the content is looked at later, and until then it is just bytes. */
export const uploadedAs = 'application/octet-stream';

/** Where the bytes of an upload lie, in the private bucket. */
export const uploadKey = (id: string): string => `uploads/${id}`;

export interface UploadsOptions {
  readonly database: Database;
  readonly objects: ObjectStore;
  /** Signs tokens; see {@link signUploadToken}. */
  readonly secret: Buffer;
  /** Origin of the gateway, where tus is. */
  readonly gatewayUrl: string;
  readonly clock: Clock;
}

type UploadRow = typeof upload.$inferSelect;

const ticketFor = async (
  { objects, secret, gatewayUrl, clock }: UploadsOptions,
  row: UploadRow,
  ttlSeconds: number,
): Promise<UploadTicket> => {
  const key = uploadKey(row.id);
  const { sizeBytes, expiresAt } = row;
  const signed =
    sizeBytes <= directPutLimitBytes
      ? await objects.signPut('private', key, { contentType: uploadedAs, sizeBytes, ttlSeconds })
      : undefined;
  return {
    id: row.id,
    tusUrl: `${gatewayUrl}/uploads`,
    token: await signUploadToken(secret, { uploadId: row.id, key, maxBytes: sizeBytes, expiresAt }, clock.now()),
    put: signed
      ? { url: signed.url, headers: Object.entries(signed.headers).map(([name, value]) => ({ name, value })) }
      : null,
    maxBytes: sizeBytes,
    expiresAt,
  };
};

/** A name for people to read: no path, no control characters, of a length that fits a page. */
const cleanName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, 255) || 'file';

/** Reads what arrived: its size against what was announced, its type from its first bytes. */
const inspect = async (objects: ObjectStore, row: UploadRow): Promise<Result<ReceivedUpload, Refusal>> => {
  const found = await objects.get('private', uploadKey(row.id), { start: 0, end: probeBytes - 1 });
  if (!found) return refuse(uploadIncomplete());
  const start = await buffer(found.body);
  if (found.info.sizeBytes > row.sizeBytes) return refuse(fileTooLarge(row.sizeBytes, 'uploadId'));
  if (found.info.sizeBytes === 0) return refuse(uploadIncomplete());
  const contentType = await readContentType(start, start.length === found.info.sizeBytes, row.accepts);
  if (contentType === undefined || !row.accepts.includes(contentType))
    return refuse(unsupportedType(contentType, row.accepts));
  const { id, subjectId, fileName } = row;
  return ok({ id, subjectId, fileName, contentType, object: found.info });
};

/** Uploads of one context over its database and the store. */
export const createUploads = (options: UploadsOptions): Uploads => {
  const { database, objects, clock } = options;

  const open = async (tx: Tx, request: UploadRequest): Promise<Result<UploadTicket, Refusal>> => {
    const { purpose, actorId, subjectId, sizeBytes, maxBytes, ttlSeconds = defaultTtlSeconds } = request;
    invariant(request.accepts.length > 0, `The purpose "${purpose}" accepts no type at all.`);
    invariant(ttlSeconds <= maxTtlSeconds, 'An upload is open for a week at most.');
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes <= 0) return refuse(fileEmpty());
    if (sizeBytes > maxBytes) return refuse(fileTooLarge(maxBytes, 'sizeBytes'));
    const now = clock.now();
    const row: UploadRow = {
      id: newId('upl'),
      purpose,
      actorId,
      subjectId,
      fileName: cleanName(request.fileName),
      sizeBytes,
      accepts: [...request.accepts],
      // Whole seconds, as the token has them.
      expiresAt: new Date(Math.floor(now.getTime() / 1_000 + ttlSeconds) * 1_000),
      claimedAt: null,
      createdAt: now,
    };
    await tx.insert(upload).values(row);
    return ok(await ticketFor(options, row, ttlSeconds));
  };

  return {
    open,
    receive: async (id, { actorId, purpose }) => {
      const mine = and(eq(upload.id, id), eq(upload.actorId, actorId), eq(upload.purpose, purpose));
      const [row] = await database.orm.select().from(upload).where(mine);
      if (!row) return refuse(uploadNotFound());
      if (row.claimedAt) return refuse(uploadUsed());
      if (row.expiresAt <= clock.now()) return refuse(uploadExpired());
      return inspect(objects, row);
    },
    claim: async (tx, id) => {
      const claimed = await tx
        .update(upload)
        .set({ claimedAt: clock.now() })
        .where(and(eq(upload.id, id), isNull(upload.claimedAt), gt(upload.expiresAt, clock.now())))
        .returning({ id: upload.id });
      return claimed.length === 1;
    },
  };
};
