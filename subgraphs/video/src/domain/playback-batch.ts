import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

/** What a player observed since its last batch. */
export interface PlaybackBatch {
  readonly sessionId: string;
  readonly sequence: number;
  readonly startupMs: number | null;
  readonly watched: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  readonly rebufferCount: number;
  readonly rebufferMs: number;
  readonly rendition: string | null;
  readonly exitAtSeconds: number | null;
  readonly errorCode: string | null;
}

const maxRanges = 50;
const maxSequence = 100_000;
const hourMs = 3_600_000;
/** Players round, and a last frame may be shown a little longer than the file says. */
const toleranceSeconds = 2;

const wrong = (field: string, message: string): Refusal => plainRefusal('INVALID_BATCH', [field], message);

const within = (value: number | null, max: number): boolean => value === null || (value >= 0 && value <= max);
const isName = (value: string | null, max: number): boolean =>
  value === null || (value.length <= max && /^[\w.:-]+$/.test(value));

const problemsOf = (batch: PlaybackBatch, durationSeconds: number): Refusal[] => {
  const last = durationSeconds + toleranceSeconds;
  const problems: [boolean, Refusal][] = [
    [/^[\w-]{8,64}$/.test(batch.sessionId), wrong('sessionId', 'A session is 8 to 64 letters, digits, "-" or "_".')],
    [within(batch.sequence, maxSequence), wrong('sequence', `Batches are numbered from 0 to ${maxSequence}.`)],
    [within(batch.startupMs, hourMs), wrong('startupMs', 'A start takes 0 to 3600000 ms.')],
    [batch.watched.length <= maxRanges, wrong('watched', `A batch takes at most ${maxRanges} stretches.`)],
    [
      batch.watched.every(
        ({ fromSeconds, toSeconds }) => fromSeconds >= 0 && toSeconds > fromSeconds && toSeconds <= last,
      ),
      wrong('watched', 'Each stretch ends after it begins, within the video.'),
    ],
    [within(batch.rebufferCount, 10_000), wrong('rebufferCount', 'Stops are 0 to 10000 in number.')],
    [within(batch.rebufferMs, hourMs), wrong('rebufferMs', 'Waiting takes 0 to 3600000 ms.')],
    [isName(batch.rendition, 16), wrong('rendition', 'A rendition is named like 540p.')],
    [within(batch.exitAtSeconds, last), wrong('exitAtSeconds', 'The exit is within the video.')],
    [isName(batch.errorCode, 64), wrong('errorCode', 'A code is at most 64 letters, digits, "_", "-", "." or ":".')],
  ];
  return problems.filter(([fine]) => !fine).map(([, refusal]) => refusal);
};

/** Checks a batch against the length of its video, and says everything that is wrong at once. Refusal: INVALID_BATCH. */
export const checkBatch = (batch: PlaybackBatch, durationSeconds: number): Result<PlaybackBatch, Refusal> => {
  const [first, ...rest] = problemsOf(batch, durationSeconds);
  return first ? refuse(first, ...rest) : ok(batch);
};
