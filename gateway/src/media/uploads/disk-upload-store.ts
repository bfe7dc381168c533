import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import type { DiskObjectStore } from '@vitrina/platform/objects';
import { uploadedAs, uploadKey } from '@vitrina/platform/uploads';
import { partialLifetimeMs } from './partial-lifetime.ts';
import { UploadFinished } from './upload-errors.ts';

/**
 * Unfinished uploads as files beside the store; the last byte turns one into an object. That happens inside the lock of
 * the request that brings it, and again when somebody asks for an upload whose process died just there: what a client
 * is told to be complete always is an object.
 */
export class DiskUploadStore extends FileStore {
  readonly #objects: DiskObjectStore;

  constructor(objects: DiskObjectStore) {
    super({ directory: objects.partialsFolder, expirationPeriodInMilliseconds: partialLifetimeMs });
    this.#objects = objects;
  }

  override async create(upload: Upload): Promise<Upload> {
    if (await this.#finished(upload.id)) throw new UploadFinished();
    return super.create(upload);
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const reached = await super.write(source, id, offset);
    const { size } = await this.configstore.get(id).then((file) => ({ size: file?.size }));
    if (size !== undefined && reached >= size) await this.#finish(id, size);
    return reached;
  }

  override async getUpload(id: string): Promise<Upload> {
    const object = await this.#finished(id);
    if (object) return new Upload({ id, size: object.sizeBytes, offset: object.sizeBytes });
    const upload = await super.getUpload(id);
    if (upload.size === undefined || upload.offset < upload.size) return upload;
    await this.#finish(id, upload.size);
    return new Upload({ id, size: upload.size, offset: upload.size });
  }

  /** Deletes what nobody has written to for longer than any token lives. */
  override async deleteExpired(): Promise<number> {
    let deleted = 0;
    for (const name of await readdir(this.directory)) {
      const path = join(this.directory, name);
      const found = await stat(path).catch(() => undefined);
      if (!found || Date.now() - found.mtimeMs < partialLifetimeMs) continue;
      await rm(path, { force: true });
      deleted += 1;
    }
    return deleted;
  }

  #finished(id: string) {
    return this.#objects.head('private', uploadKey(id));
  }

  async #finish(id: string, sizeBytes: number): Promise<void> {
    const path = join(this.directory, id);
    // Where a signed PUT was faster, its object stays: an upload is one file.
    await this.#objects.adoptFile('private', uploadKey(id), { path, sizeBytes }, { contentType: uploadedAs });
    await rm(path, { force: true });
    await this.configstore.delete(id);
  }
}
