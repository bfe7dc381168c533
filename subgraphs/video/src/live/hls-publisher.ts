import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '@vitrina/platform/objects';
import { contentTypeOf, livePlaylistFile } from '../domain/object-keys.ts';
import { emptyWindow, extendWindow, listedSegments, livePlaylist } from '../domain/playlist/live.ts';

/** Puts what ffmpeg has finished where viewers fetch it. */
export interface HlsPublisher {
  /** Publishes segments of a connection that are new. Calls do not overlap. */
  publish(name: string): Promise<void>;
  /** Says in the playlist that the stream is over. */
  end(): Promise<void>;
}

/** A viewer's next look has to find the next segment; caches may help for a second. */
const playlistCache = 'public, max-age=1';
const segmentCache = 'public, max-age=3600';

/** Publishes below `prefix` in the public bucket, in one playlist over all connections of a show. */
export const createHlsPublisher = (
  objects: Pick<ObjectStore, 'put' | 'putFile'>,
  prefix: string,
  folder: string,
): HlsPublisher => {
  const known = new Set<string>();
  let window = emptyWindow;
  let lastName: string | undefined;

  const writePlaylist = async (ended: boolean): Promise<void> => {
    await objects.put('public', `${prefix}${livePlaylistFile}`, Buffer.from(livePlaylist(window, ended)), {
      contentType: contentTypeOf(livePlaylistFile),
      cacheControl: playlistCache,
    });
  };

  return {
    publish: async (name) => {
      // ffmpeg writes its playlist with the first finished segment: until then there is nothing to publish.
      const playlist = await readFile(join(folder, `${name}.m3u8`), 'utf8').catch(() => '');
      const fresh = listedSegments(playlist).filter(({ file }) => !known.has(file));
      for (const { file, seconds } of fresh) {
        await objects.putFile('public', `${prefix}${file}`, join(folder, file), {
          contentType: contentTypeOf(file),
          cacheControl: segmentCache,
        });
        known.add(file);
        window = extendWindow(window, [{ file, seconds, discontinuous: lastName !== undefined && lastName !== name }]);
        lastName = name;
      }
      if (fresh.length > 0) await writePlaylist(false);
    },
    end: () => writePlaylist(true),
  };
};
