import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LiveStanding } from '../graph/load-live.ts';
import { followLive, type LiveView } from './follow-live.ts';

const onAir: LiveStanding = {
  kind: 'on-air',
  source: {
    hlsUrl: '/live/index.m3u8',
    title: 'Show',
    poster: undefined,
    thumbhash: undefined,
    captions: [],
    storyboardUrl: undefined,
    aspectRatio: undefined,
    live: true,
  },
};

/** A player that notes what it is told to do; `standing` is what the graph says, or throws. */
const stage = () => {
  const seen: string[] = [];
  const now = { standing: { kind: 'before' } as LiveStanding | Error, content: true, watchable: false };
  const view: LiveView = {
    ask: async () => {
      seen.push('asked');
      if (now.standing instanceof Error) throw now.standing;
      return now.standing;
    },
    show: ({ source }) => void seen.push(`shows ${source.hlsUrl}`),
    wait: (why) => void seen.push(why),
    showRecording: async (id) => {
      seen.push(`recording ${id} ${now.watchable}`);
      return now.watchable;
    },
    isContent: () => now.content,
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => 0,
  };
  const life = new AbortController();
  const following = followLive(view, life.signal);
  /** What was done since the last call, after some time. */
  const after = async (seconds: number): Promise<string[]> => {
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    return seen.splice(0);
  };
  return { now, life, following, after };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('following a show', () => {
  it('waits for its beginning, and asks nobody while it plays', async () => {
    const { now, after } = stage();
    expect(await after(0)).toEqual(['asked', 'NOT_STARTED']);
    expect(await after(5)).toEqual(['asked', 'NOT_STARTED']);
    now.standing = onAir;
    expect(await after(5)).toEqual(['asked', 'shows /live/index.m3u8']);
    expect(await after(600)).toEqual([]);
  });

  it('asks when playing stops moving, and goes on when it was only the line', async () => {
    const { now, after } = stage();
    now.standing = onAir;
    await after(5);
    now.content = false;
    expect(await after(10)).toEqual(['asked', 'shows /live/index.m3u8']);
  });

  it('plays out what was sent, says that it is over, and goes over to the recording once that can be watched', async () => {
    const { now, following, after } = stage();
    now.standing = onAir;
    await after(5);
    now.standing = { kind: 'over', recordingId: undefined };
    following.hurry();
    expect(await after(1.5)).toEqual(['asked']);
    now.content = false;
    expect(await after(1.5)).toEqual(['asked', 'SHOW_OVER']);
    now.standing = { kind: 'over', recordingId: 'vid_1' };
    expect(await after(5)).toEqual(['asked', 'recording vid_1 false', 'SHOW_OVER']);
    now.watchable = true;
    expect(await after(5)).toEqual(['asked', 'recording vid_1 true']);
    expect(await after(600)).toEqual([]);
  });

  it('leaves the recording alone once it is open, also when that comes to its end', async () => {
    const { now, following, after } = stage();
    await after(0);
    now.standing = { kind: 'over', recordingId: 'vid_1' };
    now.content = false;
    now.watchable = true;
    expect(await after(5)).toEqual(['asked', 'recording vid_1 true']);
    following.hurry();
    expect(await after(60)).toEqual([]);
  });

  it('waits for no recording for ever', async () => {
    const { now, after } = stage();
    now.standing = { kind: 'over', recordingId: undefined };
    now.content = false;
    await after(600);
    expect(await after(600)).toEqual([]);
  });

  it('asks again when the graph does not answer, and no more once the player is gone', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const { now, life, after } = stage();
    now.standing = new TypeError('offline');
    await after(0);
    expect(await after(5)).toEqual(['asked']);
    expect(warn).toHaveBeenCalled();
    life.abort();
    expect(await after(60)).toEqual([]);
  });

  it('does not let all viewers of one show ask in the same moment', async () => {
    const waits: number[] = [];
    const view = {
      ask: async (): Promise<LiveStanding> => ({ kind: 'before' }),
      wait: () => undefined,
      after: (ms: number) => {
        waits.push(ms);
        return () => undefined;
      },
    };
    for (const share of [0, 1])
      followLive({ ...(view as unknown as LiveView), random: () => share }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(waits).toEqual([5_000, 7_500]);
  });
});
