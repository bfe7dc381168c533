import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { sagaInstance, sagaIntervention, sagaJournal } from '../database/tables/saga.table.ts';
import { newId } from '../ids/index.ts';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '../result/index.ts';
import type { InstanceRow, InterventionRow, JournalRow } from './rows.ts';

/** Reading sagas, and setting stuck ones going again. */
export interface Inspector {
  byId(id: string): Promise<InstanceRow | null>;
  /** The newest saga of a name about a subject. */
  bySubject(name: string, subject: string): Promise<InstanceRow | null>;
  journal(ids: readonly string[]): Promise<JournalRow[]>;
  interventions(id: string): Promise<InterventionRow[]>;
  /** Sagas that gave up, or are unfinished for longer than `lateSeconds`; oldest first, after `cursor`. */
  stuck(page: {
    readonly after: string | undefined;
    readonly limit: number;
    readonly lateSeconds: number;
  }): Promise<InstanceRow[]>;
  /** How many there are of those. */
  countStuck(lateSeconds: number): Promise<number>;
  /**
   * Sets a stuck saga going again, from the step it stopped at, and records who did so and why. A step whose outcome is
   * unknown asks for it before anything else. The caller advances it afterwards.
   */
  resume(id: string, by: { readonly actor: string; readonly reason: string }): Promise<Result<InstanceRow, Refusal>>;
}

const active = ['RUNNING', 'WAITING', 'COMPENSATING'];

/** Gave up, or should have ended long ago. Whatever goes on by itself has a next run, which keeps this on an index. */
const needsPerson = (now: Date, lateSeconds: number) =>
  or(
    eq(sagaInstance.state, 'STUCK'),
    and(
      isNotNull(sagaInstance.nextRunAt),
      inArray(sagaInstance.state, active),
      lt(sagaInstance.createdAt, new Date(now.getTime() - lateSeconds * 1_000)),
    ),
  );

/** Reads and operates on one context's sagas. */
export const createInspector = (database: Database, clock: Clock): Inspector => ({
  byId: async (id) => {
    const [row] = await database.orm.select().from(sagaInstance).where(eq(sagaInstance.id, id));
    return (row as InstanceRow | undefined) ?? null;
  },
  bySubject: async (name, subject) => {
    const [row] = await database.orm
      .select()
      .from(sagaInstance)
      .where(and(eq(sagaInstance.name, name), eq(sagaInstance.subject, subject)))
      .orderBy(desc(sagaInstance.id))
      .limit(1);
    return (row as InstanceRow | undefined) ?? null;
  },
  journal: async (ids) =>
    (await database.orm
      .select()
      .from(sagaJournal)
      .where(inArray(sagaJournal.instanceId, [...ids]))
      .orderBy(asc(sagaJournal.startedAt), asc(sagaJournal.endedAt))) as JournalRow[],
  interventions: (id) =>
    database.orm
      .select()
      .from(sagaIntervention)
      .where(eq(sagaIntervention.instanceId, id))
      .orderBy(asc(sagaIntervention.id)),
  stuck: async ({ after, limit, lateSeconds }) => {
    const found = needsPerson(clock.now(), lateSeconds);
    return (await database.orm
      .select()
      .from(sagaInstance)
      .where(and(found, after === undefined ? undefined : gt(sagaInstance.id, after)))
      .orderBy(asc(sagaInstance.id))
      .limit(limit)) as InstanceRow[];
  },
  countStuck: (lateSeconds) => database.orm.$count(sagaInstance, needsPerson(clock.now(), lateSeconds)),
  resume: (id, by) => resume(database, clock, id, by),
});

const resume = (
  database: Database,
  clock: Clock,
  id: string,
  { actor, reason }: { actor: string; reason: string },
): Promise<Result<InstanceRow, Refusal>> =>
  database.transaction(async (tx) => {
    const now = clock.now();
    const [before] = await tx.select().from(sagaInstance).where(eq(sagaInstance.id, id)).for('update');
    if (!before)
      return refuse(plainRefusal('SAGA_UNKNOWN', ['sagaId'], 'There is no such saga; take an id from stuckSagas.'));
    if (before.endedAt)
      return refuse(
        plainRefusal('SAGA_ENDED', ['sagaId'], 'This saga has reached its end; there is nothing to resume.'),
      );
    await tx.insert(sagaIntervention).values({
      id: newId('itv'),
      instanceId: id,
      actor,
      reason,
      stateBefore: before.state,
      stepBefore: before.step,
      at: now,
    });
    const direction = before.failure ? 'COMPENSATING' : 'RUNNING';
    const [row] = await tx
      .update(sagaInstance)
      .set({ state: before.state === 'STUCK' ? direction : before.state, attempts: 0, nextRunAt: now, updatedAt: now })
      .where(eq(sagaInstance.id, id))
      .returning();
    return ok(row as InstanceRow);
  });
