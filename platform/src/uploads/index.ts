export * from './contract.ts';
export { createUploads, type UploadsOptions, uploadedAs, uploadKey } from './create-uploads.ts';
export { sweepUploads } from './sweep.ts';
export { signUploadToken, type UploadGrant, verifyUploadToken } from './token.ts';
