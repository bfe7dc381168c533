import { describe, expect, it } from 'vitest';
import { VideoToolError } from '../clients/ffmpeg/index.ts';
import { partsOf } from './assemble-recording.ts';
import { wordsOf } from './run-step.ts';
import { silentBefore } from './silence.ts';
import { nextLook } from './start-work.ts';

describe('the parts of a recording', () => {
  const segment = (connection: string, file: string, seconds = 2) => ({ connection, file, seconds });

  it('are runs of one connection, also when it comes back after another', () => {
    expect(partsOf([segment('a', 'a0'), segment('a', 'a1', 1.5), segment('b', 'b0'), segment('a', 'a2')])).toEqual([
      { file: 'part-0.ts', seconds: 3.5, segments: ['a0', 'a1'] },
      { file: 'part-1.ts', seconds: 2, segments: ['b0'] },
      { file: 'part-2.ts', seconds: 2, segments: ['a2'] },
    ]);
  });

  it('are none of a show nobody saw', () => expect(partsOf([])).toEqual([]));
});

describe('looking after work', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  it('is done ever more seldom while nothing changes, half an hour apart at most', () => {
    const waits = [0, 1, 2, 5, 6, 1_000].map((wakes) => (nextLook(now, wakes).getTime() - now.getTime()) / 1_000);
    expect(waits).toEqual([45, 90, 180, 1_440, 1_800, 1_800]);
  });

  it('takes a worker for gone after three quarters of a minute', () => {
    expect(now.getTime() - silentBefore(now).getTime()).toBe(45_000);
  });
});

describe('what admins read of a try that failed', () => {
  it('is the tool’s own last words', () => {
    expect(wordsOf(new VideoToolError('Encoding failed: SIGKILL', 'frame=1\nout of memory'))).toBe(
      'Encoding failed: SIGKILL\nframe=1\nout of memory',
    );
  });

  it('is where the error came from when it was no tool, and something of whatever was thrown', () => {
    expect(wordsOf(new TypeError('no such thing'))).toMatch(/^TypeError: no such thing\n\s+at /);
    expect([wordsOf('a word'), wordsOf(undefined)]).toEqual(['a word', 'undefined']);
  });

  it('is its end where it is long', () => {
    const words = wordsOf(new VideoToolError('failed', `${'x'.repeat(9_000)} the end`));
    expect(words).toHaveLength(4_000);
    expect(words.endsWith('the end')).toBe(true);
  });
});
