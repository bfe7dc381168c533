import { describe, expect, it } from 'vitest';
import { planSprite, storyboardVtt, timestamp } from './vtt.ts';

describe('a storyboard', () => {
  it('has a picture every two seconds, at least four and at most a hundred', () => {
    expect([1, 8, 60, 59.5, 3600].map((seconds) => planSprite(seconds, 1920, 1080).count)).toEqual([4, 4, 30, 30, 100]);
  });

  it('keeps the shape of the picture in tiles with even sides', () => {
    expect(planSprite(10, 1920, 1080)).toMatchObject({ tileWidth: 160, tileHeight: 90 });
    expect(planSprite(10, 1080, 1920)).toMatchObject({ tileWidth: 90, tileHeight: 160 });
    expect(planSprite(10, 4000, 10)).toMatchObject({ tileWidth: 160, tileHeight: 2 });
  });

  it('names each part of the sprite, without a gap from the first second to the last', () => {
    const grid = { ...planSprite(25, 1600, 900), count: 12, intervalSeconds: 2 };
    const vtt = storyboardVtt(grid, 'storyboard.jpg', 25);
    expect(vtt.startsWith('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nstoryboard.jpg#xywh=0,0,160,90\n')).toBe(true);
    expect(vtt).toContain('00:00:20.000 --> 00:00:22.000\nstoryboard.jpg#xywh=0,90,160,90');
    expect(vtt.endsWith('00:00:22.000 --> 00:00:25.000\nstoryboard.jpg#xywh=160,90,160,90\n')).toBe(true);
  });

  it('writes hours, and rounds to milliseconds', () => {
    expect([0, 59.9996, 3_723.5].map(timestamp)).toEqual(['00:00:00.000', '00:01:00.000', '01:02:03.500']);
  });
});
