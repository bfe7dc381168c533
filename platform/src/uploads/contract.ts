import type { Tx } from '../database/index.ts';
import type { ObjectInfo } from '../objects/index.ts';
import type { Refusal, Result } from '../result/index.ts';

/** What a context lets somebody upload. */
export interface UploadRequest {
  /** What it is for, e.g. `catalog.product-image`: an upload is taken for the purpose it was opened for only. */
  readonly purpose: string;
  /** Who opened it (user or API client id): only the same actor may use it. */
  readonly actorId: string;
  /** What it will be attached to, e.g. the product's id. */
  readonly subjectId: string;
  /** File name as the client has it; shown to people, never trusted. */
  readonly fileName: string;
  /** Size the client announces; one byte more is refused. */
  readonly sizeBytes: number;
  /** Media types the content may turn out to be, e.g. `image/jpeg`. Decided by content, never by name. */
  readonly accepts: readonly string[];
  /** Most that this purpose takes. */
  readonly maxBytes: number;
  /** How long the client may take; 24 hours when left out, a week at most. */
  readonly ttlSeconds?: number;
}

/** How the client may send its bytes: SDL type `UploadTicket` of the kit resolves from this. */
export interface UploadTicket {
  /** `upl_…`. */
  readonly id: string;
  /** tus 1.0 endpoint (resumable, any size): create with `Authorization: Bearer <token>`. */
  readonly tusUrl: string;
  readonly token: string;
  /** One presigned PUT for small files; null above {@link directPutLimitBytes}. */
  readonly put: { readonly url: string; readonly headers: readonly { name: string; value: string }[] } | null;
  readonly maxBytes: number;
  readonly expiresAt: Date;
}

/** Above this size only tus is offered. */
export const directPutLimitBytes = 16 * 1024 * 1024;

/** A finished upload whose type was read from its content. */
export interface ReceivedUpload {
  readonly id: string;
  readonly subjectId: string;
  readonly fileName: string;
  readonly contentType: string;
  /** In the private bucket, until it is claimed or swept. */
  readonly object: ObjectInfo;
}

/** Uploads of one context: rows in its own database, bytes in the object store. */
export interface Uploads {
  /** Opens an upload; refuses an announced size of 0 or above the limit (`FILE_EMPTY`, `FILE_TOO_LARGE`). */
  open(tx: Tx, request: UploadRequest): Promise<Result<UploadTicket, Refusal>>;
  /**
   * The bytes of an upload of this actor and purpose, with the type its content shows. Refuses `UPLOAD_NOT_FOUND`
   * (unknown, another actor's, another purpose's: all look the same), `UPLOAD_INCOMPLETE`, `UPLOAD_EXPIRED`,
   * `FILE_TOO_LARGE`, `UNSUPPORTED_FILE_TYPE`.
   */
  receive(
    id: string,
    by: { readonly actorId: string; readonly purpose: string },
  ): Promise<Result<ReceivedUpload, Refusal>>;
  /** Marks it used in the caller's transaction: false when somebody else was faster. The object then is the caller's to keep. */
  claim(tx: Tx, id: string): Promise<boolean>;
}
