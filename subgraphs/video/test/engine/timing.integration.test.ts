import { runProgram } from '@vitrina/platform/child-process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Engine, joinRendition, mustMake, openEngine } from './setting.ts';
import { expectTimesToAgree } from './timing.ts';

// Encoding takes the machine's time, and other tests run beside.
vi.setConfig({ testTimeout: 180_000 });

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

/** A clip of that rate and length whose sound is of another length and rate than any picture. */
const clip = (rate: string, seconds: number, soundSeconds: number, sampleRate: number): Promise<string> =>
  engine.clip(
    `${rate.replace('/', '-')}.mp4`,
    ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=${rate}:duration=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=${sampleRate}:duration=${soundSeconds}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  );

/**
 * Presentation times of all frames of a rendition, in order, with how long each is shown; by ffprobe, which is not ours. It
 * adds one amount to all times of a track with offsets below zero, so only distances count here, and does not know the
 * length of the first frame of sound.
 */
const framesOf = async (path: string): Promise<{ at: number; ticks: number }[]> => {
  const args = ['-v', 'error', '-show_entries', 'packet=pts,duration', '-of', 'csv=p=0', path];
  const lines: string[] = [];
  await runProgram(engine.programs.ffprobe, args, {
    limits: { timeMs: 60_000 },
    onLine: (line) => void lines.push(line),
  });
  return lines
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map(Number))
    .map(([at = 0, ticks = 0]) => ({ at, ticks }))
    .sort((one, other) => one.at - other.at);
};

describe('what the playlists say of times is what the files hold, to the tick', () => {
  it.each([
    ['25', 5.3, 5.3, 44_100],
    ['30000/1001', 5.005, 4.2, 48_000],
    ['24000/1001', 4.5, 5.4, 22_050],
    ['50', 4, 4, 48_000],
  ])('%s frames a second, %d s with %d s of sound at %d Hz', async (rate, seconds, soundSeconds, sampleRate) => {
    const { outDir, renditions } = await mustMake(engine, await clip(rate, seconds, soundSeconds, sampleRate));
    expect(renditions.map(({ name }) => name)).toEqual(['360p', 'audio', '240p']);
    await expectTimesToAgree(outDir, renditions);
    for (const rendition of renditions) {
      const frames = await framesOf(await joinRendition(outDir, rendition));
      expect(frames.length).toBeGreaterThan(seconds * 20);
      // Also at the borders of segments: each frame is shown until the next one, none twice and none too late.
      const gaps = frames.slice(1).filter(({ at }, index) => {
        const before = frames[index];
        return before && !Number.isNaN(before.ticks) && before.at + before.ticks !== at;
      });
      expect(gaps).toEqual([]);
    }
  });
});
