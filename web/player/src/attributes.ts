import type { CaptionTrack, PlayerSource, Poster } from './source.ts';

/** Attributes the element reads; changing one of a source loads it anew. */
export const sourceAttributes = [
  'src',
  'video-id',
  'live-id',
  'endpoint',
  'title-text',
  'poster',
  'poster-srcset',
  'thumbhash',
  'captions',
  'storyboard',
  'aspect-ratio',
  'live',
] as const;

type ReadAttribute = (name: string) => string | null;

/** `captions='[{"language":"ru","label":"Русский","url":"…"}]'`; anything else is no captions. */
const captionsOf = (text: string | null): readonly CaptionTrack[] => {
  if (!text) return [];
  const parsed: unknown = JSON.parse(text);
  if (!Array.isArray(parsed)) throw new TypeError('The attribute "captions" is a JSON list of {language, label, url}.');
  return parsed.map((one: Partial<CaptionTrack>) => ({
    language: one.language ?? 'und',
    label: one.label ?? one.language ?? '?',
    url: one.url ?? '',
  }));
};

const posterOf = (read: ReadAttribute): Poster | undefined => {
  const src = read('poster');
  const srcset = read('poster-srcset');
  if (!src && !srcset) return undefined;
  return { src: src ?? '', sets: srcset ? [{ type: '', srcset }] : [] };
};

/** `16/9` or `1.78` as a number; undefined for anything that is not a positive ratio. */
export const parseAspectRatio = (text: string | null): number | undefined => {
  const [width, height = 1] = (text ?? '').split('/').map(Number);
  const ratio = Number(width) / Number(height);
  return Number.isFinite(ratio) && ratio > 0 ? ratio : undefined;
};

/** The source a page wrote into the element's attributes; undefined when it gave no address. */
export const readSource = (read: ReadAttribute): PlayerSource | undefined => {
  const hlsUrl = read('src');
  if (!hlsUrl) return undefined;
  return {
    hlsUrl,
    title: read('title-text') ?? '',
    poster: posterOf(read),
    thumbhash: read('thumbhash') ?? undefined,
    captions: captionsOf(read('captions')),
    storyboardUrl: read('storyboard') ?? undefined,
    aspectRatio: parseAspectRatio(read('aspect-ratio')),
    live: read('live') !== null,
  };
};
