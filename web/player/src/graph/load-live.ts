import type { PlayerSource } from '../source.ts';
import { ask } from './ask.ts';
import { operations } from './operations.ts';

/** The answer of the registered operation `PlayerLiveStream`. */
interface PlayerLiveStreamData {
  readonly liveStream: {
    readonly title: string;
    readonly state: 'IDLE' | 'CONNECTED' | 'LIVE' | 'ENDED';
    readonly hlsUrl: string | null;
    readonly recording: { readonly id: string } | null;
  } | null;
}

/** How a live stream stands for a viewer. */
export type LiveStanding =
  | { readonly kind: 'before' }
  | { readonly kind: 'on-air'; readonly source: PlayerSource }
  /** Without a recording as long as there is none that this viewer may see. */
  | { readonly kind: 'over'; readonly recordingId: string | undefined };

/** Asks the graph how a live stream stands. One that is not there looks like one that has not begun. */
export const loadLive = async (endpoint: string, id: string): Promise<LiveStanding> => {
  const { liveStream } = (await ask(endpoint, operations.playerLiveStream, { id })) as PlayerLiveStreamData;
  if (liveStream?.state === 'ENDED') return { kind: 'over', recordingId: liveStream.recording?.id };
  if (!liveStream?.hlsUrl) return { kind: 'before' };
  return {
    kind: 'on-air',
    source: {
      hlsUrl: liveStream.hlsUrl,
      title: liveStream.title,
      poster: undefined,
      thumbhash: undefined,
      captions: [],
      storyboardUrl: undefined,
      aspectRatio: undefined,
      live: true,
    },
  };
};
