import { parseArgs } from 'node:util';
import { seedMarket } from './push/index.ts';

const usage =
  'Usage: npm run seed -- [--size 100k] [--seed 1] [--url http://127.0.0.1:4000]   (the market must be running)';

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
  },
});

/** Reads `5000`, `100k` or `1m`. */
const readSize = (text: string): number => {
  const match = /^(\d+)(k|m)?$/i.exec(text);
  if (!match) throw new Error(usage);
  const unit = { k: 1_000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  return Number(match[1]) * unit;
};

const started = Date.now();
await seedMarket({
  url: values.url,
  products: values.size === undefined ? undefined : readSize(values.size),
  seed: Number(values.seed),
  tell: (step) => process.stderr.write(`${((Date.now() - started) / 1_000).toFixed(1).padStart(7)} s  ${step}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`\nSeeding stopped: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
