import { describe, expect, it } from 'vitest';
import { goLive, isHeldBack, isLost, type LiveStanding, publisherArrives, publisherLeaves } from './live-state.ts';

const now = new Date('2026-01-01T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const standing = (state: LiveStanding['state'], reconnectUntil: Date | null = null): LiveStanding => ({
  state,
  reconnectUntil,
});

describe('a publisher', () => {
  it('connects an idle stream, and goes on with one that lost it', () => {
    expect(publisherArrives(standing('IDLE'), now)).toEqual(standing('CONNECTED'));
    expect(publisherArrives(standing('LIVE', later(5)), now)).toEqual(standing('LIVE'));
  });

  it('is turned away from a stream that has one, is over, or has waited long enough', () => {
    for (const taken of [standing('CONNECTED'), standing('LIVE'), standing('ENDED'), standing('LIVE', later(-1))])
      expect(publisherArrives(taken, now)).toBeUndefined();
  });

  it('who leaves before the show leaves nothing behind, and during it has a while to come back', () => {
    expect(publisherLeaves(standing('CONNECTED'), now, 30)).toEqual(standing('IDLE'));
    expect(publisherLeaves(standing('LIVE'), now, 30)).toEqual(standing('LIVE', later(30)));
    expect(publisherLeaves(standing('LIVE', later(3)), now, 30)).toEqual(standing('LIVE', later(3)));
    expect(publisherLeaves(standing('ENDED'), now, 30)).toEqual(standing('ENDED'));
  });

  it('is lost once the while has passed', () => {
    expect([isLost(standing('LIVE', later(1)), now), isLost(standing('LIVE', later(-1)), now)]).toEqual([false, true]);
    expect(isLost(standing('LIVE'), now)).toBe(false);
  });
});

describe('going live', () => {
  it('wants a publisher, and may be said twice', () => {
    expect(goLive(standing('CONNECTED'))).toEqual({ ok: true, value: standing('LIVE') });
    expect(goLive(standing('LIVE', later(2)))).toEqual({ ok: true, value: standing('LIVE', later(2)) });
    expect(goLive(standing('IDLE'))).toMatchObject({ ok: false, refusals: [{ code: 'NOT_CONNECTED' }] });
    expect(goLive(standing('ENDED'))).toMatchObject({ ok: false, refusals: [{ code: 'STREAM_ENDED' }] });
  });
});

describe('moderation', () => {
  it('stands in the way when it said no, and where its word is waited for', () => {
    expect([null, 'APPROVED', 'REJECTED', 'PENDING'].map((word) => isHeldBack(word as null, 'HOLD'))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(isHeldBack(null, 'AUTO_APPROVE')).toBe(false);
    expect(isHeldBack('REJECTED', 'AUTO_APPROVE')).toBe(true);
  });
});
