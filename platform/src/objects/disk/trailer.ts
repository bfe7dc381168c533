import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { invariant } from '../../errors/index.ts';

/**
 * What a file says of itself, behind its bytes: JSON, its length in four bytes, and a mark. One file per object keeps
 * bytes and description together through every rename, and a file cut short is recognised because it ends otherwise.
 */
const trailerSchema = z.object({
  contentType: z.string(),
  cacheControl: z.string().optional(),
  etag: z.string(),
  sizeBytes: z.number().int().min(0),
  modifiedAt: z.coerce.date(),
});
export type Trailer = z.output<typeof trailerSchema>;

const mark = Buffer.from('VTRN');
/** Read in one go; the JSON is far shorter. */
const windowBytes = 1_024;

/** The bytes to append. */
export const encodeTrailer = (trailer: Trailer): Buffer => {
  const json = Buffer.from(JSON.stringify(trailer));
  invariant(json.length + 8 <= windowBytes, 'An object describes itself in less than 1 KiB.');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([json, length, mark]);
};

/** Reads the description of an open file; throws where it is not one of ours, or is cut. */
export const readTrailer = async (file: FileHandle): Promise<Trailer> => {
  const { size } = await file.stat();
  const from = Math.max(0, size - windowBytes);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const tail = buffer.subarray(0, bytesRead);
  invariant(tail.length >= 8 && tail.subarray(-4).equals(mark), 'A file of the object store does not end as one.');
  const length = tail.readUInt32BE(tail.length - 8);
  const trailer = trailerSchema.parse(JSON.parse(tail.subarray(-8 - length, -8).toString()));
  invariant(trailer.sizeBytes + length + 8 === size, 'A file of the object store has another size than it says.');
  return trailer;
};
