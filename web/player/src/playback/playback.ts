import type { PlayerSource } from '../source.ts';
import type { Engine, Level } from './engine.ts';
import { openEngine } from './open-engine.ts';
import { type Failure, type Problem, problemOf } from './problem.ts';

/** What changed, for whoever shows or reports it. */
export type PlaybackChange = 'opened' | 'levels' | 'level' | 'problem' | 'wanted';

/** One video element with what feeds it. */
export interface Playback {
  readonly video: HTMLVideoElement;
  readonly source: PlayerSource | undefined;
  /** Best first; empty where the browser chooses by itself. */
  readonly levels: readonly Level[];
  /** On the screen now. */
  readonly level: Level | undefined;
  /** Chosen by the viewer; -1 when the engine chooses. */
  readonly chosen: number;
  readonly problem: Problem | undefined;
  /** Seconds behind the live edge; 0 at the edge, undefined when not live. */
  readonly behindLiveSeconds: number | undefined;
  onChange(listener: (change: PlaybackChange) => void): void;
  /** Fetches the playlist and the first segment, no more. */
  open(source: PlayerSource): void;
  play(): void;
  pause(): void;
  toggle(): void;
  /** Moves to a second, kept within what can be reached. */
  seek(seconds: number): void;
  seekToLive(): void;
  choose(index: number): void;
  retry(): void;
  /** Nothing can be opened, for this reason; `again` is what trying again does. */
  refuse(problem: Problem, again: () => void): void;
  destroy(): void;
}

/** Pauses between tries by itself, in milliseconds; after the last the viewer is asked. */
const retryAfterMs = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** First and last second that can be reached: for a live stream a window that moves. */
export const reachable = (video: HTMLVideoElement): { from: number; to: number } => {
  const { seekable, duration } = video;
  if (Number.isFinite(duration) || seekable.length === 0)
    return { from: 0, to: Number.isFinite(duration) ? duration : 0 };
  return { from: seekable.start(0), to: seekable.end(seekable.length - 1) };
};

class VideoPlayback implements Playback {
  readonly video: HTMLVideoElement;
  source: PlayerSource | undefined;
  levels: readonly Level[] = [];
  level: Level | undefined;
  chosen = -1;
  problem: Problem | undefined;
  readonly #listeners: ((change: PlaybackChange) => void)[] = [];
  readonly #life = new AbortController();
  #engine: Engine | undefined;
  /** Rises with every source: answers meant for an earlier one are dropped. */
  #generation = 0;
  #wanted = false;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again: (() => void) | undefined;

  constructor(video: HTMLVideoElement) {
    this.video = video;
    const { signal } = this.#life;
    globalThis.addEventListener('online', () => this.problem?.passing && this.retry(), { signal });
    video.addEventListener('playing', () => this.#recovered(), { signal });
    video.addEventListener('progress', () => this.#recovered(), { signal });
  }

  get behindLiveSeconds(): number | undefined {
    if (!this.source?.live) return undefined;
    const live = this.#engine?.livePosition();
    return live === undefined ? 0 : Math.max(0, live - this.video.currentTime);
  }

  onChange(listener: (change: PlaybackChange) => void): void {
    this.#listeners.push(listener);
  }

  /** What was open before is let go first: a page may change the source at any time. */
  open(source: PlayerSource): void {
    this.#close();
    this.source = source;
    const generation = ++this.#generation;
    const current = () => generation === this.#generation;
    this.#tell('opened');
    // Whoever was watching goes on to this one.
    if (this.#wanted) this.#tell('wanted');
    const opening = openEngine(
      { video: this.video, url: source.hlsUrl, live: source.live },
      {
        levels: (levels) => {
          if (!current()) return;
          this.levels = levels;
          this.#tell('levels');
        },
        level: (index) => {
          if (!current()) return;
          this.level = this.levels.find((level) => level.index === index);
          this.#tell('level');
        },
        failed: (failure) => current() && this.#failed(failure),
      },
    );
    opening.then(
      (engine) => {
        if (!current()) return engine?.destroy();
        this.#engine = engine;
        if (this.#wanted) this.#start();
      },
      // The chunk with the engine did not come.
      () => current() && this.#failed({ kind: 'network' }),
    );
  }

  /** Wanting to play may come before there is an engine; it is remembered and done when there is one. */
  play(): void {
    if (!this.#wanted) {
      this.#wanted = true;
      this.#tell('wanted');
    }
    if (this.video.ended) this.video.currentTime = 0;
    if (this.#engine) this.#start();
  }

  pause(): void {
    this.#wanted = false;
    this.video.pause();
  }

  /** A second press while the engine is still loading takes the wish back. */
  toggle(): void {
    if (this.video.paused && !(this.#wanted && !this.#engine)) this.play();
    else this.pause();
  }

  seek(seconds: number): void {
    const { from, to } = reachable(this.video);
    // The very end would end the video at once: a viewer who skips there still sees the last moment.
    this.video.currentTime = Math.max(from, Math.min(seconds, Math.max(from, to - 0.05)));
  }

  seekToLive(): void {
    const live = this.#engine?.livePosition();
    if (live !== undefined) this.video.currentTime = live;
    this.play();
  }

  choose(index: number): void {
    this.chosen = index;
    this.#engine?.choose(index);
    this.#tell('levels');
  }

  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { source } = this;
    this.problem = undefined;
    this.#tell('problem');
    const again = this.#again;
    this.#again = undefined;
    if (again) again();
    else if (this.#engine) this.#engine.retry();
    else if (source) this.open(source);
  }

  refuse(problem: Problem, again: () => void): void {
    this.#close();
    this.problem = problem;
    this.#again = again;
    this.#tell('problem');
  }

  destroy(): void {
    this.#close();
    this.#life.abort();
  }

  /** The buffer may fill from now on: somebody watches. */
  #start(): void {
    this.#engine?.unleash();
    this.video.play().catch((error: unknown) => {
      // Refused autoplay is no failure: the play button stays. Other refusals come as the engine's own errors.
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.#wanted = false;
    });
  }

  /** Tells the problem; one that may pass is tried again by itself, ever more rarely. */
  #failed(failure: Failure): void {
    this.problem = problemOf(failure);
    this.#tell('problem');
    const pause = retryAfterMs[this.#tries];
    if (!this.problem.passing || pause === undefined) return;
    this.#tries += 1;
    this.#timer = setTimeout(() => this.#engine?.retry(), pause);
  }

  /** Data came: what was told is over, and the next failure is tried from the start. */
  #recovered(): void {
    this.#tries = 0;
    if (!this.problem?.passing) return;
    clearTimeout(this.#timer);
    this.problem = undefined;
    this.#tell('problem');
  }

  #tell(change: PlaybackChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Lets go of the engine. Whatever it still says belongs to an older generation and is dropped. */
  #close(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#engine?.destroy();
    this.#engine = undefined;
    this.#again = undefined;
    this.levels = [];
    this.level = undefined;
    this.chosen = -1;
    this.problem = undefined;
    this.#tries = 0;
  }
}

/** Makes the playback of one video element; `destroy` lets go of everything. */
export const createPlayback = (video: HTMLVideoElement): Playback => new VideoPlayback(video);
