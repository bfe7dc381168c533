import type { ImageFormat } from './contract.ts';

const extensions: Record<ImageFormat, string> = { AVIF: 'avif', WEBP: 'webp', JPEG: 'jpg', GIF: 'gif' };

/** Media types of what is rendered. */
export const renderedTypes: Record<ImageFormat, string> = {
  AVIF: 'image/avif',
  WEBP: 'image/webp',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
};

/** An original within one context: contexts share no files, so each may delete its own without asking the others. */
export interface ImageName {
  /** Name of the context. */
  readonly scope: string;
  /** Of the original's bytes, hex. */
  readonly sha256: string;
}

/** Where everything derived from an original lies, in either bucket; ends with `/`. */
export const imagePrefix = ({ scope, sha256 }: ImageName): string => `img/${scope}/${sha256.slice(0, 2)}/${sha256}/`;

/** Name of one derived file in its folder. */
export const renderedFile = (width: number, format: ImageFormat): string => `${width}.${extensions[format]}`;

/** Key of one derived file in the public bucket. */
export const imageKey = (name: ImageName, width: number, format: ImageFormat): string =>
  `${imagePrefix(name)}${renderedFile(width, format)}`;

/** Key of what is known of the derived files, in the private bucket: written last, so it vouches for them. */
export const manifestKey = (name: ImageName): string => `${imagePrefix(name)}image.json`;
