import type { LiveStanding } from '../graph/load-live.ts';

/** What following a show needs of the player and of the page. */
export interface LiveView {
  ask(): Promise<LiveStanding>;
  /** Opens what is on the air, unless that is what is open and well. */
  show(standing: LiveStanding & { kind: 'on-air' }): void;
  /** There is nothing to play: the show has not begun, or it is over and its recording is not there (yet). */
  wait(why: 'NOT_STARTED' | 'SHOW_OVER'): void;
  /** Goes over to the recording; false while it cannot be watched yet. */
  showRecording(id: string): Promise<boolean>;
  /** True when playing has moved on since the last call, or the viewer has paused it: then nobody has to be asked. */
  isContent(): boolean;
  /** Runs something later; gives what takes it back. */
  after(ms: number, run: () => void): () => void;
  /** 0 to 1: many viewers of one show must not ask in the same moment. */
  random(): number;
}

/** Following one show; `hurry` looks soon, because something happened. */
export interface Following {
  hurry(): void;
}

const waitMs = 5_000;
const contentMs = 10_000;
const hurryMs = 1_500;
/** A recording that has not come after so many looks, some ten minutes, is not waited for. */
const mostLooksAfterwards = 90;

/**
 * Follows a show from before it begins to its recording. While it plays nobody is asked: the playlist itself says when it
 * ends, and only a player that has stopped moving asks what has become of the show.
 */
export const followLive = (view: LiveView, signal: AbortSignal): Following => {
  let cancel = (): void => undefined;
  let looksAfterwards = 0;
  /** The recording is open: from there on it is an ordinary video, and its end is no news of the show. */
  let finished = false;

  const later = (ms: number, run: () => void): void => {
    cancel();
    if (!signal.aborted && !finished) cancel = view.after(ms * (1 + view.random() / 2), run);
  };
  const watch = (): void => later(contentMs, () => (view.isContent() ? watch() : void look()));

  /** What was sent is played out first; then the recording, as soon as there is one. */
  const afterwards = async (recordingId: string | undefined): Promise<void> => {
    if (view.isContent()) return later(hurryMs, () => void look());
    if (recordingId && (await view.showRecording(recordingId))) finished = true;
    if (signal.aborted || finished) return;
    view.wait('SHOW_OVER');
    looksAfterwards += 1;
    if (looksAfterwards < mostLooksAfterwards) later(waitMs, () => void look());
  };

  const settle = (standing: LiveStanding): Promise<void> | void => {
    if (standing.kind === 'over') return afterwards(standing.recordingId);
    if (standing.kind === 'on-air') {
      view.show(standing);
      return watch();
    }
    view.wait('NOT_STARTED');
    later(waitMs, () => void look());
  };

  const look = async (): Promise<void> => {
    try {
      const standing = await view.ask();
      if (!signal.aborted && !finished) await settle(standing);
    } catch (error) {
      console.warn('vitrina-player: the live stream could not be asked for; asking again', error);
      later(waitMs, () => void look());
    }
  };

  signal.addEventListener('abort', () => cancel());
  void look();
  return { hurry: () => later(hurryMs, () => void look()) };
};
