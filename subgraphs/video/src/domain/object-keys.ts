/** Everything of a video that is kept under its own name, in either bucket. */
export const folderOf = (videoId: string): string => `video/${videoId}/`;

/**
 * The folder of what is played. Its token cannot be guessed and changes whenever the files move, so an address known from
 * before leads nowhere afterwards.
 */
export const prefixOf = ({ id, objectToken }: { readonly id: string; readonly objectToken: string }): string =>
  `${folderOf(id)}${objectToken}/`;

const contentTypes: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  mpd: 'application/dash+xml',
  mp4: 'video/mp4',
  m4s: 'video/iso.segment',
  ts: 'video/mp2t',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  vtt: 'text/vtt; charset=utf-8',
};

/** Media type by extension; only names we make ourselves are asked about. */
export const contentTypeOf = (file: string): string =>
  contentTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** Names of playlists: those of the first stage differ, since every file is immutable once written. */
export const playlistNames = { early: 'early.m3u8', master: 'master.m3u8', manifest: 'manifest.mpd' } as const;

/** Captions of one language below the video's folder; the tag makes it another name with every text. */
export const captionFile = (language: string, tag: string): string => `captions/${language}-${tag}.vtt`;

/** Names of the storyboard and the preview below the video's folder. */
export const pictureFiles = { sprite: 'storyboard.jpg', cues: 'storyboard.vtt', preview: 'preview.webp' } as const;

/** Files of one still below the video's folder: named by its content, so that another choice has other addresses. */
export const stillFolder = (sha256: string): string => `stills/${sha256.slice(0, 20)}/`;

/** Where stills lay, always public, before they went with their video; what was made then stays there. */
export const formerStillsOf = (videoId: string): string => `img/video/${videoId}/`;

/** The folder of what is played of a live stream, in the public bucket; its token cannot be guessed. */
export const livePrefixOf = ({ id, objectToken }: { readonly id: string; readonly objectToken: string }): string =>
  `live/${id}/${objectToken}/`;

/** Name of a live stream's playlist, the one file of it that changes. */
export const livePlaylistFile = 'index.m3u8';
