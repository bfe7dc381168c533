import { describe, expect, it } from 'vitest';
import { mediaFacts as facts } from './fixtures/media-facts.ts';
import { planLadder } from './ladder.ts';
import type { MediaFacts, VideoFormat } from './media-facts.ts';

const planned = (changes: Partial<MediaFacts> = {}, format: VideoFormat = 'SHORT') => {
  const plan = planLadder(facts(changes), format);
  if (!plan.ok) throw new Error(plan.refusals[0].code);
  return plan.value;
};
const sizes = (changes: Partial<MediaFacts>) => {
  const { first, rest } = planned(changes);
  return [first, ...rest].map(({ name, width, height }) => `${name} ${width}x${height}`);
};
const refusal = (changes: Partial<MediaFacts>, format: VideoFormat) => {
  const plan = planLadder(facts(changes), format);
  return plan.ok ? undefined : plan.refusals[0];
};

describe('the ladder', () => {
  it('makes 540p first and the others from the best down', () => {
    expect(sizes({})).toEqual(['540p 960x540', '1080p 1920x1080', '720p 1280x720', '360p 640x360', '240p 426x240']);
  });

  it('goes by the short side, so a portrait video has the same names', () => {
    expect(sizes({ width: 1080, height: 1920 })).toEqual([
      '540p 540x960',
      '1080p 1080x1920',
      '720p 720x1280',
      '360p 360x640',
      '240p 240x426',
    ]);
  });

  it('never makes a picture larger than the original, and never an odd side', () => {
    for (const [width, height] of [
      [64, 64],
      [319, 241],
      [33, 17],
      [554, 424],
      [1724, 1080],
      [3840, 2160],
      [1920, 800],
    ] as const) {
      const { first, rest } = planned({ width, height });
      for (const rung of [first, ...rest]) {
        expect(rung.width).toBeLessThanOrEqual(width);
        expect(rung.height).toBeLessThanOrEqual(height);
        expect([rung.width % 2, rung.height % 2]).toEqual([0, 0]);
      }
    }
  });

  it('gives a small original one rung of its own size', () => {
    expect(sizes({ width: 176, height: 144 })).toEqual(['144p 176x144']);
  });

  it('takes the nearest below 540p first', () => {
    expect(sizes({ width: 640, height: 360 })[0]).toBe('360p 640x360');
    expect(sizes({ width: 640, height: 480 })).toEqual(['480p 640x480', '360p 480x360', '240p 320x240']);
  });

  it('keeps the shape of the picture within a pixel', () => {
    const { first, rest } = planned({ width: 1724, height: 1080 });
    for (const { width, height } of [first, ...rest])
      expect(Math.abs(width - (height * 1724) / 1080)).toBeLessThanOrEqual(1.6);
  });

  it('names levels that hold the picture', () => {
    const { first, rest } = planned();
    expect([first, ...rest].map(({ level }) => level)).toEqual(['3.1', '4.0', '3.1', '3.0', '2.1']);
  });

  it('gives fewer bits to fewer pixels, and never more than the next better rung', () => {
    const { first, rest } = planned({ width: 1920, height: 800 });
    const byHeight = [first, ...rest]
      .sort((left, right) => left.height - right.height)
      .map((rung) => rung.videoBitrate);
    expect(byHeight).toEqual([...byHeight].sort((left, right) => left - right));
    expect(new Set(byHeight).size).toBe(byHeight.length);
  });

  it('has no sound for a silent video', () => {
    expect(planned({ hasAudio: false }).audio).toBeNull();
    expect(planned().audio).toEqual({ bitrate: 128_000, sampleRate: 48_000, channels: 2 });
  });
});

describe('a file that does not fit its format', () => {
  it('is refused from exactly one minute for SHORT and three for LANDING', () => {
    expect(refusal({ durationSeconds: 59.99 }, 'SHORT')).toBeUndefined();
    expect(refusal({ durationSeconds: 60 }, 'SHORT')).toMatchObject({
      code: 'TOO_LONG',
      message: expect.stringContaining('LANDING'),
    });
    expect(refusal({ durationSeconds: 179.9 }, 'LANDING')).toBeUndefined();
    expect(refusal({ durationSeconds: 180 }, 'LANDING')?.code).toBe('TOO_LONG');
    expect(refusal({ durationSeconds: 7_200 }, 'LIVE')).toBeUndefined();
  });

  it('is refused when it is too short to play or too large to keep', () => {
    expect(refusal({ durationSeconds: 0.1 }, 'SHORT')?.code).toBe('TOO_SHORT');
    expect(refusal({ sizeBytes: 600 * 1024 ** 2 }, 'SHORT')?.code).toBe('TOO_LARGE');
    expect(refusal({ sizeBytes: 600 * 1024 ** 2 }, 'LANDING')).toBeUndefined();
  });
});
