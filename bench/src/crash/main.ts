import { describeViolations } from '@vitrina/local/crash';
import { runDistributed } from './distributed-run.ts';
import { runEmbedded } from './embedded-run.ts';
import { describeFigures, isPassed } from './figures.ts';
import { readSize } from './size.ts';

const started = performance.now();
const tell = (step: string): void => {
  process.stderr.write(`${((performance.now() - started) / 1_000).toFixed(0).padStart(6)} s  ${step}\n`);
};

const size = readSize(process.env);
const runs = [
  ...(size.backends === 'redis' ? [] : [runEmbedded]),
  ...(size.backends === 'postgres' ? [] : [runDistributed]),
];

for (const run of runs) {
  const figures = await run(size, tell);
  process.stdout.write(`${describeFigures(figures)}\n${describeViolations(figures.verdict.violations)}\n`);
  if (!isPassed(figures, size.kills)) process.exitCode = 1;
}
