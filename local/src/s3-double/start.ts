import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { element, S3Error, sendXml } from './answers.ts';
import type { Call } from './call.ts';
import { abortMultipart, beginMultipart, completeMultipart, listMultiparts, listParts, putPart } from './multipart.ts';
import { deleteObjects, getObject, listObjects, putObject } from './objects.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { type Credentials, verifySignature } from './signature.ts';

export interface S3DoubleOptions extends Credentials {
  readonly buckets: readonly string[];
  readonly port?: number;
}

/** A running double. */
export interface S3Double {
  readonly url: string;
  /** Uploads in parts that were begun and neither completed nor aborted. */
  openMultiparts(): number;
  stop(): Promise<void>;
}

type Act = (shelf: Shelf, call: Call) => void;

const deleteObject: Act = (_shelf, { response, objects, key }) => {
  objects.delete(key);
  response.writeHead(204).end();
};

/** What a request asks for; undefined for what the double does not know. */
const actOf = ({ request: { method }, query, key }: Call): Act | undefined => {
  const ofObject: Readonly<Record<string, Act>> = {
    PUT: putObject,
    HEAD: (_shelf, call) => getObject(call),
    GET: (_shelf, call) => (key === '' ? listObjects(call) : getObject(call)),
    DELETE: deleteObject,
  };
  const ofUpload: Readonly<Record<string, Act>> = {
    PUT: putPart,
    GET: listParts,
    POST: completeMultipart,
    DELETE: abortMultipart,
  };
  if (query.has('uploadId')) return ofUpload[method ?? ''];
  if (query.has('uploads')) return method === 'POST' ? beginMultipart : listMultiparts;
  if (query.has('delete')) return (_shelf, call) => deleteObjects(call);
  return ofObject[method ?? ''];
};

const answer = async (
  shelf: Shelf,
  options: S3DoubleOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const [path = '/', search = ''] = (request.url ?? '/').split('?');
  const query = new URLSearchParams(search);
  const verdict = verifySignature(request, path, query, options, Date.now());
  if (verdict !== 'valid') throw new S3Error(403, verdict);
  const [, bucket = '', ...rest] = decodeURIComponent(path).split('/');
  const objects = shelf.bucket(bucket);
  if (!objects) throw new S3Error(404, 'NoSuchBucket');
  // Rejects when the sender goes away in the middle: nothing is kept then.
  const body = await buffer(request);
  const promised = request.headers['x-amz-content-sha256'];
  if (/^[0-9a-f]{64}$/.test(String(promised)) && createHash('sha256').update(body).digest('hex') !== promised)
    throw new S3Error(400, 'XAmzContentSHA256Mismatch');
  const call = { request, response, bucket, key: rest.join('/'), query, objects, body };
  const act = actOf(call);
  if (!act) throw new S3Error(405, 'MethodNotAllowed');
  act(shelf, call);
};

/**
 * S3 as far as the market uses it, on this machine: path-style addresses, signatures that are really checked, conditional
 * writes, ranges, multipart. Everything is in memory and gone with the process.
 */
export const startS3Double = async (options: S3DoubleOptions): Promise<S3Double> => {
  const shelf = createShelf(options.buckets);
  const server = createServer((request, response) => {
    answer(shelf, options, request, response).catch((error: unknown) => {
      if (response.headersSent || request.socket.destroyed) return response.destroy();
      const { status, code } = error instanceof S3Error ? error : new S3Error(500, 'InternalError');
      if (request.method === 'HEAD') return response.writeHead(status).end();
      sendXml(response, status, element('Error', [element('Code', code), element('Message', code)]));
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    openMultiparts: () => shelf.multiparts.size,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
