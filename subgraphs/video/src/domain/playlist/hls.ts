import { type RenditionFiles, variantsOf } from '../renditions.ts';
import { secondsOf, targetDuration } from './rate.ts';

/** fMP4 segments with a map need protocol version 7 (RFC 8216, § 7). */
const version = 7;

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The media playlist of a finished rendition; addresses are relative to its own folder. */
export const mediaPlaylist = ({ segments, timescale, initFile }: RenditionFiles): string =>
  `${[
    '#EXTM3U',
    `#EXT-X-VERSION:${version}`,
    `#EXT-X-TARGETDURATION:${targetDuration(segments, timescale)}`,
    '#EXT-X-MEDIA-SEQUENCE:1',
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-MAP:URI="${fileName(initFile)}"`,
    ...segments.flatMap((segment) => [`#EXTINF:${secondsOf(segment, timescale).toFixed(6)},`, fileName(segment.file)]),
    '#EXT-X-ENDLIST',
  ].join('\n')}\n`;

const soundGroup = 'sound';

/** The master playlist: every quality, best first, all with the one sound where there is sound. */
export const masterPlaylist = (renditions: readonly RenditionFiles[]): string => {
  const sound = renditions.find(({ kind }) => kind === 'audio');
  const playlists = new Map(renditions.map(({ name, playlistFile }) => [name, playlistFile]));
  const streams = variantsOf(renditions).flatMap((variant) => [
    `#EXT-X-STREAM-INF:${[
      `BANDWIDTH=${variant.bandwidth}`,
      `AVERAGE-BANDWIDTH=${variant.averageBandwidth}`,
      `CODECS="${variant.codecs}"`,
      `RESOLUTION=${variant.width}x${variant.height}`,
      `FRAME-RATE=${variant.frameRate.toFixed(3)}`,
      ...(sound ? [`AUDIO="${soundGroup}"`] : []),
    ].join(',')}`,
    playlists.get(variant.name) ?? '',
  ]);
  return `${[
    '#EXTM3U',
    `#EXT-X-VERSION:${version}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...(sound
      ? [
          `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="${soundGroup}",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="${sound.channels}",URI="${sound.playlistFile}"`,
        ]
      : []),
    ...streams,
  ].join('\n')}\n`;
};
