import { describe, expect, it } from 'vitest';
import { printProcessorTable } from './processor-table.ts';

const printed = (times: Readonly<Record<string, number>>): string[] => {
  const lines: string[] = [];
  const about = { sent: 1_000, seconds: 2, load: 'load' };
  printProcessorTable(new Map(Object.entries(times)), about, (line) => lines.push(line.trim().replace(/ +/g, ' ')));
  return lines;
};

describe('the table of processor time', () => {
  it('names who used most first, and keeps the load apart from the market', () => {
    expect(printed({ redis: 100, load: 400, messaging: 900 })).toEqual([
      'messaging 0.90 ms per message, 45.0 % of one core',
      'redis 0.10 ms per message, 5.00 % of one core',
      'the market in all 1.00 ms per message, 50.0 % of one core',
      'beside it: the load 0.40 ms per message, 20.0 % of one core',
    ]);
  });

  it('puts together who used next to nothing, and leaves nobody out of the sum', () => {
    expect(printed({ messaging: 1_000, seller: 4, orders: 4, load: 0 }).slice(1, 3)).toEqual([
      'all others 0.01 ms per message, 0.40 % of one core',
      'the market in all 1.01 ms per message, 50.4 % of one core',
    ]);
  });
});
