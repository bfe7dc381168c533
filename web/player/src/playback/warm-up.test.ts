import { describe, expect, it } from 'vitest';
import { startLevel } from './start-level.ts';
import { initialisationOf, readOffer } from './warm-up.ts';

const master = `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,CHANNELS="2",URI="audio/index.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=2141840,AVERAGE-BANDWIDTH=1612685,CODECS="avc1.64001f,mp4a.40.2",AUDIO="sound"
540p/index.m3u8
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=300282,BANDWIDTH=313704,AUDIO="sound"
https://other.example/240p/index.m3u8
`;

describe('what is fetched ahead of the engine', () => {
  it('is read from the master playlist, with addresses relative to it', () => {
    expect(readOffer(master.replaceAll('\n', '\r\n'), 'https://cdn.example/v/master.m3u8')).toEqual({
      variants: [
        { bitsPerSecond: 2_141_840, url: 'https://cdn.example/v/540p/index.m3u8' },
        { bitsPerSecond: 313_704, url: 'https://other.example/240p/index.m3u8' },
      ],
      sound: 'https://cdn.example/v/audio/index.m3u8',
    });
    expect(readOffer('not a playlist', 'https://cdn.example/')).toEqual({ variants: [], sound: undefined });
  });

  it('ends with the initialisation segment', () => {
    expect(initialisationOf('#EXTM3U\n#EXT-X-MAP:URI="init.mp4"\n', 'https://cdn.example/v/540p/index.m3u8')).toBe(
      'https://cdn.example/v/540p/init.mp4',
    );
    expect(initialisationOf('', 'https://cdn.example/')).toBeUndefined();
  });

  it('begins with the best level that fits the line, the least when none does', () => {
    expect(startLevel([300_000, 650_000, 1_400_000], 1_000_000)).toBe(1);
    expect(startLevel([1_400_000, 650_000, 300_000], 1_000_000)).toBe(1);
    expect(startLevel([300_000, 650_000, 1_400_000], 4_000_000)).toBe(2);
    expect(startLevel([5_000_000, 2_000_000], 1_000_000)).toBe(1);
    expect(startLevel([], 1_000_000)).toBe(-1);
  });
});
