import { expect, it } from 'vitest';
import { defaultCostInput, providers } from '../domain/cost-model.ts';
import { costPlot } from './plot.ts';
import { costTable } from './table.ts';

it('prints a line per provider, cheapest first, in columns of one width', () => {
  const [volumes, ...lines] = costTable(defaultCostInput).split('\n');
  expect(volumes).toMatch(/^10,000,000 users, month 12: 176,321 GB kept/);
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual([
    'provider',
    'R2',
    'R2_BUNNY',
    'S3_CLOUDFRONT',
    'CLOUDFLARE_STREAM',
  ]);
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

it('draws a line per provider and a dot where a way of our own breaks even, inside the picture', () => {
  const svg = costPlot(defaultCostInput);
  expect(svg.match(/<polyline/g)).toHaveLength(providers.length);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(svg).toContain('break-even at 658,463 users');
  expect(svg).not.toMatch(/NaN|Infinity/);
  const points = [...svg.matchAll(/points="([^"]+)"/g)].flatMap(([, path = '']) => path.split(' '));
  for (const point of points) {
    const [x = Number.NaN, y = Number.NaN] = point.split(',').map(Number);
    expect(x >= 0 && x <= 760 && y >= 0 && y <= 440).toBe(true);
  }
});
