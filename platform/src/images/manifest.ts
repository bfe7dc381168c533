import { z } from 'zod';
import type { ObjectStore } from '../objects/index.ts';
import type { ProcessedImage } from './contract.ts';
import { type ImageName, imagePrefix, manifestKey } from './keys.ts';

const stored: z.ZodType<ProcessedImage> = z.object({
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  animated: z.boolean(),
  thumbhash: z.string(),
  dominantColor: z.string(),
  files: z.array(
    z.object({
      format: z.enum(['AVIF', 'WEBP', 'JPEG', 'GIF']),
      width: z.int(),
      height: z.int(),
      key: z.string(),
      sizeBytes: z.int(),
    }),
  ),
});

/** What was made of these bytes before; undefined when nothing was, or not to the end. */
export const readManifest = async (objects: ObjectStore, name: ImageName): Promise<ProcessedImage | undefined> => {
  const found = await objects.get('private', manifestKey(name));
  if (!found) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of found.body) chunks.push(chunk as Buffer);
  return stored.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
};

/** Vouches for the files it names: written after they are stored. */
export const writeManifest = async (objects: ObjectStore, scope: string, image: ProcessedImage): Promise<void> => {
  await objects.put('private', manifestKey({ scope, sha256: image.sha256 }), Buffer.from(JSON.stringify(image)), {
    contentType: 'application/json',
  });
};

/**
 * Forgets everything derived from an original. The manifest goes first, so that whoever comes after renders anew. The
 * caller makes sure that no image of its own uses the hash any more, and that none begins to meanwhile.
 */
export const deleteRenderedImage = async (objects: ObjectStore, name: ImageName): Promise<void> => {
  await objects.delete('private', manifestKey(name));
  await objects.deletePrefix('public', imagePrefix(name));
};
