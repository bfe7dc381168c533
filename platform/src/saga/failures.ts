import { describeFailure } from '../database/index.ts';
import { isPassing, maxAttempts, retryDelayMs } from './retry.ts';
import { commit, type Run, type Turn } from './run.ts';
import { LeaseLost } from './store.ts';

/**
 * Puts the saga down for a while, or for a person when it failed too often for a reason that will not pass. When not even
 * this can be written (the database is away), the error goes up and the saga is found by its lease running out.
 */
export const putDown = async <S>(run: Run<S>, error: unknown): Promise<Turn> => {
  if (error instanceof LeaseLost) throw error;
  const { row } = run.held;
  const attempts = row.attempts + 1;
  const passing = isPassing(error);
  const lastError = describeFailure(error);
  const fields = { err: error, saga: row.name, sagaId: row.id, subject: row.subject, step: row.step, attempts };
  if (!passing && attempts >= maxAttempts) {
    run.log.error(fields, 'A saga gave up and needs a person: see lastError, then resume it');
    await commit(run, { state: 'STUCK', attempts, lastError, restUntil: null });
    return 'rest';
  }
  run.log.warn(
    fields,
    passing ? 'A saga waits for a context that is away' : 'A step of a saga failed and is tried again',
  );
  await commit(run, { attempts, lastError, restUntil: new Date(run.clock.now().getTime() + retryDelayMs(attempts)) });
  return 'rest';
};
