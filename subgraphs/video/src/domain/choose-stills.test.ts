import { expect, it } from 'vitest';
import { chooseStills, posterScore } from './choose-stills.ts';

const frame = (atSeconds: number, sharpness: number, brightness = 120) => ({ atSeconds, sharpness, brightness });

it('takes sharp frames before soft ones', () => {
  expect(chooseStills([frame(0, 1), frame(5, 9), frame(10, 4)], 2, 1).map(({ atSeconds }) => atSeconds)).toEqual([
    5, 10,
  ]);
});

it('takes a softer frame before a sharp one that is black or blown out', () => {
  const [first] = chooseStills([frame(0, 9, 3), frame(5, 9, 253), frame(10, 4, 120)], 1, 1);
  expect(first?.atSeconds).toBe(10);
  expect([0, 255].map((brightness) => posterScore(frame(0, 9, brightness)))).toEqual([0, 0]);
});

it('chooses between scenes, and fills up with neighbours only where there is nothing else', () => {
  const frames = [frame(0, 9), frame(0.5, 8), frame(10, 1)];
  expect(chooseStills(frames, 2, 2).map(({ atSeconds }) => atSeconds)).toEqual([0, 10]);
  expect(chooseStills(frames, 3, 2).map(({ atSeconds }) => atSeconds)).toEqual([0, 10, 0.5]);
  expect(chooseStills(frames, 9, 2)).toHaveLength(3);
});
