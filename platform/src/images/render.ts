import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { defaultCacheControl } from '../objects/headers.ts';
import type { Bucket, ObjectStore } from '../objects/index.ts';
import { ok, type Result } from '../result/index.ts';
import type { ImageFacts, ImageFormat, ImageLimits, ImageRefusal, ProcessedImage, RenderedImage } from './contract.ts';
import { decodeStill, encodeAnimation, encodeStill, formatsOf, scaleTo } from './encode.ts';
import { type Pixels, photoLimits } from './engine.ts';
import { inspectImage } from './inspect.ts';
import { type ImageName, imageKey, renderedFile, renderedTypes } from './keys.ts';
import { planLadder, type Rung } from './ladder.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { makePreview } from './preview.ts';
import { decoding } from './refusals.ts';

/** Where an original lies for the time of rendering, and where the results go; its hash is {@link sha256OfFile}. */
export interface RenderJob extends ImageName {
  readonly objects: ObjectStore;
  /** A file of this machine. */
  readonly path: string;
  readonly limits?: ImageLimits;
}

/** Where files of an image go, and what each is called there. */
interface Place {
  readonly bucket: Bucket;
  keyOf(width: number, format: ImageFormat): string;
}

/** Shared by all images of a context that have the same bytes. */
const sharedPlace = (name: ImageName): Place => ({
  bucket: 'public',
  keyOf: (width, format) => imageKey(name, width, format),
});

/** SHA-256 of a file's bytes, hex: the name of everything derived from it. */
export const sha256OfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

interface Wanted extends Rung {
  readonly format: ImageFormat;
  readonly key: string;
}

/** Splits what is wanted into what lies in the store already and what has to be made. */
const lookUp = async (objects: ObjectStore, bucket: Bucket, wanted: readonly Wanted[]) => {
  const heads = await Promise.all(wanted.map(({ key }) => objects.head(bucket, key)));
  const there = wanted.flatMap((file, at) => {
    const info = heads[at];
    return info ? [{ ...file, sizeBytes: info.sizeBytes }] : [];
  });
  return { there, missing: wanted.filter((_file, at) => !heads[at]) };
};

const store = async ({ objects, place }: Source, file: Wanted, bytes: Buffer): Promise<RenderedImage> => {
  await objects.put(place.bucket, file.key, bytes, {
    contentType: renderedTypes[file.format],
    cacheControl: defaultCacheControl(place.bucket),
  });
  return { ...file, sizeBytes: bytes.length };
};

/** An original on its way to files at a place. */
type Work = Pick<Required<RenderJob>, 'objects' | 'path' | 'limits'> & { readonly place: Place };
type Source = Work & { readonly facts: ImageFacts; readonly pixels: Pixels };

/** All formats of one rung from one scaling. */
const renderRung = async (source: Source, files: readonly Wanted[]): Promise<RenderedImage[]> => {
  const { path, limits, facts, pixels } = source;
  const [first] = files;
  if (!first) return [];
  const scaled = await scaleTo(pixels, first);
  return Promise.all(
    files.map(async (file) => {
      const { format } = file;
      const animated = facts.frames > 1 && (format === 'WEBP' || format === 'GIF');
      const bytes = animated
        ? await encodeAnimation(path, limits, file, format)
        : await encodeStill(scaled, format === 'GIF' ? 'WEBP' : format);
      return store(source, file, bytes);
    }),
  );
};

const wantedFiles = (place: Place, rungs: readonly Rung[], formats: readonly ImageFormat[]): Wanted[] =>
  rungs.flatMap((rung) => formats.map((format) => ({ ...rung, format, key: place.keyOf(rung.width, format) })));

/** Makes what is missing, widest rung first: it takes longest. */
const renderMissing = async (source: Source, missing: readonly Wanted[]): Promise<RenderedImage[]> => {
  const made: RenderedImage[] = [];
  for (const width of [...new Set(missing.map((file) => file.width))].sort((left, right) => right - left)) {
    made.push(
      ...(await renderRung(
        source,
        missing.filter((file) => file.width === width),
      )),
    );
  }
  return made;
};

const ascending = (files: readonly RenderedImage[]): RenderedImage[] =>
  files
    .map(({ format, width, height, key, sizeBytes }) => ({ format, width, height, key, sizeBytes }))
    .sort((left, right) => left.format.localeCompare(right.format) || left.width - right.width);

const decodeWidest = (job: Work, widest: Rung): Promise<Result<Pixels, ImageRefusal>> =>
  decoding(job.limits, async () => ok(await decodeStill(job.path, job.limits, widest)));

const renderStage = async (
  job: Work,
  facts: ImageFacts,
  formats: readonly ImageFormat[],
): Promise<Result<{ files: RenderedImage[]; pixels: Pixels }, ImageRefusal>> => {
  const rungs = planLadder(facts);
  const decoded = await decodeWidest(job, rungs.at(-1) as Rung);
  if (!decoded.ok) return decoded;
  const pixels = decoded.value;
  const { there, missing } = await lookUp(job.objects, job.place.bucket, wantedFiles(job.place, rungs, formats));
  return decoding(job.limits, async () => {
    const made = await renderMissing({ ...job, facts, pixels }, missing);
    return ok({ files: [...there, ...made], pixels });
  });
};

/** All that is known of an image once its files of these formats are there. */
const renderWhole = async (
  job: Work,
  sha256: string,
  facts: ImageFacts,
  formats: readonly ImageFormat[],
): Promise<Result<ProcessedImage, ImageRefusal>> => {
  const rendered = await renderStage(job, facts, formats);
  if (!rendered.ok) return rendered;
  return ok({
    sha256,
    width: facts.width,
    height: facts.height,
    animated: facts.frames > 1,
    ...(await makePreview(rendered.value.pixels)),
    files: ascending(rendered.value.files),
  });
};

/**
 * Checks an original and renders its WebP and JPEG files into the public bucket: what a page needs, within seconds. The
 * same bytes again, whoever sends them, cost one read of a small manifest. Killed in the middle, the next call makes only
 * what is missing. Refused is what the file itself is to blame for; troubles of the store are thrown.
 */
export const renderImage = async (given: RenderJob): Promise<Result<ProcessedImage, ImageRefusal>> => {
  const job = { limits: photoLimits, ...given, place: sharedPlace(given) };
  const known = await readManifest(job.objects, job);
  if (known) return ok(known);
  const inspected = await inspectImage(job.path, job.limits);
  if (!inspected.ok) return inspected;
  const image = await renderWhole(job, job.sha256, inspected.value, formatsOf(inspected.value, 'quick'));
  if (image.ok) await writeManifest(job.objects, job.scope, image.value);
  return image;
};

/** Where an image goes that has its files to itself. */
export interface OwnPlace {
  readonly bucket: Bucket;
  /** Ends with `/`. */
  readonly folder: string;
}

/**
 * Renders an original of ours into a folder of its own, in all formats at once: for pictures that move between the buckets
 * with what they belong to, and go with it. Nothing is shared by content; done again, only what is missing is made.
 */
export const renderImageInto = async (
  given: Pick<RenderJob, 'objects' | 'path' | 'limits'>,
  { bucket, folder }: OwnPlace,
): Promise<Result<ProcessedImage, ImageRefusal>> => {
  const place = {
    bucket,
    keyOf: (width: number, format: ImageFormat) => `${folder}${renderedFile(width, format)}`,
  };
  const job = { limits: photoLimits, ...given, place };
  const inspected = await inspectImage(job.path, job.limits);
  if (!inspected.ok) return inspected;
  const formats = [...formatsOf(inspected.value, 'quick'), ...formatsOf(inspected.value, 'late')];
  return renderWhole(job, await sha256OfFile(job.path), inspected.value, formats);
};

/** True when the formats that come after the first ones are there as well. */
export const isComplete = (image: ProcessedImage): boolean =>
  formatsOf({ frames: image.animated ? 2 : 1 }, 'late').every((format) =>
    image.files.some((file) => file.format === format),
  );

/** Adds the formats that take long (AVIF, or GIF for animations) to an image that {@link renderImage} has made. */
export const renderLateFormats = async (
  given: RenderJob,
  image: ProcessedImage,
): Promise<Result<ProcessedImage, ImageRefusal>> => {
  const job = { limits: photoLimits, ...given, place: sharedPlace(given) };
  const known = await readManifest(job.objects, job);
  if (known && isComplete(known)) return ok(known);
  const inspected = await inspectImage(job.path, job.limits);
  if (!inspected.ok) return inspected;
  const rendered = await renderStage(job, inspected.value, formatsOf(inspected.value, 'late'));
  if (!rendered.ok) return rendered;
  const complete = { ...image, files: ascending([...image.files, ...rendered.value.files]) };
  await writeManifest(job.objects, job.scope, complete);
  return ok(complete);
};
