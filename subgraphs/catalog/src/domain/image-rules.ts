import { plainRefusal, type Refusal, type Result } from '@vitrina/platform/result';
import { checkOptionalText } from './check-text.ts';
import { Problems } from './problems.ts';

/** READY and FAILED are final; only a PROCESSING image becomes one of them. */
export type ImageState = 'PROCESSING' | 'READY' | 'FAILED';

/** Why an image cannot be shown. */
export interface ImageFailure {
  readonly code: string;
  readonly message: string;
}

/** Pictures one product may have: as many as a person looks through. */
export const maxImages = 20;
const maxAlt = 500;

/** How long a worker has an image to itself; after that it counts as dead. A stage takes seconds. */
export const leaseSeconds = 120;

/** Tries of one stage. With their pauses they span half an hour, which outlives a restart of the object store. */
export const maxTries = 10;
const longestPauseSeconds = 600;

/** Pause after a failed try, doubling: 2 s, 4 s, 8 s … at most ten minutes. */
export const pauseSeconds = (tries: number): number => Math.min(longestPauseSeconds, 2 ** Math.max(1, tries));

/** What a seller reads when an image could not be made although nothing is wrong with the file as far as we know. */
export const processingFailed: ImageFailure = {
  code: 'PROCESSING_FAILED',
  message: 'The picture could not be processed after several tries; delete it and send the file again.',
};

/** Alternative text as it is stored; blank is empty. */
export const checkAlt = (alt: string | null | undefined): Result<string, Refusal> => {
  const problems = new Problems();
  const clean = checkOptionalText(alt, ['alt'], maxAlt, problems);
  return problems.unless(() => clean ?? '');
};

export const tooManyImages = (): Refusal =>
  plainRefusal('TOO_MANY_IMAGES', [], `The product has ${maxImages} pictures already; delete one first.`);

export const imagesChanged = (): Refusal =>
  plainRefusal(
    'IMAGES_CHANGED',
    ['imageIds'],
    "The list is not that of the product's pictures; read them again and send each of them once.",
  );

/** True when `wanted` names every one of `present` exactly once. */
export const isReordering = (present: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length === present.length &&
  new Set(wanted).size === wanted.length &&
  present.every((id) => wanted.includes(id));
