import { describeViolations } from '@vitrina/local/crash';
import type { Bench } from '../bench.ts';
import { runDistributed } from './distributed-run.ts';
import { runEmbedded } from './embedded-run.ts';
import { describeFigures, verdictsOf } from './figures.ts';
import { readSize } from './size.ts';

/** Purchases through SIGKILLs, on each queue back end; `VITRINA_CRASH_*` (see `size.ts`) makes it smaller or larger. */
export const crash: Bench = {
  name: 'crash',
  proves: 'no purchase is lost, charged twice, left holding goods or left unfinished, wherever the market is killed',
  run: async ({ quick, tell, print }) => {
    const size = readSize(process.env, quick);
    const runs = [
      ...(size.backends === 'redis' ? [] : [runEmbedded]),
      ...(size.backends === 'postgres' ? [] : [runDistributed]),
    ];
    const verdicts = [];
    for (const run of runs) {
      const figures = await run(size, tell);
      print(describeFigures(figures));
      if (figures.verdict.violations.length > 0) print(describeViolations(figures.verdict.violations));
      verdicts.push(...verdictsOf(figures, size));
    }
    return verdicts;
  },
};
