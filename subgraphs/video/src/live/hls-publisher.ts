import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '@vitrina/platform/objects';
import { contentTypeOf, livePlaylistFile } from '../domain/object-keys.ts';
import { emptyWindow, extendWindow, type LiveWindow, listedSegments, livePlaylist } from '../domain/playlist/live.ts';

/** A segment viewers were sent, with the connection it came by. */
export interface SentSegment {
  readonly sequence: number;
  readonly file: string;
  readonly seconds: number;
  readonly connection: string;
}

/** Puts what ffmpeg has finished where viewers fetch it. */
export interface HlsPublisher {
  /** Publishes segments of a connection that are new. Calls do not overlap. */
  publish(name: string): Promise<void>;
  /** Says in the playlist that the stream is over. */
  end(): Promise<void>;
}

/** What a publisher works with. */
export interface PublisherParts {
  readonly objects: Pick<ObjectStore, 'put' | 'putFile'>;
  /** Folder in the public bucket. */
  readonly prefix: string;
  /** Where ffmpeg writes. */
  readonly folder: string;
  /** What another worker sent before, in order. */
  readonly sent: readonly SentSegment[];
  /** Called with each segment whose object is stored, before the playlist names it. */
  readonly onSent: (segment: SentSegment) => Promise<void>;
}

/** A viewer's next look has to find the next segment; caches may help for a second. */
const playlistCache = 'public, max-age=1';
const segmentCache = 'public, max-age=3600';

/** The playlist with one more segment at its end. */
const withSegment = (window: LiveWindow, segment: SentSegment, before: string | undefined): LiveWindow =>
  extendWindow(window, [
    {
      file: segment.file,
      seconds: segment.seconds,
      discontinuous: before !== undefined && before !== segment.connection,
    },
  ]);

/** Publishes in one playlist over all connections of a show, and over all workers that had it. */
export const createHlsPublisher = ({ objects, prefix, folder, sent, onSent }: PublisherParts): HlsPublisher => {
  const known = new Set<string>();
  let window = emptyWindow;
  let next = 0;
  let lastConnection: string | undefined;

  const add = (segment: SentSegment): void => {
    known.add(segment.file);
    window = withSegment(window, segment, lastConnection);
    lastConnection = segment.connection;
    next = segment.sequence + 1;
  };
  for (const segment of sent) add(segment);

  const writePlaylist = async (ended: boolean): Promise<void> => {
    await objects.put('public', `${prefix}${livePlaylistFile}`, Buffer.from(livePlaylist(window, ended)), {
      contentType: contentTypeOf(livePlaylistFile),
      cacheControl: playlistCache,
    });
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
        await objects.putFile('public', `${prefix}${file}`, join(folder, file), {
          contentType: contentTypeOf(file),
          cacheControl: segmentCache,
        });
        const segment = { sequence: next, file, seconds, connection };
        await onSent(segment);
        add(segment);
      }
      if (fresh.length > 0) await writePlaylist(false);
    },
    end: () => writePlaylist(true),
  };
};
