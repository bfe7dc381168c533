import { createHash } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import { compiled, type Database, statement, type Tx } from '../database/index.ts';
import { idempotencyKey } from '../database/tables/idempotency.table.ts';
import { AppError, invariant } from '../errors/index.ts';

/** How long a key is remembered. */
const idempotencyRetentionHours = 72;

/** What identifies one idempotent write; the kit fills it in for fields marked `@idempotent`. */
export interface IdempotencyScope {
  readonly actor: string;
  readonly mutation: string;
  readonly key: string;
  readonly inputHash: string;
}

const canonical = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, entry]) => [name, canonical(entry)]),
    );
  }
  return value;
};

/** SHA-256 (hex) of an input, equal for equal inputs whatever their key order. */
export const hashInput = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(input)))
    .digest('hex');

const writeBefore = compiled((orm) =>
  orm
    .select()
    .from(idempotencyKey)
    .where(
      and(
        eq(idempotencyKey.actor, sql.placeholder('actor')),
        eq(idempotencyKey.mutation, sql.placeholder('mutation')),
        eq(idempotencyKey.key, sql.placeholder('key')),
      ),
    ),
);

/**
 * Runs a write once per key. `work` does its effect through `tx` and returns an outcome that survives JSON (ids and
 * refusals, not rows): the outcome is stored in the same transaction, so either both exist or neither. A replay gets
 * the stored outcome back with `replayed: true`.
 *
 * Errors: IDEMPOTENCY_KEY_REUSED when the same key came with another input; IDEMPOTENCY_IN_FLIGHT (retry) while
 * another request with the same key has not finished. An exception in `work` stores nothing, so the key may be retried.
 */
export const idempotently = async <T>(
  database: Database,
  scope: IdempotencyScope,
  work: (tx: Tx) => Promise<T>,
): Promise<{ readonly outcome: T; readonly replayed: boolean }> =>
  database.transaction(async (tx) => {
    const lock = `${scope.actor}\n${scope.mutation}\n${scope.key}`;
    // Sent together, run one after the other: the look comes after the lock.
    const [[free], [known]] = await Promise.all([
      statement<{ locked: boolean }>(tx)`select pg_try_advisory_xact_lock(hashtextextended(${lock}, 7)) as locked`,
      writeBefore(tx, { actor: scope.actor, mutation: scope.mutation, key: scope.key }),
    ]);
    if (!free?.locked) {
      throw new AppError(
        'IDEMPOTENCY_IN_FLIGHT',
        'The same request is still being worked on; send it again in a moment.',
        { retryAfterSeconds: 1 },
      );
    }
    if (known) {
      if (known.inputHash !== scope.inputHash) {
        throw new AppError(
          'IDEMPOTENCY_KEY_REUSED',
          'This idempotency key was used with another input; use a new key for a new request.',
          {
            field: ['input', 'idempotencyKey'],
          },
        );
      }
      return { outcome: known.outcome as T, replayed: true };
    }
    const outcome = await work(tx);
    invariant(outcome !== undefined, `${scope.mutation} must return an outcome to remember.`);
    const { actor, mutation, key, inputHash } = scope;
    await statement(tx)`
      insert into kit.idempotency_key (actor, mutation, key, input_hash, outcome)
      values (${actor}, ${mutation}, ${key}, ${inputHash}, ${JSON.stringify(outcome)}::jsonb)`;
    return { outcome, replayed: false };
  });

/** Forgets keys past their retention; run by a sweep. */
export const forgetOldKeys = async (database: Database, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - idempotencyRetentionHours * 3_600_000);
  await database.orm.delete(idempotencyKey).where(lt(idempotencyKey.createdAt, before));
};
