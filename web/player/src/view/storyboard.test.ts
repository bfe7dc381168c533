import { describe, expect, it } from 'vitest';
import { parseStoryboard, pictureAt } from './storyboard.ts';

const vtt = `WEBVTT

1
00:00.000 --> 00:02.000
storyboard.jpg#xywh=0,0,160,90

01:00:02.000 --> 01:00:04.500 align:start
sprites/two.jpg#xywh=pixel:160,90,160,90

NOTE nothing
01:00:05.000 --> 01:00:06.000
words, not a picture
`;

describe('a storyboard', () => {
  const pictures = parseStoryboard(vtt.replaceAll('\n', '\r\n'), 'https://cdn.example/v/1/storyboard.vtt');

  it('names parts of sprites beside its own address', () => {
    expect(pictures).toEqual([
      {
        fromSeconds: 0,
        toSeconds: 2,
        url: 'https://cdn.example/v/1/storyboard.jpg',
        x: 0,
        y: 0,
        width: 160,
        height: 90,
      },
      {
        fromSeconds: 3602,
        toSeconds: 3604.5,
        url: 'https://cdn.example/v/1/sprites/two.jpg',
        x: 160,
        y: 90,
        width: 160,
        height: 90,
      },
    ]);
  });

  it('gives the picture of a second, the last one for all that comes after', () => {
    expect([pictureAt(pictures, 0)?.x, pictureAt(pictures, 3603)?.x, pictureAt(pictures, 9_999)?.x]).toEqual([
      0, 160, 160,
    ]);
    expect(pictureAt([], 1)).toBeUndefined();
    expect(parseStoryboard('not a storyboard', 'https://cdn.example/x')).toEqual([]);
  });
});
