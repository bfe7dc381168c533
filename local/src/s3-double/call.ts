import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Kept } from './shelf.ts';

/** One request, read and allowed. */
export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly bucket: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly objects: Map<string, Kept>;
  readonly body: Buffer;
}
