import { expect, it } from 'vitest';
import { describeUploadError, UploadBusy, UploadFinished, UploadGone } from './upload-errors.ts';

it('says of every refusal of an upload what it is and what to do', () => {
  expect([new UploadBusy(), new UploadFinished(), new UploadGone()].map((error) => error.status_code)).toEqual([
    423, 409, 410,
  ]);
  expect(describeUploadError(409, new UploadFinished()).code).toBe('UPLOAD_FINISHED');
  expect(describeUploadError(409, new Error('the library’s')).code).toBe('UPLOAD_OFFSET');
  for (const [status, error] of [
    [423, new UploadBusy()],
    [410, new UploadGone()],
  ] as const)
    expect(describeUploadError(status, undefined)).toEqual(describeUploadError(status, error));
  expect(describeUploadError(500, new Error('disk full'))).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    message: 'The file could not be kept; try again.',
  });
});
