import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { objectsConfig, openObjects } from '../objects/index.ts';
import { createUploads, sweepUploads, uploadedAs, uploadKey } from '../uploads/index.ts';

/** An object store in a folder of its own, and the uploads of one context over it. */
export const testFiles = async (database: Database, clock: Clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-objects-'));
  const opened = await openObjects(objectsConfig.parse({ VITRINA_OBJECTS_DIR: folder }), clock);
  const { store: objects, uploadSecret: secret, gatewayUrl } = opened;
  return {
    opened,
    objects,
    uploads: createUploads({ database, objects, secret, gatewayUrl, clock }),
    acts: {
      /** Sends the bytes of an upload, as a client would through its ticket. */
      sendUpload: (ticket: { readonly id: string }, bytes: Buffer) =>
        objects.put('private', uploadKey(ticket.id), bytes, { contentType: uploadedAs }),
      /** Runs the kit's sweep over uploads that nobody used. */
      sweepUploads: () => sweepUploads(database, objects, clock.now(), new AbortController().signal),
    },
    remove: async () => {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
