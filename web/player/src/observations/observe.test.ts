import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playback, PlaybackChange } from '../playback/playback.ts';
import type { Observations } from './batch.ts';
import { combine, nothing } from './batch.ts';
import { observe } from './observe.ts';

/** A video element as far as it is listened to. */
class FakeVideo extends EventTarget {
  currentTime = 0;
  paused = true;
  seeking = false;
  playbackRate = 1;
  tell(...types: string[]): void {
    for (const type of types) this.dispatchEvent(new Event(type));
  }
}

let page: EventTarget & { visibilityState: string };
let window: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  window = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const watch = () => {
  const video = new FakeVideo();
  const listeners: ((change: PlaybackChange) => void)[] = [];
  const playback = {
    video,
    level: undefined as { name: string } | undefined,
    problem: undefined as { code: string } | undefined,
    onChange: (listener: (change: PlaybackChange) => void) => void listeners.push(listener),
  };
  let seen: Observations = nothing;
  const did: string[] = [];
  const life = new AbortController();
  setMaxListeners(0, life.signal);
  observe(
    playback as unknown as Playback,
    {
      add: (more) => {
        seen = combine(seen, more);
      },
      flush: () => void did.push('flush'),
      flushLast: () => void did.push('last'),
      wake: () => void did.push('wake'),
      close: () => void did.push('close'),
    },
    life.signal,
  );
  const tell = (change: PlaybackChange) => {
    for (const listener of listeners) listener(change);
  };
  return {
    video,
    playback,
    life,
    tell,
    seen: () => seen,
    did: () => did.splice(0),
    /** Wants to play, waits for the first frame, and plays. */
    start: (waitMs: number) => {
      tell('wanted');
      vi.advanceTimersByTime(waitMs);
      video.paused = false;
      video.tell('playing');
    },
    /** Plays on in steps of a quarter of a second. */
    play: (seconds: number) => {
      for (let step = 0; step < seconds * 4; step += 1) {
        vi.advanceTimersByTime(250);
        video.currentTime += 0.25 * video.playbackRate;
        video.tell('timeupdate');
      }
    },
    waitForData: (ms: number) => {
      video.tell('waiting');
      vi.advanceTimersByTime(ms);
      video.tell('playing');
    },
    jump: (to: number) => {
      video.seeking = true;
      video.tell('seeking', 'waiting');
      vi.advanceTimersByTime(700);
      video.currentTime = to;
      video.seeking = false;
      video.tell('seeked', 'playing');
    },
    pause: () => {
      video.paused = true;
      video.tell('pause');
    },
  };
};
const ranges = ({ watched }: Observations) => watched.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds]);

describe('what is observed of a viewing', () => {
  it('is the time from the first wish to the first frame, told at once and only once', () => {
    const { start, tell, video, seen, did } = watch();
    tell('wanted');
    vi.advanceTimersByTime(300);
    start(200);
    expect(seen().startupMs).toBe(500);
    expect(did()).toEqual(['flush']);
    tell('wanted');
    video.tell('playing');
    expect([seen().startupMs, did()]).toEqual([500, []]);
  });

  it('counts the start from a wish that came before the video was known', () => {
    const { start, tell, seen } = watch();
    tell('wanted');
    vi.advanceTimersByTime(400);
    tell('opened');
    start(100);
    expect(seen().startupMs).toBe(500);
  });

  it('is what was watched, and not what was jumped over', () => {
    const { start, play, jump, pause, seen } = watch();
    start(100);
    play(3);
    jump(20);
    play(2);
    pause();
    expect(ranges(seen())).toEqual([
      [0, 3],
      [20, 22],
    ]);
  });

  it('is also what was watched at double speed', () => {
    const { start, play, pause, video, seen } = watch();
    start(0);
    video.playbackRate = 2;
    play(4);
    pause();
    expect(ranges(seen())).toEqual([[0, 8]]);
  });

  it('is how often and how long data ran out in the middle', () => {
    const { start, play, waitForData, seen } = watch();
    start(50);
    play(1);
    waitForData(400);
    play(1);
    waitForData(100);
    expect(seen()).toMatchObject({ rebufferCount: 2, rebufferMs: 500 });
  });

  it('does not count waiting before the start, while paused, or for a jump', () => {
    const { start, play, pause, jump, video, seen } = watch();
    video.tell('waiting');
    start(900);
    play(1);
    jump(30);
    play(1);
    pause();
    video.tell('waiting');
    vi.advanceTimersByTime(5_000);
    expect(seen()).toMatchObject({ rebufferCount: 0, rebufferMs: 0 });
  });

  it('counts one wait once, however long it lasts, and every part of it', () => {
    const { start, play, video, seen, did } = watch();
    start(0);
    play(1);
    did();
    video.tell('waiting', 'waiting');
    vi.advanceTimersByTime(25_000);
    expect(did()).toEqual(['flush', 'flush']);
    video.tell('playing');
    expect(seen()).toMatchObject({ rebufferCount: 1, rebufferMs: 25_000 });
  });

  it('leaves every ten seconds while somebody watches, and at pauses', () => {
    const { start, play, pause, seen, did } = watch();
    start(0);
    did();
    play(21);
    expect(did()).toEqual(['flush', 'flush']);
    // The last step of the video had not come when the batch was closed.
    expect(ranges(seen())).toEqual([[0, 19.75]]);
    pause();
    expect(did()).toEqual(['flush']);
    vi.advanceTimersByTime(60_000);
    expect(did()).toEqual([]);
    expect(ranges(seen())).toEqual([[0, 21]]);
  });

  it('is the quality on the screen, and what ended playing', () => {
    const { playback, tell, seen, did } = watch();
    playback.level = { name: '540p' };
    tell('level');
    playback.problem = { code: 'NOT_FOUND' };
    tell('problem');
    expect(seen()).toMatchObject({ rendition: '540p', errorCode: 'NOT_FOUND' });
    expect(did()).toEqual(['flush']);
    // A problem that is over is no news.
    playback.problem = undefined;
    tell('problem');
    expect(did()).toEqual([]);
  });

  it('ends with the place where the viewer left, when the page is hidden or goes', () => {
    for (const leave of ['hidden', 'pagehide', 'gone'] as const) {
      const { start, play, life, seen, did } = watch();
      start(0);
      play(2.5);
      did();
      page.visibilityState = 'hidden';
      if (leave === 'hidden') page.dispatchEvent(new Event('visibilitychange'));
      else if (leave === 'pagehide') window.dispatchEvent(new Event('pagehide'));
      else life.abort();
      expect(seen().exitAtSeconds).toBe(2.5);
      expect(ranges(seen())).toEqual([[0, 2.5]]);
      expect(did()).toEqual(leave === 'gone' ? ['last', 'close'] : ['last']);
      life.abort();
    }
  });

  it('names no place for whoever never saw a frame', () => {
    const { life, seen } = watch();
    life.abort();
    expect(seen()).toEqual(nothing);
  });

  it('of another video begins anew', () => {
    const { start, play, tell, video, seen } = watch();
    start(100);
    play(1);
    tell('opened');
    video.currentTime = 0;
    start(300);
    expect(seen().startupMs).toBe(300);
    expect(seen().rebufferCount).toBe(0);
  });

  it('is sent as soon as the network is back', () => {
    const { did } = watch();
    window.dispatchEvent(new Event('online'));
    expect(did()).toEqual(['wake']);
  });

  it('is nothing any more after the end', () => {
    const { life, start, play, tell, playback, did, seen } = watch();
    life.abort();
    did();
    playback.problem = { code: 'NETWORK' };
    tell('problem');
    start(0);
    play(12);
    expect([did(), seen()]).toEqual([[], nothing]);
  });
});
