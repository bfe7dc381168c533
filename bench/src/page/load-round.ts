import { closedLoop } from '../load/closed-loop.ts';
import type { SteadyClient } from '../load/graphql-target.ts';
import type { Round } from '../measure/compare.ts';
import { processorMs } from '../measure/processor-time.ts';

/** One round against a server: an eighth of the time to get going, then throughput, waiting times and what its process spent. */
export const loadRound = async (
  client: SteadyClient,
  pid: number,
  connections: number,
  seconds: number,
): Promise<Round> => {
  await closedLoop({ callers: connections, seconds: seconds / 8, work: client.ask });
  const before = await processorMs(pid);
  const { perSecond, p50Ms, p99Ms, count } = await closedLoop({ callers: connections, seconds, work: client.ask });
  const after = await processorMs(pid);
  return {
    perSecond,
    p50Ms,
    p99Ms,
    ...(before !== undefined && after !== undefined && { cpuMsEach: (after - before) / count }),
  };
};
