import { describe, expect, it } from 'vitest';
import { turnAfter } from './image-turns.ts';

const now = new Date('2026-01-01T12:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

describe('the turn of a picture', () => {
  it('is now in a lane where nothing waits, or what waits is long overdue', () => {
    expect(turnAfter(undefined, now, false)).toEqual(now);
    expect(turnAfter(after(-60_000), now, true)).toEqual(now);
  });

  it('is behind the last one of its lane, ten times as far for a program', () => {
    expect(turnAfter(now, now, false)).toEqual(after(1_000));
    expect(turnAfter(now, now, true)).toEqual(after(10_000));
    expect(turnAfter(after(500_000), now, true)).toEqual(after(510_000));
  });
});
