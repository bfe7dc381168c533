import type { LiveStanding } from '../graph/load-live.ts';
import type { Playback } from '../playback/playback.ts';
import type { PlayerSource } from '../source.ts';
import type { LiveView } from './follow-live.ts';

/** What the element does for a show. */
export interface LiveDeeds {
  ask(): Promise<LiveStanding>;
  open(source: PlayerSource): void;
  openRecording(id: string): Promise<boolean>;
}

/** A view that also looks after problems of playing. */
export interface LivePlayback extends LiveView {
  /** Called with every problem; true when it calls for a look at the show. */
  heed(): boolean;
}

/** Joins the following of a show with one playback. */
export const createLiveView = (playback: Playback, { ask, open, openRecording }: LiveDeeds): LivePlayback => {
  const { video } = playback;
  let lastSecond = Number.NaN;
  const wait: LiveView['wait'] = (why) => {
    if (playback.problem?.code !== why) playback.refuse({ code: why, passing: false }, () => undefined);
  };

  return {
    ask,
    wait,
    heed: () => {
      const { problem, source } = playback;
      if (!problem || problem.passing || !source) return false;
      // The first segment of a show takes some seconds: until it is there the viewer waits on, and hears of nothing lost.
      if (problem.code === 'NOT_FOUND' && source.live && video.currentTime === 0) wait('NOT_STARTED');
      return true;
    },
    show: ({ source }) => {
      // A playlist that is not there yet, right after the start, is a problem that asking for it again may cure.
      if (playback.source?.hlsUrl !== source.hlsUrl || playback.problem) open(source);
    },
    showRecording: openRecording,
    isContent: () => {
      if (playback.problem || video.ended) return false;
      const moved = video.currentTime !== lastSecond;
      lastSecond = video.currentTime;
      return moved || (video.paused && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
    },
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
};
