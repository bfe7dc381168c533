import type { FlowJob, JobsOptions } from 'bullmq';
import { invariant } from '../errors/index.ts';
import type { JobEnvelope } from './bull.ts';
import type { JobContract } from './contract.ts';

/**
 * A sequence as BullMQ knows it: a flow, in which a parent waits for its children. The last job is the root and the
 * first one the innermost child. One that fails for good takes those that wait for it along, or they would wait for ever.
 */
export const flowOf = (
  nodes: readonly { readonly job: JobContract; readonly envelope: JobEnvelope }[],
  retention: Pick<JobsOptions, 'removeOnComplete' | 'removeOnFail'>,
): FlowJob => {
  const flow = nodes.reduce<FlowJob | undefined>(
    (before, { job, envelope }, index) => ({
      name: job.name,
      queueName: job.name,
      data: envelope,
      opts: {
        ...retention,
        attempts: job.attempts,
        backoff: { type: 'custom' },
        ...(index < nodes.length - 1 && { failParentOnFailure: true }),
      },
      ...(before && { children: [before] }),
    }),
    undefined,
  );
  invariant(flow, 'A sequence has at least one job.');
  return flow;
};
