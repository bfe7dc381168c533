import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { fragmentIn, readFragment } from '../../src/domain/mp4/fragment.ts';
import { readTrack } from '../../src/domain/mp4/track.ts';
import { listedSegments } from '../../src/domain/playlist/live.ts';
import type { RenditionFiles } from '../../src/domain/renditions.ts';

/** When a segment begins and how long it is, in ticks of its track. */
interface Span {
  readonly start: number;
  readonly duration: number;
}

/** What a manifest says of one representation: its scale, and every segment its timeline stands for. */
export interface ManifestTrack {
  readonly timescale: number;
  readonly spans: readonly Span[];
}

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

const spansOf = (timeline: string): readonly Span[] => {
  const spans: Span[] = [];
  for (const [tag] of timeline.matchAll(/<S [^>]*>/g)) {
    const { t, d, r } = attributesOf(tag);
    const last = spans.at(-1);
    let start = t === undefined ? (last ? last.start + last.duration : 0) : Number(t);
    for (let count = 0; count <= Number(r ?? 0); count += 1) {
      spans.push({ start, duration: Number(d) });
      start += Number(d);
    }
  }
  return spans;
};

/** Reads the tracks of a manifest of ours by their ids, and how long it says the whole is. */
export const readManifest = (
  manifest: string,
): { readonly seconds: number; readonly tracks: ReadonlyMap<string, ManifestTrack> } => {
  const tracks = [...manifest.matchAll(/<Representation ([^>]*)>(.*?)<\/Representation>/gs)].map(
    ([, head = '', body = '']): [string, ManifestTrack] => {
      const template = attributesOf(/<SegmentTemplate [^>]*>/.exec(body)?.[0] ?? '');
      expect(template).toMatchObject({ startNumber: '1' });
      expect(template['presentationTimeOffset'] ?? '0').toBe('0');
      return [attributesOf(head)['id'] ?? '', { timescale: Number(template['timescale']), spans: spansOf(body) }];
    },
  );
  const seconds = Number(/mediaPresentationDuration="PT([\d.]+)S"/.exec(manifest)?.[1]);
  return { seconds, tracks: new Map(tracks) };
};

/** Times out of the boxes of the files themselves. */
const readFiles = async (outDir: string, { initFile, segments }: RenditionFiles) => {
  const { timescale, defaultDurationTicks } = readTrack(await readFile(join(outDir, initFile)));
  const fragments = await Promise.all(
    segments.map(async ({ file }) =>
      readFragment(fragmentIn(await readFile(join(outDir, file))), defaultDurationTicks),
    ),
  );
  return { timescale, fragments };
};

/**
 * Holds both playlists against the boxes of the files, to the tick: every fragment is decoded and shown from the moment the
 * manifest and the media playlist give it, for as long as they say, and begins where the one before it ends.
 */
export const expectTimesToAgree = async (outDir: string, renditions: readonly RenditionFiles[]): Promise<void> => {
  const manifest = readManifest(await readFile(join(outDir, 'manifest.mpd'), 'utf8'));
  expect([...manifest.tracks.keys()].sort()).toEqual(renditions.map(({ name }) => name).sort());
  const ends: number[] = [];
  for (const rendition of renditions) {
    const { timescale, fragments } = await readFiles(outDir, rendition);
    const real = fragments.map(({ decodeTicks, durationTicks }) => ({ start: decodeTicks, duration: durationTicks }));
    expect(fragments.map(({ startTicks }) => startTicks)).toEqual(real.map(({ start }) => start));
    expect(manifest.tracks.get(rendition.name)).toEqual({ timescale, spans: real });
    const listed = listedSegments(await readFile(join(outDir, rendition.playlistFile), 'utf8'));
    expect(listed.map(({ seconds }) => Math.round(seconds * timescale))).toEqual(real.map(({ duration }) => duration));
    let end = 0;
    for (const { start, duration } of real) {
      expect(start).toBe(end);
      end = start + duration;
    }
    ends.push(end / timescale);
  }
  // Nothing of a track lies past the end that the manifest announces, and the end is no more than a microsecond later.
  const last = Math.max(...ends);
  expect(manifest.seconds).toBeGreaterThanOrEqual(last);
  expect(manifest.seconds - last).toBeLessThan(1e-6);
};
