import { type DataStore, Server } from '@tus/server';
import type { Clock } from '@vitrina/platform/clock';
import type { Logger } from '@vitrina/platform/logging';
import type { OpenedObjects } from '@vitrina/platform/objects';
import { type UploadGrant, verifyUploadToken } from '@vitrina/platform/uploads';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NodeRequest } from 'srvx/node';
import { withIdleLimit } from '../idle-limit.ts';
import { refuseMedia } from '../refuse.ts';
import { describeUploadError, UploadError } from './upload-errors.ts';
import { createUploadLocker } from './upload-locker.ts';

export interface UploadRoutesDeps {
  readonly objects: OpenedObjects;
  /** Keeps unfinished uploads. */
  readonly store: DataStore;
  readonly clock: Clock;
  readonly log: Logger;
}

const path = '/uploads';
/** How long the holder of an upload may go on when a newer request wants it. */
const drainMs = 1_000;

/** The grants of requests that are under way, for the hooks of the protocol's library. */
type Grants = WeakMap<object, UploadGrant>;

const grantOf = (grants: Grants, request: object): UploadGrant => {
  const grant = grants.get(request);
  if (!grant) throw new UploadError(401, 'UPLOAD_TOKEN_INVALID', 'The request carries no upload token.');
  return grant;
};

const createServer = (store: DataStore, grants: Grants): Server =>
  new Server({
    path,
    datastore: store,
    relativeLocation: true,
    locker: createUploadLocker(),
    lockDrainTimeout: drainMs,
    disableTerminationForFinishedUploads: true,
    namingFunction: (request) => grantOf(grants, request).uploadId,
    maxSize: (request) => grantOf(grants, request).maxBytes,
    onUploadCreate: async (_request, upload) => {
      if (!upload.size)
        throw new UploadError(400, 'FILE_EMPTY', 'Say the size of the file in Upload-Length; it may not be 0.');
      // Names and types that clients claim decide nothing, so they are not kept.
      return { metadata: {} };
    },
    onResponseError: (_request, error) => {
      const status = 'status_code' in error ? error.status_code : 500;
      return { status_code: status, body: JSON.stringify(describeUploadError(status, error)) };
    },
  });

const answer = async (response: Response, reply: FastifyReply): Promise<FastifyReply> => {
  for (const [name, value] of response.headers) {
    // Which pages may read this is the HTTP server's rule, not the library's.
    if (!name.startsWith('access-control-') && name !== 'content-length') void reply.header(name, value);
  }
  if (response.status < 400) return reply.code(response.status).send();
  const text = await response.text();
  const refusal = text.startsWith('{')
    ? (JSON.parse(text) as { code: string; message: string })
    : describeUploadError(response.status, undefined);
  return refuseMedia(reply, response.status, refusal.code, refusal.message);
};

/**
 * The tus 1.0 endpoint (creation, creation-with-upload, expiration, termination). Every request shows the token of its
 * upload, which says all that the gateway has to know: no context is asked and nothing is kept but the bytes.
 */
export const registerUploadRoutes = (app: FastifyInstance, { objects, store, clock, log }: UploadRoutesDeps): void => {
  const grants: Grants = new WeakMap();
  const server = createServer(store, grants);
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = await verifyUploadToken(objects.uploadSecret, token, clock.now());
    if (!grant)
      return refuseMedia(
        reply.header('connection', 'close'),
        401,
        'UPLOAD_TOKEN_INVALID',
        'Send the token of this upload as Authorization: Bearer …; when it is too old, open a new upload.',
      );
    const { id } = request.params as { readonly id?: string };
    if (id !== undefined && id !== grant.uploadId)
      return refuseMedia(
        reply.header('connection', 'close'),
        403,
        'UPLOAD_TOKEN_MISMATCH',
        'This token is for another upload.',
      );
    const web = new NodeRequest({ req: request.raw, res: reply.raw });
    grants.set(web, grant);
    const release = withIdleLimit(request.raw);
    try {
      const response = await server.handleWeb(web);
      if (response.status >= 500) log.error({ status: response.status, uploadId: grant.uploadId }, 'an upload failed');
      return await answer(response, reply);
    } finally {
      release();
    }
  };
  app.route({ method: 'POST', url: path, handler: handle });
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${path}/:id`, handler: handle });
  app.route({
    method: 'OPTIONS',
    url: path,
    handler: async (_request, reply) =>
      reply
        .code(204)
        .headers({ 'tus-resumable': '1.0.0', 'tus-version': '1.0.0', 'tus-extension': store.extensions.join(',') })
        .send(),
  });
};
