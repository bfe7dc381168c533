import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playback } from '../playback/playback.ts';
import type { Problem } from '../playback/problem.ts';
import type { PlayerSource } from '../source.ts';
import { createLiveView } from './live-view.ts';

beforeEach(() => void vi.stubGlobal('HTMLMediaElement', { HAVE_CURRENT_DATA: 2 }));
afterEach(() => void vi.unstubAllGlobals());

const showAt = (hlsUrl: string) => ({ kind: 'on-air' as const, source: { hlsUrl } as PlayerSource });

/** A playback that only says how it stands, and notes what it is told. */
const setUp = () => {
  const did: string[] = [];
  const video = { currentTime: 0, paused: false, ended: false, readyState: 4 };
  const now = { source: undefined as PlayerSource | undefined, problem: undefined as Problem | undefined };
  const playback = {
    video,
    get source() {
      return now.source;
    },
    get problem() {
      return now.problem;
    },
    refuse: (problem: Problem) => {
      did.push(problem.code);
      now.problem = problem;
    },
  };
  const view = createLiveView(playback as unknown as Playback, {
    ask: async () => ({ kind: 'before' }),
    open: (source) => {
      did.push(`opens ${source.hlsUrl}`);
      now.source = source;
      now.problem = undefined;
    },
    openRecording: async () => true,
  });
  return { view, video, now, did: () => did.splice(0) };
};

describe('a show in the player', () => {
  it('is opened once, and again when it lies elsewhere or could not be played', () => {
    const { view, now, did } = setUp();
    view.show(showAt('/a'));
    view.show(showAt('/a'));
    expect(did()).toEqual(['opens /a']);
    now.problem = { code: 'NOT_FOUND', passing: false };
    view.show(showAt('/a'));
    view.show(showAt('/b'));
    expect(did()).toEqual(['opens /a', 'opens /b']);
  });

  it('that is waited for says why, and says it once', () => {
    const { view, did } = setUp();
    view.wait('NOT_STARTED');
    view.wait('NOT_STARTED');
    view.wait('SHOW_OVER');
    expect(did()).toEqual(['NOT_STARTED', 'SHOW_OVER']);
  });

  it('whose first segment is still on its way is waited for, and looked at soon', () => {
    const { view, now, did } = setUp();
    now.source = { hlsUrl: '/a', live: true } as PlayerSource;
    now.problem = { code: 'NOT_FOUND', passing: false };
    expect([view.heed(), did()]).toEqual([true, ['NOT_STARTED']]);
    expect([view.heed(), did()]).toEqual([true, []]);
    view.show(showAt('/a'));
    expect(did()).toEqual(['opens /a']);
  });

  it.each([
    ['that was seen and is gone', { code: 'NOT_FOUND', passing: false }, 4, true, true],
    ['whose recording is gone', { code: 'NOT_FOUND', passing: false }, 0, false, true],
    ['whose line is lost for a moment', { code: 'NETWORK', passing: true }, 0, true, false],
  ] as const)('%s is not said to begin', (_what, problem, at, live, calls) => {
    const { view, video, now, did } = setUp();
    now.source = { hlsUrl: '/a', live } as PlayerSource;
    now.problem = problem;
    video.currentTime = at;
    expect([view.heed(), did()]).toEqual([calls, []]);
  });

  it('is well while it moves, and asked about when it stands', () => {
    const { view, video } = setUp();
    expect(view.isContent()).toBe(true);
    expect(view.isContent()).toBe(false);
    video.currentTime = 4;
    expect(view.isContent()).toBe(true);
  });

  it('is left alone while the viewer has paused what is there to see', () => {
    const { view, video } = setUp();
    view.isContent();
    video.paused = true;
    expect(view.isContent()).toBe(true);
    // Paused before there was anything: somebody has to ask what became of the show.
    video.readyState = 0;
    expect(view.isContent()).toBe(false);
  });

  it('is not well at its end, nor with a problem', () => {
    const { view, video, now } = setUp();
    video.ended = true;
    expect(view.isContent()).toBe(false);
    Object.assign(video, { ended: false, currentTime: 9 });
    now.problem = { code: 'NETWORK', passing: true };
    expect(view.isContent()).toBe(false);
  });
});
