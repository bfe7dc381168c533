import { firstEstimate, startLevel } from './start-level.ts';

/** What a master playlist offers (RFC 8216, section 4.3.4); addresses are absolute. */
export interface Offer {
  readonly variants: readonly { readonly bitsPerSecond: number; readonly url: string }[];
  readonly sound: string | undefined;
}

/** Reads a master playlist as far as the first requests need it. */
export const readOffer = (text: string, url: string): Offer => {
  const lines = text.split(/\r?\n/);
  const variants = lines.flatMap((line, index) => {
    const bits = /^#EXT-X-STREAM-INF:(?:.*,)?BANDWIDTH=(\d+)/.exec(line)?.[1];
    const address = lines[index + 1];
    return bits && address && !address.startsWith('#')
      ? [{ bitsPerSecond: Number(bits), url: new URL(address, url).href }]
      : [];
  });
  const sound = /^#EXT-X-MEDIA:(?=.*TYPE=AUDIO)(?=.*DEFAULT=YES).*URI="([^"]+)"/m.exec(text)?.[1];
  return { variants, sound: sound && new URL(sound, url).href };
};

/** Address of the initialisation segment of a media playlist. */
export const initialisationOf = (text: string, url: string): string | undefined => {
  const uri = /^#EXT-X-MAP:.*URI="([^"]+)"/m.exec(text)?.[1];
  return uri && new URL(uri, url).href;
};

const fetchText = async (url: string): Promise<string> => {
  const response = await fetch(url);
  return response.ok ? response.text() : '';
};

const warmMedia = async (url: string): Promise<void> => {
  const initialisation = initialisationOf(await fetchText(url), url);
  if (initialisation) await (await fetch(initialisation)).arrayBuffer();
};

/**
 * Fetches the small files on the way to the first segment while the engine is still on its way: each would cost a round
 * trip afterwards. They stay in the browser's cache, where the engine finds them; some kilobytes. Whatever fails here is
 * asked for again by the engine, which tells the viewer: so nothing is told here.
 */
export const warmUp = async (masterUrl: string): Promise<void> => {
  const url = new URL(masterUrl, document.baseURI).href;
  try {
    const { variants, sound } = readOffer(await fetchText(url), url);
    const first =
      variants[
        startLevel(
          variants.map(({ bitsPerSecond }) => bitsPerSecond),
          firstEstimate(),
        )
      ];
    await Promise.all([first?.url, sound].flatMap((playlist) => (playlist ? [warmMedia(playlist)] : [])));
  } catch (error) {
    console.debug('vitrina-player: nothing could be fetched ahead', error);
  }
};
