import type { Bucket, OpenedObjects } from '@vitrina/platform/objects';
import { isKey } from '@vitrina/platform/objects';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuseMedia } from './refuse.ts';
import { serveObject } from './serve-object.ts';
import { takeSignedPut } from './take-signed-put.ts';

type Wild = { readonly '*': string };
type InBucket = Wild & { readonly bucket: string };
type Shared = Wild & { readonly token: string };

const isBucket = (name: string): name is Bucket => name === 'private' || name === 'public';

/** A forged address and one for nothing look the same; an expired one was good once and may say so. */
const refuseSignature = (reply: FastifyReply, verdict: 'forged' | 'expired'): FastifyReply =>
  verdict === 'expired'
    ? refuseMedia(reply, 403, 'ADDRESS_EXPIRED', 'This address is too old; ask for a new one.')
    : refuseMedia(reply, 403, 'ADDRESS_INVALID', 'This address does not allow that; ask for one that does.');

/** Files: public ones under `/media`, and what signed addresses allow under `/objects`. */
export const registerObjectRoutes = (app: FastifyInstance, objects: OpenedObjects): void => {
  const { store, disk } = objects;
  const methods = ['GET', 'HEAD'];

  app.route<{ Params: Wild }>({
    method: methods,
    url: '/media/*',
    handler: async (request, reply) => {
      const key = request.params['*'];
      if (!isKey(key)) return refuseMedia(reply, 404, 'NOT_FOUND', 'There is no such file.');
      return serveObject(store, { bucket: 'public', key }, request, reply);
    },
  });

  app.route<{ Params: Shared }>({
    method: methods,
    url: '/objects/shared/:token/*',
    handler: async (request, reply) => {
      const { token, '*': key } = request.params;
      const verdict = isKey(key) ? objects.verifyPrefix(token, key) : 'forged';
      if (verdict !== 'allowed') return refuseSignature(reply, verdict);
      return serveObject(store, { bucket: 'private', key }, request, reply);
    },
  });

  // An S3 store signs addresses of its own, which never come here.
  if (!disk) return;
  const verified = (request: FastifyRequest<{ Params: InBucket }>, method: 'GET' | 'PUT') => {
    const { bucket, '*': key } = request.params;
    if (!isBucket(bucket) || !isKey(key)) return 'forged';
    return disk.verify({ method, bucket, key }, request.query);
  };

  app.route<{ Params: InBucket }>({
    method: methods,
    url: '/objects/:bucket/*',
    handler: async (request, reply) => {
      const terms = verified(request, 'GET');
      if (typeof terms === 'string') return refuseSignature(reply, terms);
      return serveObject(store, terms, request, reply);
    },
  });
  app.route<{ Params: InBucket }>({
    method: 'PUT',
    url: '/objects/:bucket/*',
    handler: async (request, reply) => {
      const terms = verified(request, 'PUT');
      if (typeof terms === 'string') return refuseSignature(reply, terms);
      return takeSignedPut(disk, terms, request, reply);
    },
  });
};
