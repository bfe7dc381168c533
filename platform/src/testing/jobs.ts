import type { JobContract, JobQueue } from '../jobs/index.ts';
import { silentLogger } from '../logging/index.ts';
import type { AnySubgraph } from '../subgraph/index.ts';

interface Recorded {
  readonly job: JobContract;
  readonly data: unknown;
}

/** A queue that remembers; tests run what it holds when they want to. Data is parsed twice, as the real queue does. */
export const recordedJobs = () => {
  const waiting: Recorded[] = [];
  const remember = (job: JobContract, data: unknown): void => {
    waiting.push({ job, data: JSON.parse(JSON.stringify(job.data.parse(data))) as unknown });
  };
  const queue: JobQueue = {
    enqueue: async (job, data) => remember(job, data),
    enqueueSequence: async (jobs) => {
      for (const { job, data } of jobs) remember(job, data);
    },
  };
  const run = async (definition: AnySubgraph, services: unknown): Promise<number> => {
    let count = 0;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { job, data } = next;
      const handler = definition.jobs?.find((candidate) => candidate.job.name === job.name);
      if (!handler) throw new Error(`No handler for the job "${job.name}".`);
      await handler.run(job.data.parse(data) as never, {
        services,
        log: silentLogger,
        attempt: 1,
        signal: new AbortController().signal,
        progress: async () => {},
      });
      count += 1;
    }
    return count;
  };
  return { queue, run, waiting: waiting as readonly Recorded[] };
};
