import type { Clock } from '@vitrina/platform/clock';
import { invariant } from '@vitrina/platform/errors';
import type { Logger } from '@vitrina/platform/logging';
import type { OpenedObjects } from '@vitrina/platform/objects';
import type { FastifyInstance } from 'fastify';
import { registerObjectRoutes } from './object-routes.ts';
import { DiskUploadStore } from './uploads/disk-upload-store.ts';
import { lookForExpiredMs } from './uploads/partial-lifetime.ts';
import { S3UploadStore } from './uploads/s3-upload-store.ts';
import { registerUploadRoutes } from './uploads/upload-routes.ts';

export interface MediaDeps {
  readonly objects: OpenedObjects;
  readonly clock: Clock;
  readonly log: Logger;
}

const uploadStoreOf = ({ store, disk, s3 }: OpenedObjects): DiskUploadStore | S3UploadStore => {
  if (disk) return new DiskUploadStore(disk);
  invariant(s3, 'A store is a folder or S3.');
  return new S3UploadStore(store, s3);
};

/** Mounts everything about files: reading them, signed addresses, resumable uploads. Bodies stay streams here. */
export const registerMedia = async (app: FastifyInstance, { objects, clock, log }: MediaDeps): Promise<void> => {
  const store = uploadStoreOf(objects);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    registerObjectRoutes(scope, objects);
    registerUploadRoutes(scope, { objects, store, clock, log });
  });
  const timer = setInterval(() => {
    store.deleteExpired().then(
      (deleted) => deleted > 0 && log.info({ deleted }, 'abandoned partial uploads deleted'),
      (error: unknown) => log.error({ err: error }, 'abandoned partial uploads could not be deleted'),
    );
  }, lookForExpiredMs);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
};
