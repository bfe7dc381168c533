import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

/** One cue that is well-formed. */
export interface Cue {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

const maxCharacters = 500_000;
const maxCues = 10_000;
const field = ['webVtt'];

const bad = (code: string, message: string): Refusal => plainRefusal(code, field, message);

/** `hh:mm:ss.ttt`, hours may be left out (WebVTT § 3.3: a timestamp has at least two digits of minutes and three of milliseconds). */
const timestamp = /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;

const secondsOf = (text: string): number | null => {
  const match = timestamp.exec(text);
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', thousandths = '0'] = match;
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1_000;
};

const readTiming = (line: string, lineNumber: number): Result<Cue, Refusal> => {
  const [start = '', rest = ''] = line.split('-->').map((part) => part.trim());
  const startSeconds = secondsOf(start);
  const endSeconds = secondsOf(rest.split(/\s+/)[0] ?? '');
  if (startSeconds === null || endSeconds === null)
    return refuse(bad('INVALID_CUE', `Line ${lineNumber} is not a timing; write it like 00:01.000 --> 00:04.000.`));
  if (endSeconds <= startSeconds)
    return refuse(
      bad('INVALID_CUE', `The cue on line ${lineNumber} ends before it begins; swap or correct its times.`),
    );
  return ok({ startSeconds, endSeconds });
};

/** Reads the cues' timings; text, notes and styles are the author's own. */
const readCues = (text: string, durationSeconds: number | null): Result<readonly Cue[], Refusal> => {
  const cues: Cue[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!line.includes('-->')) continue;
    const cue = readTiming(line, index + 1);
    if (!cue.ok) return cue;
    const before = cues.at(-1);
    if (before && cue.value.startSeconds < before.startSeconds)
      return refuse(
        bad(
          'INVALID_CUE',
          `The cue on line ${index + 1} begins before the one above it; put cues in the order of their times.`,
        ),
      );
    if (durationSeconds !== null && cue.value.startSeconds >= durationSeconds)
      return refuse(
        bad(
          'CUE_AFTER_END',
          `The cue on line ${index + 1} begins after the end of the video; are these the right captions?`,
        ),
      );
    cues.push(cue.value);
    if (cues.length > maxCues)
      return refuse(bad('TOO_MANY_CUES', `There are more than ${maxCues} cues; use fewer and longer ones.`));
  }
  return ok(cues);
};

/**
 * Checks a WebVTT file (https://www.w3.org/TR/webvtt1/): signature, cue timings in order and within the video. Gives the
 * text as it is stored. Refusals: CAPTIONS_TOO_LONG, NOT_WEBVTT, NO_CUES, INVALID_CUE, CUE_AFTER_END, TOO_MANY_CUES.
 */
export const readCaptions = (webVtt: string, durationSeconds: number | null): Result<string, Refusal> => {
  if (webVtt.length > maxCharacters)
    return refuse(
      bad('CAPTIONS_TOO_LONG', `The file has ${webVtt.length} characters; at most ${maxCharacters} are taken.`),
    );
  // NUL becomes U+FFFD by the specification; halves of characters could not be written as UTF-8.
  const text = webVtt.replace(/^\uFEFF/, '').replace(/\0|\p{Surrogate}/gu, '\uFFFD');
  if (!/^WEBVTT(?:[ \t\r\n]|$)/.test(text))
    return refuse(
      bad('NOT_WEBVTT', 'This is not a WebVTT file: its first line must be "WEBVTT"; export the captions as WebVTT.'),
    );
  const cues = readCues(text, durationSeconds);
  if (!cues.ok) return cues;
  if (cues.value.length === 0)
    return refuse(bad('NO_CUES', 'The file has no cues; to take captions away, send an empty text.'));
  return ok(text);
};
