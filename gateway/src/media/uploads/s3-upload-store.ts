import { Readable } from 'node:stream';
import { S3Store } from '@tus/s3-store';
import { ERRORS, Upload } from '@tus/server';
import { type ObjectStore, type S3Access, s3ClientConfig } from '@vitrina/platform/objects';
import { uploadKey } from '@vitrina/platform/uploads';
import { partialLifetimeMs } from './partial-lifetime.ts';
import { UploadFinished, UploadGone } from './upload-errors.ts';

/** Several gateways work on one upload, so none may remember by itself how it stands. */
const noMemory = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => {},
};

/**
 * Unfinished uploads as multipart uploads at the very key where the object will be; completing one makes the object, in
 * one step of the store.
 */
export class S3UploadStore extends S3Store {
  readonly #objects: ObjectStore;

  constructor(objects: ObjectStore, { place, privateBucket }: S3Access) {
    super({
      s3ClientConfig: { ...s3ClientConfig(place), bucket: privateBucket },
      cache: noMemory,
      // Tags cost a permission and not every store has them; the age of an upload says enough.
      useTags: false,
      maxConcurrentPartUploads: 16,
      expirationPeriodInMilliseconds: partialLifetimeMs,
    });
    this.#objects = objects;
    // Completes only where there is no object yet: what a context has looked at is never replaced.
    this.client.middlewareStack.add(
      (next, { commandName }) =>
        (args) =>
          next(
            commandName === 'CompleteMultipartUploadCommand'
              ? { ...args, input: { ...args.input, IfNoneMatch: '*' } }
              : args,
          ),
      { step: 'initialize', name: 'completeOnce' },
    );
  }

  override async create(upload: Upload): Promise<Upload> {
    if (await this.#finished(upload.id)) throw new UploadFinished();
    // Created anew: what an earlier try sent is dropped, where there was one.
    await super.remove(uploadKey(upload.id)).catch(ignoreMissing);
    const created = await super.create(new Upload({ ...upload, id: uploadKey(upload.id), offset: 0 }));
    upload.creation_date = created.creation_date;
    return upload;
  }

  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const key = uploadKey(id);
    const { file } = await this.getMetadata(key);
    try {
      const reached = await super.write(source, key, offset);
      if (reached === file.size) await this.client.deleteObject({ Bucket: this.bucket, Key: this.infoKey(key) });
      return reached;
    } catch (error) {
      if (error instanceof Error && error.name === 'PreconditionFailed') throw new UploadFinished();
      throw error;
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const object = await this.#finished(id);
    if (object) return new Upload({ id, size: object.sizeBytes, offset: object.sizeBytes });
    const { size, offset, creation_date } = await super.getUpload(uploadKey(id));
    const upload = new Upload({
      id,
      offset,
      ...(size !== undefined && { size }),
      ...(creation_date && { creation_date }),
    });
    if (size === undefined || offset < size) return upload;
    // Every byte is there and no object: the process died just then, or the store has dropped the parts since.
    await this.write(Readable.from([]), id, offset).catch(() => {
      throw new UploadGone();
    });
    return upload;
  }

  override async remove(id: string): Promise<void> {
    return super.remove(uploadKey(id));
  }

  #finished(id: string) {
    return this.#objects.head('private', uploadKey(id));
  }
}

const ignoreMissing = (error: unknown): void => {
  if (error !== ERRORS.FILE_NOT_FOUND) throw error;
};
