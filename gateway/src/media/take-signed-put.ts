import type { DiskObjectStore } from '@vitrina/platform/objects';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withIdleLimit } from './idle-limit.ts';
import { refuseMedia } from './refuse.ts';

class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Lets so many bytes through and fails at the next one: what a client announces is not what it sends. */
async function* limited(source: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of source) {
    seen += chunk.length;
    if (seen > maxBytes) throw new TooLarge();
    yield chunk;
  }
}

type Terms = Exclude<ReturnType<DiskObjectStore['verify']>, string>;

/** Takes the body of a signed PUT: size and type as they were signed, once, whole or not at all. */
export const takeSignedPut = async (
  disk: DiskObjectStore,
  terms: Terms,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const tooLarge = () =>
    refuseMedia(
      reply.header('connection', 'close'),
      413,
      'FILE_TOO_LARGE',
      `This address takes at most ${terms.size} bytes.`,
    );
  if (request.headers['content-type'] !== terms.type)
    return refuseMedia(reply, 400, 'WRONG_CONTENT_TYPE', `Send the header content-type: ${terms.type}`);
  if (Number(request.headers['content-length'] ?? 0) > terms.size) return tooLarge();

  const source = request.raw;
  const release = withIdleLimit(source);
  try {
    const written = await disk.putNew(terms.bucket, terms.key, limited(source, terms.size), {
      contentType: terms.type,
    });
    if (!written) return refuseMedia(reply, 409, 'UPLOAD_FINISHED', 'This file has arrived already; use it.');
    return reply.code(200).header('etag', `"${written.etag}"`).send();
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge();
    if (source.destroyed && !source.complete) return reply.hijack();
    throw error;
  } finally {
    release();
  }
};
