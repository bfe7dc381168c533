import type { MediaFacts } from '../../domain/media-facts.ts';

/** HDR (PQ or HLG, BT.2020) to an ordinary picture: linear light, primaries, Hable's curve, BT.709. */
const toneMap = [
  'zscale=t=linear:npl=100',
  'format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv',
];

/** Scales to a size and makes an ordinary picture of it (scaled first, since mapping HDR costs most per pixel). */
export const scaledTo = ({ hdr }: Pick<MediaFacts, 'hdr'>, width: number, height: number): readonly string[] => [
  `scale=${width}:${height}:flags=bicubic`,
  ...(hdr ? toneMap : []),
  'format=yuv420p',
  'setsar=1',
];
