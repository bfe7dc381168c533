import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PlayerSource } from '../source.ts';
import type { Engine, EngineEvents } from './engine.ts';
import type { createPlayback as Create, Playback, PlaybackChange } from './playback.ts';

/** A video element as far as playing goes. */
class FakeVideo extends EventTarget {
  currentTime = 0;
  duration = 100;
  paused = true;
  ended = false;
  seekable = { length: 0, start: () => 0, end: () => 0 };
  refusal: DOMException | undefined;
  async play(): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.paused = false;
  }
  pause(): void {
    this.paused = true;
  }
  tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

/** An engine that was asked for, and comes when it is let come. */
interface Opening {
  readonly url: string;
  readonly events: EngineEvents;
  readonly did: string[];
  come(): Promise<void>;
  stayAway(): Promise<void>;
}
const openings: Opening[] = [];
let live: number | undefined;
let createPlayback: typeof Create;
let window: EventTarget;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('./open-engine.ts', () => ({
    openEngine: ({ url }: { url: string }, events: EngineEvents) =>
      new Promise<Engine>((resolve, reject) => {
        const did: string[] = [];
        const note = (what: string) => void did.push(what);
        const engine: Engine = {
          unleash: () => note('unleash'),
          choose: (index) => note(`choose ${index}`),
          retry: () => note('retry'),
          livePosition: () => live,
          destroy: () => note('destroy'),
        };
        const settle = async (end: () => void): Promise<void> => {
          end();
          await vi.advanceTimersByTimeAsync(0);
        };
        openings.push({
          url,
          events,
          did,
          come: () => settle(() => resolve(engine)),
          stayAway: () => settle(() => reject(new Error('The chunk did not come.'))),
        });
      }),
  }));
  ({ createPlayback } = await import('./playback.ts'));
});
afterAll(() => {
  vi.doUnmock('./open-engine.ts');
  vi.resetModules();
});
beforeEach(() => {
  vi.useFakeTimers();
  openings.length = 0;
  live = undefined;
  window = new EventTarget();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const source = (hlsUrl: string, isLive = false): PlayerSource => ({
  hlsUrl,
  title: '',
  poster: undefined,
  thumbhash: undefined,
  captions: [],
  storyboardUrl: undefined,
  aspectRatio: undefined,
  live: isLive,
});
const setUp = () => {
  const video = new FakeVideo();
  const playback = createPlayback(video as unknown as HTMLVideoElement);
  const told: PlaybackChange[] = [];
  playback.onChange((change) => told.push(change));
  const open = (url: string, isLive = false): Opening => {
    playback.open(source(url, isLive));
    return openings.at(-1) as Opening;
  };
  return { video, playback, open, told: () => told.splice(0) };
};
const network = { kind: 'network' } as const;
const seekTo = (playback: Playback, video: FakeVideo, seconds: number): number => {
  playback.seek(seconds);
  return video.currentTime;
};

describe('wanting to play', () => {
  it('before there is an engine is remembered, and told once', async () => {
    const { video, playback, open, told } = setUp();
    const engine = open('/a');
    playback.play();
    playback.play();
    expect([told(), video.paused]).toEqual([['opened', 'wanted'], true]);
    await engine.come();
    expect([engine.did, video.paused]).toEqual([['unleash'], false]);
  });

  it('is taken back by a second press while the engine is on its way', async () => {
    const { video, playback, open } = setUp();
    const engine = open('/a');
    playback.toggle();
    playback.toggle();
    await engine.come();
    expect([engine.did, video.paused]).toEqual([[], true]);
  });

  it('goes over to the next source, and is told again for it', async () => {
    const { playback, open, told } = setUp();
    const first = open('/a');
    playback.play();
    await first.come();
    told();
    const second = open('/b');
    expect(told()).toEqual(['opened', 'wanted']);
    await second.come();
    expect([first.did, second.did]).toEqual([['unleash', 'destroy'], ['unleash']]);
  });

  it('that the browser refuses is given up until the viewer presses', async () => {
    const { video, playback, open, told } = setUp();
    video.refusal = new DOMException('No gesture.', 'NotAllowedError');
    const engine = open('/a');
    playback.play();
    await engine.come();
    told();
    video.refusal = undefined;
    playback.play();
    expect(told()).toEqual(['wanted']);
  });

  it('at the end begins anew', () => {
    const { video, playback } = setUp();
    Object.assign(video, { ended: true, currentTime: 100 });
    playback.play();
    expect(video.currentTime).toBe(0);
  });
});

describe('another source', () => {
  it('is not disturbed by what the first one still says, nor by its engine that comes late', async () => {
    const { playback, open, told } = setUp();
    const [first, second] = [open('/a'), open('/b')];
    told();
    first.events.levels([{ index: 0, name: '540p', shortSide: 540, bitsPerSecond: 1 }]);
    first.events.failed({ kind: 'media' });
    await first.come();
    expect([told(), playback.levels, playback.problem, first.did]).toEqual([[], [], undefined, ['destroy']]);
    await second.come();
    second.events.levels([{ index: 3, name: '360p', shortSide: 360, bitsPerSecond: 1 }]);
    second.events.level(3);
    expect([told(), playback.level?.name]).toEqual([['levels', 'level'], '360p']);
  });

  it('begins without the choices and the problem of the one before', async () => {
    const { playback, open } = setUp();
    const first = open('/a');
    await first.come();
    playback.choose(2);
    first.events.failed({ kind: 'playlist' });
    open('/b');
    expect([playback.chosen, playback.problem, playback.level]).toEqual([-1, undefined, undefined]);
    expect(first.did).toEqual(['choose 2', 'destroy']);
  });
});

describe('a failure', () => {
  it('that may pass is tried again ever more rarely, and then no more', async () => {
    const { open } = setUp();
    const engine = open('/a');
    await engine.come();
    for (const seconds of [1, 2, 4, 8, 15]) {
      engine.events.failed(network);
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
      expect(engine.did).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(engine.did.splice(0)).toEqual(['retry']);
    }
    engine.events.failed(network);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(engine.did).toEqual([]);
  });

  it('is over when data comes, and the next one is tried from the start', async () => {
    const { video, playback, open } = setUp();
    const engine = open('/a');
    await engine.come();
    engine.events.failed(network);
    video.tell('progress');
    expect(playback.problem).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.did).toEqual([]);
    engine.events.failed(network);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine.did).toEqual(['retry']);
  });

  it('that does not pass waits for the viewer, whatever comes', async () => {
    const { video, playback, open } = setUp();
    const engine = open('/a');
    await engine.come();
    engine.events.failed({ kind: 'network', status: 404 });
    video.tell('playing');
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([playback.problem?.code, engine.did]).toEqual(['NOT_FOUND', []]);
    playback.retry();
    expect([playback.problem, engine.did]).toEqual([undefined, ['retry']]);
  });

  it('that may pass is tried at once when the network is back', async () => {
    const { open } = setUp();
    const engine = open('/a');
    await engine.come();
    engine.events.failed(network);
    window.dispatchEvent(new Event('online'));
    expect(engine.did).toEqual(['retry']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.did).toEqual(['retry']);
  });

  it('of the engine itself to come opens the source again when tried', async () => {
    const { playback, open } = setUp();
    await open('/a').stayAway();
    expect(playback.problem?.code).toBe('NETWORK');
    playback.retry();
    expect(openings.map(({ url }) => url)).toEqual(['/a', '/a']);
  });

  it('that was told from outside is tried as was said, once', () => {
    const { playback } = setUp();
    const again = vi.fn();
    playback.refuse({ code: 'UNAVAILABLE', passing: false }, again);
    playback.retry();
    playback.retry();
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('is nobody’s any more once the player is gone', async () => {
    const { playback, open } = setUp();
    const engine = open('/a');
    await engine.come();
    engine.events.failed(network);
    playback.destroy();
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.did).toEqual(['destroy']);
  });
});

describe('moving along the timeline', () => {
  it('stays within the video, and just before its end', () => {
    const { video, playback } = setUp();
    const at = (seconds: number) => seekTo(playback, video, seconds);
    expect([at(-5), at(40), at(500)]).toEqual([0, 40, 99.95]);
  });

  it('stays within what a live stream still has', () => {
    const { video, playback } = setUp();
    Object.assign(video, { duration: Infinity, seekable: { length: 1, start: () => 30, end: () => 60 } });
    const at = (seconds: number) => seekTo(playback, video, seconds);
    expect([at(0), at(45), at(90)]).toEqual([30, 45, 59.95]);
  });

  it('knows how far behind a live stream it is, and jumps to the edge', async () => {
    const { video, playback, open } = setUp();
    await open('/vod').come();
    expect(playback.behindLiveSeconds).toBeUndefined();
    const engine = open('/live', true);
    await engine.come();
    expect(playback.behindLiveSeconds).toBe(0);
    [live, video.currentTime] = [60, 48];
    expect(playback.behindLiveSeconds).toBe(12);
    playback.seekToLive();
    expect([video.currentTime, playback.behindLiveSeconds, engine.did]).toEqual([60, 0, ['unleash']]);
  });
});
