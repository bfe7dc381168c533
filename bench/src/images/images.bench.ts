import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@vitrina/platform/clock';
import { ladderWidths, renderImage, sha256OfFile } from '@vitrina/platform/images';
import { objectsConfig, openObjects } from '@vitrina/platform/objects';
import sharp from 'sharp';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { show, showSpread, spreadOf } from '../measure/numbers.ts';
import { preparePhotos } from './photos.ts';

/** Ours against bare sharp: what checks, storage, hash, preview and manifest may cost. */
const ratioAtLeast = 0.85;
/** Photos worked on side by side, by both. */
const atOnce = 2;
const sampleMs = 25;

interface Round {
  readonly perSecond: number;
  readonly peakBytes: number;
}

/** Does all photos, a few at a time, watching the process's memory. */
const timed = async (photos: readonly string[], one: (path: string) => Promise<void>): Promise<Round> => {
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, sampleMs);
  const startedAt = performance.now();
  const waiting = [...photos];
  const lane = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await one(path);
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    clearInterval(watch);
  }
  return { perSecond: (photos.length * 1_000) / (performance.now() - startedAt), peakBytes };
};

/** What sharp's documentation shows: a pipeline per file to be made, same widths and settings, results thrown away. */
const bare = async (path: string): Promise<void> => {
  for (const width of ladderWidths) {
    const open = () => sharp(path).autoOrient().resize(width);
    const files = await Promise.all([
      open().webp({ quality: 80, effort: 4 }).toBuffer(),
      open().flatten({ background: '#ffffff' }).jpeg({ quality: 82, progressive: true }).toBuffer(),
    ]);
    if (files.some((file) => file.length === 0)) throw new BenchFailed(`Nothing was made of ${path}.`);
  }
};

/** The product's own way, down to files in an object store that nobody has seen before. */
const oursRound = async (photos: readonly string[]): Promise<Round> => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-images-'));
  const opened = await openObjects(objectsConfig.parse({ VITRINA_OBJECTS_DIR: folder }), systemClock);
  const expected = ladderWidths.length * 2;
  try {
    return await timed(photos, async (path) => {
      const result = await renderImage({
        objects: opened.store,
        scope: 'bench',
        path,
        sha256: await sha256OfFile(path),
      });
      if (!result.ok || result.value.files.length !== expected)
        throw new BenchFailed(`${path} gave ${result.ok ? result.value.files.length : result.refusals[0].code} files.`);
    });
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
};

const mebibytes = (rounds: readonly Round[]): string =>
  showSpread(spreadOf(rounds.map(({ peakBytes }) => peakBytes / 2 ** 20)));

const run = async ({ quick, tell, print }: RunOptions) => {
  const photos = await preparePhotos(quick ? 12 : 200, tell);
  // Nobody counts the first ones: libraries are loaded, Node compiles.
  for (const side of [oursRound, (few: readonly string[]) => timed(few, bare)]) await side(photos.slice(0, 2));
  const [ours, peer]: [Round[], Round[]] = [[], []];
  for (let index = 0; index < 3; index += 1) {
    const sides = [
      async () => void ours.push(await oursRound(photos)),
      async () => void peer.push(await timed(photos, bare)),
    ];
    for (const side of index % 2 === 0 ? sides : sides.reverse()) await side();
    tell(
      `round ${index + 1}: ${show(ours.at(-1)?.perSecond ?? 0)} images/s, bare ${show(peer.at(-1)?.perSecond ?? 0)}`,
    );
  }
  const ratio = spreadOf(ours.map(({ perSecond }, index) => perSecond / (peer[index]?.perSecond ?? Number.NaN)));
  const column = (rounds: readonly Round[]) => showSpread(spreadOf(rounds.map(({ perSecond }) => perSecond)));
  print(
    `  ${photos.length} photos of 2160 × 2160, ${ladderWidths.length} widths as WebP and JPEG, ${atOnce} photos at once`,
  );
  print(`  checked, rendered, stored          ${column(ours)} images/s, peak ${mebibytes(ours)} MiB`);
  print(`  bare sharp, a pipeline per file    ${column(peer)} images/s, peak ${mebibytes(peer)} MiB`);
  print(`  ratio ${showSpread(ratio)}`);
  return [{ what: `${show(ratio.median)}× of at least ${ratioAtLeast}×`, reached: ratio.median >= ratioAtLeast }];
};

/** Product pictures through the pipeline. */
export const images: Bench = {
  name: 'images',
  proves: 'photos of 2160 px to every width in WebP and JPEG, beside bare sharp; peak memory',
  run,
};
