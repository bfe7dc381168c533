import { expect, it } from 'vitest';
import { chooseRate, parseRate } from './frame-rate.ts';

const chosen = (mean: string, finest: string) => {
  const { frameRate, variable } = chooseRate(parseRate(mean), parseRate(finest));
  return `${frameRate.numerator}/${frameRate.denominator}${variable ? ' uneven' : ''}`;
};

it.each([
  ['30/1', '30/1', '30/1'],
  ['30000/1001', '30000/1001', '30000/1001'],
  ['25/1', '25/1', '25/1'],
  ['24000/1001', '24000/1001', '24000/1001'],
  ['60/1', '60/1', '30/1'],
  ['60000/1001', '60000/1001', '30000/1001'],
  ['50/1', '50/1', '25/1'],
  ['120/1', '120/1', '30/1'],
  ['1704/29', '60/1', '30000/1001 uneven'],
  ['26730000/885901', '30000/1001', '30/1'],
  ['120/7', '30/1', '15/1 uneven'],
  ['1/1', '1/1', '10/1'],
  ['0/0', '90000/1', '30/1'],
  ['0/0', '0/0', '30/1 uneven'],
])('makes %s (finest %s) into %s', (mean, finest, expected) => {
  expect(chosen(mean, finest)).toBe(expected);
});

it('reads no rate from what is none', () => {
  expect([parseRate('0/0'), parseRate('30'), parseRate(undefined), parseRate('1/0')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
