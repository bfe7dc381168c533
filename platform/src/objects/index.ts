export * from './config.ts';
export * from './contract.ts';
export type { DiskObjectStore } from './disk/disk-store.ts';
export { openDiskStore } from './disk/disk-store.ts';
export { isInert } from './headers.ts';
export { isKey } from './keys.ts';
export { type S3Place, s3ClientConfig } from './s3/client.ts';
