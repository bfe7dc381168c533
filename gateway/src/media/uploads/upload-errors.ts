/** What the protocol's library knows as an error: a status and a body. */
export class UploadError extends Error {
  override readonly name: string = 'UploadError';
  readonly status_code: number;
  readonly body: string;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status_code = status;
    this.code = code;
    this.body = message;
  }
}

const busy = {
  code: 'UPLOAD_BUSY',
  message: 'Another request of this upload is under way; try again in a few seconds.',
};
const gone = {
  code: 'UPLOAD_GONE',
  message: 'What was sent of this file is no longer there; send it from the start.',
};
const noTus = {
  code: 'UPLOAD_INVALID',
  message: 'The request does not follow the tus protocol, version 1.0.0.',
};

/** Another request of the same upload does not end. */
export class UploadBusy extends UploadError {
  override readonly name = 'UploadBusy';
  constructor() {
    super(423, busy.code, busy.message);
  }
}

/** The file has arrived already. */
export class UploadFinished extends UploadError {
  override readonly name = 'UploadFinished';
  constructor() {
    super(409, 'UPLOAD_FINISHED', 'This file has arrived already; use it.');
  }
}

/** What was sent of the file is gone. */
export class UploadGone extends UploadError {
  override readonly name = 'UploadGone';
  constructor() {
    super(410, gone.code, gone.message);
  }
}

const byStatus: Readonly<Record<number, { readonly code: string; readonly message: string }>> = {
  400: noTus,
  403: noTus,
  404: { code: 'UPLOAD_NOT_FOUND', message: 'Nothing was sent of this upload yet; create it first.' },
  409: { code: 'UPLOAD_OFFSET', message: 'Upload-Offset is not where this upload stands; ask for it with HEAD.' },
  410: gone,
  412: { code: 'UPLOAD_INVALID', message: 'Send the header Tus-Resumable: 1.0.0.' },
  413: { code: 'FILE_TOO_LARGE', message: 'These are more bytes than the upload was opened for.' },
  423: busy,
  501: { code: 'UPLOAD_INVALID', message: 'The server does not offer this extension of tus.' },
};

/** The code and the sentence of a refusal: ours where we refused, one by status where the library did. */
export const describeUploadError = (
  status: number,
  error: unknown,
): { readonly code: string; readonly message: string } => {
  if (error instanceof UploadError) return { code: error.code, message: error.message };
  return byStatus[status] ?? { code: 'INTERNAL_SERVER_ERROR', message: 'The file could not be kept; try again.' };
};
