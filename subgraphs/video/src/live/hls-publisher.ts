import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '@vitrina/platform/objects';
import { contentTypeOf, livePlaylistFile } from '../domain/object-keys.ts';
import { emptyWindow, extendWindow, listedSegments, livePlaylist } from '../domain/playlist/live.ts';
import type { Place } from './airtime.ts';

/** A segment that was sent, with the connection it came by. */
export interface SentSegment {
  readonly sequence: number;
  readonly file: string;
  readonly seconds: number;
  readonly connection: string;
  /** False for what only the shop was shown, before the show. */
  readonly onAir: boolean;
}

/** Puts what ffmpeg has finished where viewers fetch it. */
export interface HlsPublisher {
  /** Publishes segments of a connection that are new. Calls do not overlap. */
  publish(name: string): Promise<void>;
  /** Says in the playlist of that place, where the show is now, that it is over. */
  end(place: Place): Promise<void>;
}

/** What a publisher works with. */
export interface PublisherParts {
  readonly objects: Pick<ObjectStore, 'put' | 'putFile'>;
  /** Where ffmpeg writes. */
  readonly folder: string;
  /** Where a segment goes that begins so many seconds into its connection: to the preview, and from some segment on to the show. */
  readonly placeOf: (connection: string, atSeconds: number) => Place;
  /** What another worker sent before, in order. */
  readonly sent: readonly SentSegment[];
  /** Called with each segment whose object is stored, before the playlist names it. */
  readonly onSent: (segment: SentSegment) => Promise<void>;
}

/** A viewer's next look has to find the next segment; caches may help for a second. */
const playlistCache = 'public, max-age=1';
const segmentCache = 'public, max-age=3600';

/**
 * The playlist that is being written. That of a preview and that of the show have nothing in common but the numbers, which
 * go on: whoever watches the show is told of no segment of the preview.
 */
const createWindow = (sent: readonly SentSegment[]) => {
  const shown = sent.filter(({ onAir }) => onAir);
  let window = emptyWindow(shown[0]?.sequence);
  let lastConnection: string | undefined;

  const add = ({ file, seconds, connection }: SentSegment): void => {
    const discontinuous = lastConnection !== undefined && lastConnection !== connection;
    window = extendWindow(window, [{ file, seconds, discontinuous }]);
    lastConnection = connection;
  };
  for (const segment of shown) add(segment);
  return {
    add,
    isEmpty: (): boolean => window.segments.length === 0,
    text: (ended: boolean): string => livePlaylist(window, ended),
    beginAt: (sequence: number): void => {
      window = emptyWindow(sequence);
      lastConnection = undefined;
    },
  };
};

/** Publishes in one playlist over all connections of a show, and over all workers that had it; its preview in one of its own. */
export const createHlsPublisher = ({ objects, folder, placeOf, sent, onSent }: PublisherParts): HlsPublisher => {
  const known = new Set(sent.map(({ file }) => file));
  const window = createWindow(sent);
  let next = (sent.at(-1)?.sequence ?? -1) + 1;
  let place: Place | undefined;
  /** How far the segments of each connection reach. */
  const reached = new Map<string, number>();

  const writePlaylist = async ({ prefix }: Place, ended: boolean): Promise<void> => {
    await objects.put('public', `${prefix}${livePlaylistFile}`, Buffer.from(window.text(ended)), {
      contentType: contentTypeOf(livePlaylistFile),
      cacheControl: playlistCache,
    });
  };

  /** Turns from the preview to the show: the one is over, and the other begins with the segment that comes next. */
  const goTo = async (to: Place): Promise<void> => {
    const isOther = place !== undefined && place.prefix !== to.prefix;
    if (place && isOther && !window.isEmpty()) await writePlaylist(place, true);
    if (isOther || window.isEmpty()) window.beginAt(next);
    place = to;
  };

  return {
    publish: async (connection) => {
      const playlist = await readFile(join(folder, `${connection}.m3u8`), 'utf8').catch((error: unknown) => {
        // ffmpeg writes its playlist with the first finished segment: until then there is nothing to publish.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
        throw error;
      });
      const fresh = listedSegments(playlist).filter(({ file }) => !known.has(file));
      for (const { file, seconds } of fresh) {
        const atSeconds = reached.get(connection) ?? 0;
        const to = placeOf(connection, atSeconds);
        await goTo(to);
        await objects.putFile('public', `${to.prefix}${file}`, join(folder, file), {
          contentType: contentTypeOf(file),
          cacheControl: segmentCache,
        });
        const segment = { sequence: next, file, seconds, connection, onAir: to.onAir };
        await onSent(segment);
        known.add(file);
        reached.set(connection, atSeconds + seconds);
        window.add(segment);
        next += 1;
      }
      if (fresh.length > 0 && place) await writePlaylist(place, false);
    },
    end: async (to) => {
      await goTo(to);
      await writePlaylist(to, true);
    },
  };
};
