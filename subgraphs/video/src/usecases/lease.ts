import { percentAt } from '../domain/stages.ts';
import type { Services } from '../services.ts';
import { type Claim, leaseSeconds, renewLease } from './claim-step.ts';
import { hintProgress } from './topics.ts';

const tickMs = 1_000;
/** Renewed even when nothing moved, well before it ends. */
const renewEveryMs = (leaseSeconds * 1_000) / 3;

/** The right to work on a step, kept alive while the work goes on. */
export interface Lease {
  /** Aborts when the worker stops, the video was deleted, or another worker took over. */
  readonly signal: AbortSignal;
  /** True when the step is not ours any more. */
  lost(): boolean;
  /** Says how much of the step is done, 0 to 1. */
  report(share: number): void;
  end(): Promise<void>;
}

/** Renews the lease and publishes progress once a second at most; see {@link Lease}. */
export const holdLease = (services: Services, claim: Claim, stopping: AbortSignal): Lease => {
  const gone = new AbortController();
  let percent = percentAt(claim.stage, 0);
  let written = claim.video.percent;
  let renewedAt = Date.now();
  let turn: Promise<void> = Promise.resolve();

  const renew = async (): Promise<void> => {
    const now = percent;
    if (now <= written && Date.now() - renewedAt < renewEveryMs) return;
    renewedAt = Date.now();
    const mine = await renewLease(services, claim, now);
    if (!mine) return gone.abort(new Error('The step was taken away: the video was deleted or another worker has it.'));
    if (now <= written) return;
    written = now;
    await hintProgress(services, claim.video.id);
  };
  const timer = setInterval(() => {
    turn = turn.then(renew).catch((error: unknown) => {
      // The database may be away for a moment; the lease outlives a few such ticks.
      services.log.warn({ err: error, videoId: claim.video.id }, 'A lease could not be renewed; trying again');
    });
  }, tickMs);
  timer.unref();

  return {
    signal: AbortSignal.any([stopping, gone.signal]),
    lost: () => gone.signal.aborted,
    report: (share) => {
      percent = Math.max(percent, percentAt(claim.stage, share));
    },
    end: async () => {
      clearInterval(timer);
      await turn;
    },
  };
};
