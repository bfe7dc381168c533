import type { ObjectStore } from '../objects/index.ts';
import type { ImageFormat, ProcessedImage, RenderedImage } from './contract.ts';

/** Gives addresses of files by their keys. */
export type ImageUrls = Pick<ObjectStore, 'publicUrl'>;

const ofFormat = (image: ProcessedImage, format: ImageFormat): RenderedImage[] =>
  image.files.filter((file) => file.format === format).sort((left, right) => left.width - right.width);

/** Formats to fall back to, in order; everything that is rendered at all has WebP and JPEG. */
const fallbacks: readonly ImageFormat[] = ['WEBP', 'JPEG'];

/** Address of the smallest rendered width that is not below the wanted one; the widest when none is wide enough. */
export const imageUrl = (urls: ImageUrls, image: ProcessedImage, width: number, format: ImageFormat): string | null => {
  for (const candidate of [format, ...fallbacks]) {
    const files = ofFormat(image, candidate);
    const chosen = files.find((file) => file.width >= width) ?? files.at(-1);
    if (chosen) return urls.publicUrl(chosen.key);
  }
  return null;
};

/** The value of `srcset` for one format; null when it is not rendered (yet). */
export const imageSrcset = (urls: ImageUrls, image: ProcessedImage, format: ImageFormat): string | null => {
  const files = ofFormat(image, format);
  return files.length === 0 ? null : files.map(({ key, width }) => `${urls.publicUrl(key)} ${width}w`).join(', ');
};

/** What the resolvers of an image need of the request. */
export interface ImageContext {
  readonly services: { readonly objects: ImageUrls };
}

/**
 * Resolvers of the kit's `Image` interface for a type of a context's own: say how its row leads to the stored image
 * (null while there is none) and to its alternative text; `urls` where files are not in the public bucket under their keys.
 */
export const imageFields = <Row>(read: {
  readonly image: (row: Row) => ProcessedImage | null;
  readonly alt: (row: Row) => string;
  readonly urls?: (row: Row, context: ImageContext) => ImageUrls;
}) => ({
  url: (row: Row, { width, format }: { width: number; format: ImageFormat }, context: ImageContext) => {
    const image = read.image(row);
    return image && imageUrl(read.urls?.(row, context) ?? context.services.objects, image, width, format);
  },
  srcset: (row: Row, { format }: { format: ImageFormat }, context: ImageContext) => {
    const image = read.image(row);
    return image && imageSrcset(read.urls?.(row, context) ?? context.services.objects, image, format);
  },
  width: (row: Row) => read.image(row)?.width ?? null,
  height: (row: Row) => read.image(row)?.height ?? null,
  thumbhash: (row: Row) => read.image(row)?.thumbhash ?? null,
  dominantColor: (row: Row) => read.image(row)?.dominantColor ?? null,
  alt: (row: Row) => read.alt(row),
});
