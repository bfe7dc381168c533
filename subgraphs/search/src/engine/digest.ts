import { createHash } from 'node:crypto';
import type { IndexDocument } from '../domain/index-document.ts';

/** Fingerprint of a whole document: two documents with the same one are searchable in the same way. */
export const digestOf = (document: IndexDocument): string =>
  createHash('sha1').update(JSON.stringify(document)).digest('base64url');
