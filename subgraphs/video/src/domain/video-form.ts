import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';

/** Title as it is kept. Refusals: TEXT_REQUIRED, TEXT_TOO_LONG. */
export const readTitle = (title: string): Result<string, Refusal> =>
  readText(title, { field: ['title'], min: 1, max: 140 });

/** Description as it is kept; null when it is empty. Refusal: TEXT_TOO_LONG. */
export const readDescription = (description: string | null | undefined): Result<string | null, Refusal> => {
  const read = readText(description ?? '', { field: ['description'], min: 0, max: 5_000, lines: true });
  return read.ok ? ok(read.value || null) : read;
};

/** Live videos come into being by themselves. */
export const liveIsNotUploaded = (): Refusal =>
  plainRefusal(
    'LIVE_NOT_UPLOADED',
    ['format'],
    'Recordings of live streams are made by live streams; upload this one as SHORT or LANDING.',
  );

/** Somebody else was faster. */
const versionConflict = (expected: number, version: number): Refusal =>
  plainRefusal(
    'VERSION_CONFLICT',
    ['expectedVersion'],
    `Somebody changed this video meanwhile: you saw version ${expected}, it is at ${version}; look at it again and repeat your change.`,
  );

/** Passes when no version was expected, or the right one. */
export const checkVersion = (expected: number | null | undefined, version: number): Result<null, Refusal> =>
  expected === null || expected === undefined || expected === version
    ? ok(null)
    : refuse(versionConflict(expected, version));

/** Nothing can be done with a video whose file was not read yet. */
export const notReadYet = (field: readonly string[]): Refusal =>
  plainRefusal(
    'VIDEO_NOT_READ_YET',
    field,
    'The file of this video was not read yet; try again once it has a duration.',
  );
