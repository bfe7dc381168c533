import { describe, expect, it } from 'vitest';
import { readCaptions } from './captions.ts';

const file = (...lines: string[]): string => ['WEBVTT', '', ...lines].join('\n');
const codeOf = (webVtt: string, durationSeconds: number | null = 60) => {
  const read = readCaptions(webVtt, durationSeconds);
  return read.ok ? null : `${read.refusals[0].code}: ${read.refusals[0].message}`;
};

describe('captions', () => {
  it.each([
    ['short timestamps', file('00:01.000 --> 00:02.000', 'Hello')],
    ['hours, settings and an identifier', file('intro', '00:00:01.000 --> 00:00:02.500 line:0 align:start', 'Hello')],
    [
      'notes and styles',
      file('NOTE made by hand', '', 'STYLE', '::cue { color: lime }', '', '00:01.000 --> 00:02.000', 'x'),
    ],
    [
      'a byte order mark, a header text and Windows lines',
      '\uFEFFWEBVTT captions\r\n\r\n00:01.000 --> 00:02.000\r\nHello',
    ],
    ['cues that overlap', file('00:01.000 --> 00:05.000', 'a', '', '00:02.000 --> 00:03.000', 'b')],
  ])('take %s', (_what, webVtt) => expect(codeOf(webVtt)).toBeNull());

  it('are stored without a byte order mark and without what UTF-8 cannot say', () => {
    const read = readCaptions(`\uFEFF${file('00:01.000 --> 00:02.000', 'a\0b\ud83d')}`, 60);
    expect(read).toEqual({ ok: true, value: file('00:01.000 --> 00:02.000', 'a\uFFFDb\uFFFD') });
  });

  it.each([
    ['SubRip', '1\n00:00:01,000 --> 00:00:02,000\nHello', /^NOT_WEBVTT/],
    ['a word that only begins like it', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nx', /^NOT_WEBVTT/],
    ['a file without cues', file('NOTE nothing'), /^NO_CUES/],
    ['times with a comma', file('00:01,000 --> 00:02,000', 'x'), /^INVALID_CUE: Line 3/],
    ['minutes past 59', file('00:61:00.000 --> 01:02:00.000', 'x'), /^INVALID_CUE: Line 3/],
    ['an end before the start', file('00:05.000 --> 00:02.000', 'x'), /^INVALID_CUE: .*line 3 ends before/],
    [
      'cues out of order',
      file('00:05.000 --> 00:06.000', 'a', '', '00:01.000 --> 00:02.000', 'b'),
      /line 6 begins before/,
    ],
    ['cues past the end of the video', file('01:05.000 --> 01:06.000', 'x'), /^CUE_AFTER_END/],
    ['too many cues', file(...Array.from({ length: 10_001 }, () => '00:01.000 --> 00:02.000')), /^TOO_MANY_CUES/],
    ['too much text', file('00:01.000 --> 00:02.000', 'x'.repeat(500_000)), /^CAPTIONS_TOO_LONG/],
  ])('refuse %s', (_what, webVtt, refusal) => expect(codeOf(webVtt)).toMatch(refusal));

  it('are not held against a length that is not known yet', () => {
    expect(codeOf(file('50:00:00.000 --> 50:00:01.000', 'x'), null)).toBeNull();
  });
});
