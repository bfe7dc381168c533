import { onApproach } from './approach.ts';
import { readSource, sourceAttributes } from './attributes.ts';
import { loadLive } from './graph/load-live.ts';
import { loadVideo } from './graph/load-video.ts';
import { followLive } from './live/follow-live.ts';
import { createLiveView } from './live/live-view.ts';
import { wordsFor } from './locale/words.ts';
import { observe } from './observations/observe.ts';
import { createOutbox } from './observations/outbox.ts';
import { recordPlayback } from './observations/record-playback.ts';
import type { PlayerSource, ProductTag } from './source.ts';
import { prefersStillness } from './view/stage.ts';
import { playerStyles } from './view/styles.ts';
import { createSurface, type Surface } from './view/surface.ts';

let styles: CSSStyleSheet | undefined;

const timer = {
  now: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const handle = setTimeout(run, ms);
    return () => clearTimeout(handle);
  },
};

/**
 * `<vitrina-player>`: plays one video. Give it `src` (an HLS playlist) with what goes with it, or `video-id` (and
 * `endpoint` when the graph is elsewhere), or `live-id` for a show and afterwards its recording, or set the property `source`. Nothing is fetched before it comes near the
 * viewport. Events: `producttag` (detail: the tag) and `playerproblem` (detail: `{code}`).
 */
export class VitrinaPlayer extends HTMLElement {
  static readonly observedAttributes = sourceAttributes;

  #surface: Surface | undefined;
  #life: AbortController | undefined;
  #following: AbortController | undefined;
  #near = false;
  #visible = false;
  #given: PlayerSource | undefined;
  #tags: readonly ProductTag[] = [];
  /** The page sets the tags itself: those of the graph stay away. */
  #tagsGiven = false;
  #observing: { readonly videoId: string; readonly end: AbortController } | undefined;
  #queued = false;
  /** The viewer stopped it: coming into view does not start it again. */
  #autoplayed = false;

  /** Sets the whole source at once, instead of attributes. */
  set source(source: PlayerSource | undefined) {
    this.#given = source;
    this.#reload();
  }

  get source(): PlayerSource | undefined {
    return this.#surface?.playback.source ?? this.#given;
  }

  /** Products to point at; those of a video loaded by `video-id` are set by themselves. */
  set tags(tags: readonly ProductTag[]) {
    this.#tagsGiven = true;
    this.#pointAt(tags);
  }

  get tags(): readonly ProductTag[] {
    return this.#tags;
  }

  /** The video element inside, for reading its state. */
  get video(): HTMLVideoElement | undefined {
    return this.#surface?.playback.video;
  }

  /** Names of the qualities on offer, best first, and the one on the screen. */
  get qualities(): readonly string[] {
    return this.#surface?.playback.levels.map(({ name }) => name) ?? [];
  }

  get quality(): string | undefined {
    return this.#surface?.playback.level?.name;
  }

  play(): void {
    this.#arrive();
    this.#surface?.playback.play();
  }

  pause(): void {
    this.#surface?.playback.pause();
  }

  seek(seconds: number): void {
    this.#surface?.playback.seek(seconds);
  }

  /** The blurred preview and the name are there at once; everything that needs a request waits for the approach. */
  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    styles ??= playerStyles();
    root.adoptedStyleSheets = [styles];
    const language = this.closest<HTMLElement>('[lang]')?.lang || navigator.language;
    const life = new AbortController();
    this.#life = life;
    this.#surface = createSurface(root, wordsFor(language), language, (tag) => this.#emit('producttag', tag));
    this.#surface.tags.set(this.#tags);
    this.#surface.playback.onChange((change) => {
      const { problem } = this.#surface?.playback ?? {};
      if (change === 'problem' && problem) this.#emit('playerproblem', problem);
    });
    this.#observe(this.#surface, this.getAttribute('video-id'));
    this.#surface.poster.blur(this.getAttribute('thumbhash') ?? undefined);
    this.#surface.name(this.getAttribute('title-text') ?? '');
    onApproach(this, { arrived: () => this.#arrive(), seen: (visible) => this.#seen(visible) }, life.signal);
  }

  /** Ends requests, timers and observations; the last batch leaves. */
  disconnectedCallback(): void {
    this.#life?.abort();
    this.#observing = undefined;
    this.#surface?.destroy();
    this.#surface = undefined;
    this.#near = false;
  }

  attributeChangedCallback(): void {
    this.#reload();
  }

  #arrive(): void {
    if (this.#near || !this.#surface) return;
    this.#near = true;
    void this.#load(this.#surface);
  }

  /** Several attributes set in a row are one change. */
  #reload(): void {
    if (!this.#near || this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      if (this.#surface) void this.#load(this.#surface);
    });
  }

  /** A page may take the element away while the graph answers; then the answer is for nobody. */
  async #load(surface: Surface): Promise<void> {
    this.#observe(surface, this.getAttribute('video-id'));
    const liveId = this.getAttribute('live-id');
    if (liveId) return this.#follow(surface, liveId);
    const source = this.#given ?? readSource((name) => this.getAttribute(name)) ?? (await this.#askGraph(surface));
    if (source && surface === this.#surface) this.#open(surface, source);
  }

  #open(surface: Surface, source: PlayerSource): void {
    surface.name(source.title);
    surface.poster.blur(source.thumbhash);
    surface.poster.show(source);
    if (source.aspectRatio) surface.frame.style.setProperty('--ratio', String(source.aspectRatio));
    surface.playback.open(source);
    this.#seen(this.#visible);
  }

  /** A show, and afterwards its recording; another id, or the end of the element, ends the following. */
  #follow(surface: Surface, liveId: string): void {
    this.#following?.abort();
    const following = new AbortController();
    this.#following = following;
    this.#life?.signal.addEventListener('abort', () => following.abort(), { signal: following.signal });
    const view = createLiveView(surface.playback, {
      ask: () => loadLive(this.#endpoint, liveId),
      open: (source) => this.#open(surface, source),
      openRecording: async (id) => {
        const loaded = await loadVideo(this.#endpoint, id);
        if (!loaded || following.signal.aborted) return loaded !== undefined;
        this.#observe(surface, id);
        this.#pointAt(loaded.tags);
        this.#autoplayed = true;
        surface.playback.pause();
        this.#open(surface, loaded.source);
        return true;
      },
    });
    const { hurry } = followLive(view, following.signal);
    surface.playback.video.addEventListener('ended', hurry, { signal: following.signal });
    surface.playback.onChange((change) => {
      if (change === 'problem' && view.heed()) hurry();
    });
  }

  async #askGraph(surface: Surface): Promise<PlayerSource | undefined> {
    const videoId = this.getAttribute('video-id');
    if (!videoId) return undefined;
    try {
      const loaded = await loadVideo(this.#endpoint, videoId);
      if (!loaded) surface.playback.refuse({ code: 'UNAVAILABLE', passing: false }, () => void this.#load(surface));
      else if (!this.#tagsGiven) this.#pointAt(loaded.tags);
      return loaded?.source;
    } catch (error) {
      console.warn('vitrina-player: the video could not be asked for', error);
      const code = error instanceof TypeError ? 'NETWORK' : 'UNAVAILABLE';
      surface.playback.refuse({ code, passing: code === 'NETWORK' }, () => void this.#load(surface));
      return undefined;
    }
  }

  get #endpoint(): string {
    return this.getAttribute('endpoint') ?? '/graphql';
  }

  /** Muted autoplay where the page asks for it and the viewer did not ask for stillness; out of sight it rests. */
  #seen(visible: boolean): void {
    this.#visible = visible;
    const surface = this.#surface;
    if (!surface?.playback.source || !this.hasAttribute('autoplay') || prefersStillness()) return;
    const { video } = surface.playback;
    if (visible && !this.#autoplayed) {
      this.#autoplayed = true;
      video.muted = true;
      surface.playback.play();
    } else if (!visible && video.muted && !video.paused) {
      surface.playback.pause();
      this.#autoplayed = false;
    }
  }

  #pointAt(tags: readonly ProductTag[]): void {
    this.#tags = tags;
    this.#surface?.tags.set(tags);
  }

  /** Reports on that video and on no other: of one that was shown before the last batch leaves. Without an id there is none to report on. */
  #observe(surface: Surface, videoId: string | null): void {
    if (!this.#life || (this.#observing?.videoId ?? null) === videoId) return;
    this.#observing?.end.abort();
    this.#observing = undefined;
    if (!videoId) return;
    const end = new AbortController();
    this.#observing = { videoId, end };
    const transport = recordPlayback({ endpoint: this.#endpoint, videoId, sessionId: crypto.randomUUID() });
    observe(surface.playback, createOutbox(transport, timer), AbortSignal.any([this.#life.signal, end.signal]));
  }

  #emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
