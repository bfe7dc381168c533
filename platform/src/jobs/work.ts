import { DelayedError, type Processor, UnrecoverableError } from 'bullmq';
import type { Logger } from '../logging/index.ts';
import { metrics, runInTrace } from '../observability/index.ts';
import type { JobEnvelope, QueuedJob } from './bull.ts';
import type { JobHandler, JobScope } from './contract.ts';

/** Data that cannot be worked on. Trying again would not help, so the job fails for good, with this as its reason. */
class PoisonedJob extends UnrecoverableError {}

const parse = (handler: JobHandler<never>, envelope: JobEnvelope): unknown => {
  const parsed = handler.job.data.safeParse(envelope.data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'data'}: ${issue.message}`);
  throw new PoisonedJob(`The data does not fit ${handler.job.name}: ${issues.join('; ')}`);
};

interface Surroundings<S> {
  readonly services: S;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Makes BullMQ's processor out of a handler: parse, run in the trace of the enqueuer, count, log. */
export const processorOf =
  <S>(handler: JobHandler<S>, { services, log, signal }: Surroundings<S>): Processor<JobEnvelope, void> =>
  async (queued, token) => {
    const attempt = queued.attemptsMade + 1;
    const jobLog = log.child({ job: handler.job.name, jobId: queued.id, attempt });
    const scope: JobScope<S> = {
      services,
      log: jobLog,
      attempt,
      signal,
      progress: (percent) => queued.updateProgress(Math.min(100, Math.max(0, percent))),
    };
    const stopTimer = metrics.jobSeconds.startTimer({ job: handler.job.name });
    try {
      const data = parse(handler, queued.data);
      await runInTrace(queued.data.traceparent, `job ${handler.job.name}`, () => handler.run(data as never, scope));
      stopTimer({ outcome: 'done' });
    } catch (error) {
      if (signal.aborted) {
        stopTimer({ outcome: 'interrupted' });
        jobLog.info({ err: error }, 'The job was interrupted by the stop of its worker and goes back to the queue');
        return putBack(queued, token);
      }
      const last = error instanceof UnrecoverableError || attempt >= handler.job.attempts;
      stopTimer({ outcome: last ? 'failed' : 'retry' });
      if (last) jobLog.error({ err: error }, 'The job failed for good and waits for an operator');
      else jobLog.warn({ err: error }, 'The job failed and will be tried again');
      throw error;
    }
  };

/** Returns a job to the queue without counting the try: being stopped is not the job's fault. */
const putBack = async (queued: QueuedJob, token: string | undefined): Promise<never> => {
  await queued.moveToDelayed(Date.now(), token);
  throw new DelayedError();
};
