import { type Bucket, isInert, type ObjectInfo, type ObjectStore } from '@vitrina/platform/objects';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readRange } from './byte-range.ts';
import { isUnchanged, mayContinue, quoted } from './conditions.ts';
import { refuseMedia } from './refuse.ts';

/**
 * Headers of every answer. Whatever the type says, the content runs nothing: it may not sniff itself into another type,
 * has no scripts and no origin of its own, and what is not plainly a medium is a download.
 */
const describe = (reply: FastifyReply, info: ObjectInfo): FastifyReply =>
  reply.headers({
    etag: quoted(info.etag),
    'last-modified': info.modifiedAt.toUTCString(),
    'cache-control': info.cacheControl ?? 'private, no-store',
    'accept-ranges': 'bytes',
    'content-type': isInert(info.contentType) ? info.contentType : 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    ...(!isInert(info.contentType) && { 'content-disposition': 'attachment' }),
  });

/** Answers GET and HEAD of one object: conditions first, then at most one range, as RFC 9110 § 13.2.2 orders them. */
export const serveObject = async (
  store: ObjectStore,
  place: { readonly bucket: Bucket; readonly key: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const info = await store.head(place.bucket, place.key);
  if (!info) return refuseMedia(reply, 404, 'NOT_FOUND', 'There is no such file.');
  describe(reply, info);
  if (isUnchanged(request.headers, info)) return reply.code(304).send();

  const wanted = mayContinue(request.headers, info) ? readRange(request.headers.range, info.sizeBytes) : 'whole';
  if (wanted === 'outside') {
    reply.header('content-range', `bytes */${info.sizeBytes}`).header('cache-control', 'no-store');
    return refuseMedia(
      reply,
      416,
      'RANGE_NOT_SATISFIABLE',
      `The file has ${info.sizeBytes} bytes; ask for some of those.`,
    );
  }
  const range = wanted === 'whole' ? { start: 0, end: info.sizeBytes - 1 } : wanted;
  reply.header('content-length', range.end - range.start + 1);
  if (wanted !== 'whole')
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${info.sizeBytes}`);
  if (request.method === 'HEAD') return reply.send();

  const found = await store.get(place.bucket, place.key, wanted === 'whole' ? undefined : wanted);
  // Replaced or deleted since: the headers above no longer fit, and a client that asks again gets them right.
  if (found?.info.etag !== info.etag) {
    found?.body.destroy();
    reply.removeHeader('content-length').removeHeader('content-range').removeHeader('etag');
    return refuseMedia(reply, 503, 'UNAVAILABLE', 'The file is being replaced; ask again.');
  }
  return reply.send(found.body);
};
