import { crashPoint } from '../crash-points/index.ts';
import { statement, type Tx } from '../database/index.ts';
import { newId } from '../ids/index.ts';
import { storableJson } from '../text/index.ts';
import type { SagaData, SagaDefinition } from './contract.ts';
import type { InstanceRow } from './rows.ts';
import { firstHeldVersion, type Held, leaseMs, remember } from './store.ts';

/** Sagas that were begun in this process's hands and not gone on with yet. */
export interface Begun {
  keep(held: Held): void;
  /** What is held of a saga; nothing when it was begun elsewhere, or so long ago that another worker may have it. */
  take(id: string, now: Date): Held | undefined;
}

/** A transaction that is rolled back leaves its saga here until the lease it never had is over. */
export const createBegun = (): Begun => {
  const kept = new Map<string, Held>();
  const isOver = ({ row }: Held, now: Date): boolean => (row.leaseUntil ?? now) <= now;
  return {
    keep: (held) => {
      // In the order they were begun: those in front are the oldest.
      for (const [id, one] of kept) {
        if (!isOver(one, held.row.createdAt)) break;
        kept.delete(id);
      }
      kept.set(held.row.id, held);
    },
    take: (id, now) => {
      const held = kept.get(id);
      kept.delete(id);
      return held && !isOver(held, now) ? held : undefined;
    },
  };
};

interface Beginning<D> {
  readonly subject: string;
  readonly data: D;
  readonly goOn?: boolean;
}

const rowOf = <S, D extends SagaData>(
  { name, steps, deadline }: SagaDefinition<S, D>,
  { subject, data, goOn }: Beginning<D>,
  now: Date,
): InstanceRow => ({
  id: newId('sga'),
  name,
  subject,
  state: 'RUNNING',
  step: steps[0]?.name ?? null,
  version: goOn ? firstHeldVersion : 1,
  data: JSON.parse(storableJson(data)) as SagaData,
  failure: null,
  attempts: 0,
  lastError: null,
  signals: 0,
  nextRunAt: now,
  deadlineAt: deadline ? new Date(now.getTime() + deadline.seconds * 1_000) : null,
  leaseUntil: goOn ? new Date(now.getTime() + leaseMs) : null,
  createdAt: now,
  updatedAt: now,
  endedAt: null,
});

/** Writes a saga's first row, and with `goOn` the intent of its first step, when that asks another context. */
export const begin = async <S, D extends SagaData>(
  tx: Tx,
  begun: Begun,
  definition: SagaDefinition<S, D>,
  beginning: Beginning<D>,
  now: Date,
): Promise<string> => {
  const row = rowOf(definition, beginning, now);
  const { id, name, subject, step, version, deadlineAt, leaseUntil } = row;
  const [first] = definition.steps;
  const intent = beginning.goOn && first?.kind === 'remote' ? first.name : undefined;
  if (intent !== undefined) crashPoint(`${name}.${intent}.before-intent`);
  const at = now.toISOString();
  await statement(tx)`
    with begun as (
      insert into kit.saga_instance (id, name, subject, state, step, version, data, next_run_at, deadline_at, lease_until, created_at, updated_at)
      values (${id}, ${name}, ${subject}, 'RUNNING', ${step}, ${version}::int, ${JSON.stringify(row.data)}::jsonb, ${at}::timestamptz,
        ${deadlineAt?.toISOString() ?? null}::timestamptz, ${leaseUntil?.toISOString() ?? null}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)
      returning id
    )
    insert into kit.saga_journal (instance_id, step, direction, outcome, started_at)
    select id, ${intent ?? ''}, 'FORWARD', 'STARTED', ${at}::timestamptz from begun where ${intent !== undefined}`;
  if (beginning.goOn) {
    const held: Held = { row, journal: new Map(), intended: intent };
    if (intent !== undefined) remember(held, { step: intent, direction: 'FORWARD', outcome: 'STARTED' }, now);
    begun.keep(held);
  }
  return id;
};
