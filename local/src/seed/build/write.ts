import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** What the manifest says of one file: the digest is of the plain NDJSON, since gzip bytes may differ between zlib versions. */
export interface FileFacts {
  rows: number;
  sha256: string;
}

/** NDJSON text of rows: one JSON object and a line feed each. */
export const toNdjson = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

export const factsOf = (rows: readonly object[]): FileFacts => ({
  rows: rows.length,
  sha256: createHash('sha256').update(toNdjson(rows)).digest('hex'),
});

/** Gzip with a zero time and the system "unknown" in its header, so that the same text gives the same bytes. */
export const packed = (text: string): Buffer => {
  const bytes = gzipSync(text, { level: 9 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
};
