import type { Playback } from '../playback/playback.ts';
import type { Outbox } from './outbox.ts';

/** A batch leaves this often while somebody watches, in milliseconds. */
const everyMs = 10_000;
/** Between two looks the position moves by less than this; more is a jump nobody watched. */
const longestStepSeconds = 2;

/** The stretch being watched right now. */
interface Current {
  from: number;
  to: number;
}

/** Turns the video's events into observations until `signal` ends. */
class Watcher {
  readonly #playback: Playback;
  readonly #outbox: Outbox;
  #wantedAt: number | undefined;
  #started = false;
  #waitingSince: number | undefined;
  #current: Current | undefined;
  /** Set while the viewer moves along the timeline: waiting for that is no rebuffering. */
  #seeking = false;

  constructor(playback: Playback, outbox: Outbox) {
    this.#playback = playback;
    this.#outbox = outbox;
  }

  /** Another video: nothing seen before belongs to it, but a wish that nothing has followed yet. */
  opened(): void {
    if (this.#started) this.#wantedAt = undefined;
    this.#started = false;
    this.#waitingSince = undefined;
    this.#current = undefined;
  }

  /** Start-up counts from the first wish; wishing again while waiting does not shorten it. */
  wanted(): void {
    if (!this.#started) this.#wantedAt ??= performance.now();
  }

  /** The first time this is the start; later it is the end of a wait. */
  playing(): void {
    this.#seeking = false;
    if (!this.#started && this.#wantedAt !== undefined) {
      this.#started = true;
      this.#outbox.add({ startupMs: Math.round(performance.now() - this.#wantedAt) });
      this.#outbox.flush();
    }
    this.#endWaiting();
    const at = this.#playback.video.currentTime;
    this.#current ??= { from: at, to: at };
  }

  /** Called some four times a second: stretches what is being watched, or begins anew after a jump. */
  moved(): void {
    const { video } = this.#playback;
    const at = video.currentTime;
    if (!this.#current || this.#seeking) return;
    const step = at - this.#current.to;
    if (step >= 0 && step <= longestStepSeconds * Math.max(1, video.playbackRate)) this.#current.to = at;
    else {
      this.#closeRange();
      this.#current = { from: at, to: at };
    }
    if (step > 0) this.#endWaiting();
  }

  /** Data ran out. Waiting after a seek, before the start and while paused are not the line's fault and do not count. */
  waiting(): void {
    const { video } = this.#playback;
    if (!this.#started || this.#seeking || video.paused || video.seeking || this.#waitingSince !== undefined) return;
    this.#waitingSince = performance.now();
    this.#outbox.add({ rebufferCount: 1 });
  }

  /** What was watched ends here; where it goes on becomes known when the seek is done. */
  seeking(): void {
    this.#seeking = true;
    this.#endWaiting();
    this.#closeRange();
  }

  seeked(): void {
    this.#seeking = false;
    const at = this.#playback.video.currentTime;
    if (!this.#playback.video.paused) this.#current = { from: at, to: at };
  }

  /** Stops: paused, ended, or the page goes. */
  rest(): void {
    this.moved();
    this.#endWaiting();
    this.#closeRange();
  }

  /** What was seen up to now, without ending the stretch. */
  collect(): void {
    this.moved();
    if (this.#waitingSince !== undefined) {
      const now = performance.now();
      this.#outbox.add({ rebufferMs: Math.round(now - this.#waitingSince) });
      this.#waitingSince = now;
    }
    if (!this.#current) return;
    const { to } = this.#current;
    this.#closeRange();
    this.#current = { from: to, to };
  }

  /** The page is hidden or goes: all there is leaves now, with the place where the viewer was. */
  left(): void {
    this.collect();
    if (this.#started)
      this.#outbox.add({ exitAtSeconds: Math.round(this.#playback.video.currentTime * 1_000) / 1_000 });
    this.#outbox.flushLast();
  }

  #endWaiting(): void {
    if (this.#waitingSince === undefined) return;
    this.#outbox.add({ rebufferMs: Math.round(performance.now() - this.#waitingSince) });
    this.#waitingSince = undefined;
  }

  #closeRange(): void {
    if (this.#current)
      this.#outbox.add({ watched: [{ fromSeconds: this.#current.from, toSeconds: this.#current.to }] });
    this.#current = undefined;
  }
}

const listenToVideo = (watcher: Watcher, { video }: Playback, outbox: Outbox, signal: AbortSignal): void => {
  const on = (type: string, handle: () => void): void => video.addEventListener(type, handle, { signal });
  on('playing', () => watcher.playing());
  on('timeupdate', () => watcher.moved());
  on('waiting', () => watcher.waiting());
  on('seeking', () => watcher.seeking());
  on('seeked', () => watcher.seeked());
  for (const type of ['pause', 'ended'])
    on(type, () => {
      watcher.rest();
      outbox.flush();
    });
};

/** Watches a playback and reports it. The last batch leaves when the page is hidden or goes: mobiles announce no more. */
export const observe = (playback: Playback, outbox: Outbox, signal: AbortSignal): void => {
  const watcher = new Watcher(playback, outbox);
  listenToVideo(watcher, playback, outbox, signal);
  playback.onChange((change) => {
    if (signal.aborted) return;
    if (change === 'opened') watcher.opened();
    if (change === 'wanted') watcher.wanted();
    if (change === 'level' && playback.level) outbox.add({ rendition: playback.level.name });
    if (change === 'problem' && playback.problem) {
      outbox.add({ errorCode: playback.problem.code });
      outbox.flush();
    }
  });
  const timer = setInterval(() => {
    watcher.collect();
    if (!playback.video.paused) outbox.flush();
  }, everyMs);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && watcher.left(), {
    signal,
  });
  globalThis.addEventListener('pagehide', () => watcher.left(), { signal });
  globalThis.addEventListener('online', () => outbox.wake(), { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    watcher.left();
    outbox.close();
  });
};
