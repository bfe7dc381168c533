export * from './config.ts';
export * from './contract.ts';
export type { DiskObjectStore } from './disk/disk-store.ts';
export { openDiskStore } from './disk/disk-store.ts';
export { isInert } from './headers.ts';
export { isKey } from './keys.ts';
