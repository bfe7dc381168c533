import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkMediaPlaylist } from '../domain/playlist/check-media.ts';
import { createHlsPublisher, type SentSegment } from './hls-publisher.ts';

let root: string;
let folder: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hls-publisher-'));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'show-'));
});
afterAll(() => rm(root, { recursive: true }));

/** What ffmpeg lists as finished for a connection. */
const finish = (connection: string, count: number) =>
  writeFile(
    join(folder, `${connection}.m3u8`),
    ['#EXTM3U', ...Array.from({ length: count }, (_, index) => `#EXTINF:2.0,\n${connection}-${index}.ts`)].join('\n'),
  );

const preview = { prefix: 'live/liv_1/before/', onAir: false };
const show = { prefix: 'live/liv_1/token/', onAir: true };

/** A publisher over a store that notes what it is given, in order. */
const open = ({ sent = [] as readonly SentSegment[], folderOf = folder, onAirFrom = 0 } = {}) => {
  const done: string[] = [];
  const playlists: string[] = [];
  const faults = { store: 0, note: 0 };
  const fail = (kind: keyof typeof faults) => {
    if (faults[kind] === 0) return;
    faults[kind] -= 1;
    throw new Error(`The ${kind} is away.`);
  };
  const publisher = createHlsPublisher({
    objects: {
      putFile: async (_bucket, key) => {
        fail('store');
        done.push(`stores ${key}`);
        return {} as never;
      },
      put: async (_bucket, key, body) => {
        done.push(`lists at ${key}`);
        playlists.push(String(body));
        return {} as never;
      },
    },
    folder: folderOf,
    placeOf: (_connection, atSeconds) => (atSeconds < onAirFrom ? preview : show),
    sent,
    onSent: async ({ sequence, file, connection, onAir }) => {
      fail('note');
      done.push(`notes ${sequence} ${file} of ${connection}${onAir ? '' : ', preview'}`);
    },
  });
  return { publisher, faults, playlists, did: () => done.splice(0), playlist: () => playlists.at(-1) ?? '' };
};

describe('publishing what ffmpeg has finished', () => {
  it('is nothing before the first segment', async () => {
    const { publisher, did } = open();
    await publisher.publish('a-1');
    expect(did()).toEqual([]);
  });

  it('stores and notes each segment before the playlist names it, once', async () => {
    const { publisher, did, playlist } = open();
    await finish('a-1', 2);
    await publisher.publish('a-1');
    expect(did()).toEqual([
      'stores live/liv_1/token/a-1-0.ts',
      'notes 0 a-1-0.ts of a-1',
      'stores live/liv_1/token/a-1-1.ts',
      'notes 1 a-1-1.ts of a-1',
      'lists at live/liv_1/token/index.m3u8',
    ]);
    await publisher.publish('a-1');
    expect(did()).toEqual([]);
    expect(checkMediaPlaylist(playlist()).problems).toEqual([]);
  });

  it('goes on where a look failed, without leaving out a segment or naming one twice', async () => {
    const { publisher, faults, did, playlist } = open();
    await finish('a-1', 2);
    faults.store = 1;
    await expect(publisher.publish('a-1')).rejects.toThrow('The store is away.');
    faults.note = 1;
    await expect(publisher.publish('a-1')).rejects.toThrow('The note is away.');
    did();
    await publisher.publish('a-1');
    expect(did().filter((one) => one.startsWith('notes'))).toEqual([
      'notes 0 a-1-0.ts of a-1',
      'notes 1 a-1-1.ts of a-1',
    ]);
    expect(playlist().match(/a-1-\d\.ts/g)).toEqual(['a-1-0.ts', 'a-1-1.ts']);
  });

  it('marks where another connection begins', async () => {
    const { publisher, playlist } = open();
    await finish('a-1', 1);
    await publisher.publish('a-1');
    await finish('a-2', 2);
    await publisher.publish('a-2');
    expect(playlist().match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
    expect(playlist()).toMatch(/a-1-0\.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:2\.000000,\na-2-0\.ts\n#EXTINF/);
  });

  it('goes on with the playlist of the worker that had the show before', async () => {
    const sent = [5, 6, 7, 8].map((sequence) => ({
      ...{ sequence, file: `b-1-${sequence}.ts`, seconds: 2, connection: 'b-1', onAir: sequence > 6 },
    }));
    const { publisher, did, playlist } = open({ sent });
    await finish('a-1', 1);
    await publisher.publish('a-1');
    expect(did()).toContain('notes 9 a-1-0.ts of a-1');
    expect(playlist()).toMatch(
      /#EXT-X-MEDIA-SEQUENCE:7\n#EXT-X-DISCONTINUITY-SEQUENCE:0\n#EXTINF:2\.000000,\nb-1-7\.ts\n/,
    );
    expect(playlist()).toMatch(/b-1-7\.ts\n#EXTINF:2\.000000,\nb-1-8\.ts\n#EXT-X-DISCONTINUITY\n.*\na-1-0\.ts\n/);
  });

  it('says that the show is over, also when nothing was ever sent', async () => {
    const { publisher, playlist } = open();
    await publisher.end(show);
    expect(playlist()).toMatch(/#EXT-X-ENDLIST\n$/);
  });

  it('begins anew where the show does: its playlist names nothing of the preview, and goes on with the numbers', async () => {
    const { publisher, did, playlist } = open({ onAirFrom: 4 });
    await finish('a-1', 1);
    await publisher.publish('a-1');
    await finish('a-1', 4);
    await publisher.publish('a-1');
    expect(did()).toEqual([
      'stores live/liv_1/before/a-1-0.ts',
      'notes 0 a-1-0.ts of a-1, preview',
      'lists at live/liv_1/before/index.m3u8',
      'stores live/liv_1/before/a-1-1.ts',
      'notes 1 a-1-1.ts of a-1, preview',
      'lists at live/liv_1/before/index.m3u8',
      'stores live/liv_1/token/a-1-2.ts',
      'notes 2 a-1-2.ts of a-1',
      'stores live/liv_1/token/a-1-3.ts',
      'notes 3 a-1-3.ts of a-1',
      'lists at live/liv_1/token/index.m3u8',
    ]);
    expect(playlist()).toContain('#EXT-X-MEDIA-SEQUENCE:2\n');
    expect(playlist().match(/a-1-\d\.ts/g)).toEqual(['a-1-2.ts', 'a-1-3.ts']);
    expect(playlist()).not.toContain('#EXT-X-DISCONTINUITY\n');
    expect(checkMediaPlaylist(playlist()).problems).toEqual([]);
  });

  it('ends the playlist of the preview where the show begins', async () => {
    const { publisher, playlists } = open({ onAirFrom: 4 });
    await finish('a-1', 3);
    await publisher.publish('a-1');
    expect(playlists).toHaveLength(2);
    expect(playlists[0]).toMatch(/a-1-0\.ts\n.*\na-1-1\.ts\n#EXT-X-ENDLIST\n$/);
    expect(playlists[1]).not.toContain('ENDLIST');
  });

  it('ends a show of which nothing was sent, where viewers look for it', async () => {
    const { publisher, did } = open({ onAirFrom: 4 });
    await finish('a-1', 1);
    await publisher.publish('a-1');
    did();
    await publisher.end(show);
    expect(did()).toEqual(['lists at live/liv_1/before/index.m3u8', 'lists at live/liv_1/token/index.m3u8']);
  });

  it('goes on with the numbers of a preview whose worker died before the show', async () => {
    const sent = [{ sequence: 0, file: 'b-1-0.ts', seconds: 2, connection: 'b-1', onAir: false }];
    const { publisher, did, playlist } = open({ sent });
    await finish('a-1', 1);
    await publisher.publish('a-1');
    expect(did()).toContain('notes 1 a-1-0.ts of a-1');
    expect(playlist()).toContain('#EXT-X-MEDIA-SEQUENCE:1\n');
    expect(playlist()).not.toContain('b-1-0.ts');
  });

  it('fails where the playlist is there and cannot be read', async () => {
    const notAFolder = join(folder, 'file');
    await writeFile(notAFolder, '');
    const { publisher } = open({ folderOf: notAFolder });
    await expect(publisher.publish('a-1')).rejects.toThrow('ENOTDIR');
  });
});
