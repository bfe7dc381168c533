import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, expectPlayable, makeVideo, openEngine } from './setting.ts';

vi.setConfig({ testTimeout: 300_000 });

const folder = resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'videos');
const names = (await readdir(folder)).filter((name) => !/\.(tsv|txt)$/.test(name));

/** Files that cannot become a video, by any ffmpeg; whatever is not here has to play. */
const refused: Readonly<Record<string, string>> = {
  '0-timescale.mp4': 'CORRUPT',
  '1830206.mp4': 'CORRUPT',
  'bug604067.webm': 'CORRUPT',
  'garbled.webm': 'CORRUPT',
  'test_case_1181215.mp4': 'CORRUPT',
  'detodos.webm': 'NO_VIDEO_STREAM',
  'small-shot.mp3': 'NO_VIDEO_STREAM',
};
/** Reads as encrypted to the ffmpeg from npm (2018) and plays with later ones. */
const dependsOnVersion = ['gizmo-frag.mp4'];

let engine: Engine;
beforeAll(async () => {
  // What is read is what this is about, not how small the ladder gets.
  engine = await openEngine({ VITRINA_VIDEO_LADDER_PRESET: 'superfast' });
});
afterAll(() => engine.close());

describe('every file of the corpus ends as a video that plays, or is refused with a reason', () => {
  it.each(names)('%s', async (name) => {
    const made = await makeVideo(engine, join(folder, name));
    if (typeof made === 'string') {
      if (!dependsOnVersion.includes(name)) expect(made).toBe(refused[name]);
    } else {
      expect(refused[name]).toBeUndefined();
      await expectPlayable(engine, made);
      const pictures = await engine.tools.pictures({
        source: join(folder, name),
        facts: made.facts,
        outDir: made.outDir,
      });
      expect(pictures.stills.length).toBeGreaterThan(0);
    }
    expect(await readdir(engine.scratchRoot)).toEqual([]);
  });
});
