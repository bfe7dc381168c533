import { playlistNames, prefixOf } from '../domain/object-keys.ts';
import type { Context } from '../request.ts';
import type { VideoRow } from '../store/video.table.ts';

/** How long addresses of a video that is not public work: longer than watching takes, short enough to be worth little when passed on. */
const playbackTtlSeconds = 3_600;

/** Where the files of a video are for whoever may see it. */
export interface PlaybackFolder {
  /** Ends with `/`; names below the video's folder are added as they are. */
  readonly url: string;
  /** Null where addresses last. */
  readonly expiresAt: Date | null;
}

/** Signed once per request and video, however many addresses are asked for. */
const signed = new WeakMap<object, Map<string, Promise<PlaybackFolder>>>();

const sign = async ({ services }: Context, row: VideoRow): Promise<PlaybackFolder> =>
  services.objects.signPrefixGet(prefixOf(row), playbackTtlSeconds);

/** The store gives addresses of objects; that of their folder is one without the last name. */
const publicFolder = ({ services: { objects } }: Context, row: VideoRow): string => {
  const { master } = playlistNames;
  return objects.publicUrl(`${prefixOf(row)}${master}`).slice(0, -master.length);
};

/** The folder's address: lasting behind the CDN for public files, expiring for private ones. */
export const playbackFolder = (ctx: Context, row: VideoRow): Promise<PlaybackFolder> => {
  if (row.storedIn === 'public') return Promise.resolve({ url: publicFolder(ctx, row), expiresAt: null });
  const ofRequest = signed.get(ctx.loaders) ?? new Map<string, Promise<PlaybackFolder>>();
  signed.set(ctx.loaders, ofRequest);
  const known = ofRequest.get(row.objectToken) ?? sign(ctx, row);
  ofRequest.set(row.objectToken, known);
  return known;
};
