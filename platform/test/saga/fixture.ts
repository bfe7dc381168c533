import { sql } from 'drizzle-orm';
import type { Clock } from '../../src/clock/index.ts';
import type { Database, Tx } from '../../src/database/index.ts';
import { AppError } from '../../src/errors/index.ts';
import type { JobQueue } from '../../src/jobs/index.ts';
import { silentLogger } from '../../src/logging/index.ts';
import {
  createSagas,
  defineSaga,
  type SagaScope,
  type StepOutcome,
  stepAbandoned,
  stepDone,
  stepRefused,
  stepWaits,
} from '../../src/saga/index.ts';

/** What can go wrong at a callee, the next time or the next times it is called. */
export type Fault = 'refuse' | 'unwanted' | 'lost-request' | 'lost-answer' | 'defect' | 'wait' | 'away';

/**
 * Two callees whose books are tables of their own, so they survive the process under test: one row per reference and
 * kind, with every call counted, and faults handed out once each.
 */
export const createBooks = async ({ orm }: Database): Promise<void> => {
  await orm.execute(
    sql`create table book (kind text, reference text, state text not null, effects int not null default 1, primary key (kind, reference))`,
  );
  await orm.execute(sql`create table fault (id serial primary key, call text, fault text)`);
  await orm.execute(sql`create table local_effect (reference text, what text)`);
};

export const plan = async ({ orm }: Database, call: string, ...faults: readonly Fault[]): Promise<void> => {
  for (const fault of faults) await orm.execute(sql`insert into fault (call, fault) values (${call}, ${fault})`);
};

export interface Callees {
  readonly database: Database;
}

type Data = { readonly reservationId?: string; readonly paymentId?: string };
type Scope = SagaScope<Callees, Data>;

const nextFault = async ({ orm }: Database, call: string): Promise<Fault | undefined> => {
  const [row] = await orm.execute<{ fault: Fault }>(
    sql`delete from fault where id = (select id from fault where call = ${call} order by id limit 1 for update skip locked) returning fault`,
  );
  return row?.fault;
};

const away = (): AppError => new AppError('UNAVAILABLE', 'The callee did not answer in time.');

/** One write at the callee: idempotent by reference, as every callee of a saga has to be. */
const write = async (
  { database }: Callees,
  kind: string,
  reference: string,
  state: string,
  call: string,
): Promise<StepOutcome<Data>> => {
  const fault = await nextFault(database, call);
  if (fault === 'lost-request' || fault === 'away') throw away();
  if (fault === 'defect') throw new TypeError('The callee is broken: \0');
  if (fault === 'refuse') return stepRefused({ code: `${call.toUpperCase()}_REFUSED`, message: 'No: \ud83d' });
  const written = fault === 'wait' ? 'waiting' : state;
  await database.orm.execute(sql`insert into book (kind, reference, state) values (${kind}, ${reference}, ${written})
    on conflict (kind, reference) do update set state = excluded.state, effects = book.effects + (book.state <> excluded.state)::int`);
  if (fault === 'lost-answer') throw away();
  return fault === 'wait' ? stepWaits(60) : stepDone({ [`${kind}Id`]: `${kind}-of-${reference}` });
};

const ask = async (
  { database }: Callees,
  kind: string,
  reference: string,
): Promise<StepOutcome<Data> | { kind: 'absent' }> => {
  if ((await nextFault(database, `ask-${kind}`)) === 'away') throw away();
  const [row] = await database.orm.execute<{ state: string }>(
    sql`select state from book where kind = ${kind} and reference = ${reference}`,
  );
  if (!row) return { kind: 'absent' };
  if ((await nextFault(database, `wish-${kind}`)) === 'unwanted')
    return stepAbandoned({ code: 'UNWANTED', message: 'Nobody wants it any more.' });
  if (row.state === 'waiting') return stepWaits(60);
  return stepDone({ [`${kind}Id`]: `${kind}-of-${reference}` });
};

const local =
  (what: string) =>
  async ({ subject }: Scope, tx: Tx): Promise<void> => {
    await tx.execute(sql`insert into local_effect (reference, what) values (${subject}, ${what})`);
  };

/** Reserve, pay (may wait for the buyer), confirm in the own database, commit at the callee. */
export const purchase = defineSaga<Callees, Data>({
  name: 'test.purchase',
  deadline: { seconds: 900, lastStep: 'pay' },
  steps: [
    {
      kind: 'remote',
      name: 'reserve',
      run: ({ services, subject }) => write(services, 'reservation', subject, 'held', 'reserve'),
      askOutcome: ({ services, subject }) => ask(services, 'reservation', subject),
      compensate: async ({ services, subject }) =>
        void (await write(services, 'reservation', subject, 'released', 'release')),
    },
    {
      kind: 'remote',
      name: 'pay',
      run: ({ services, subject }) => write(services, 'payment', subject, 'authorised', 'pay'),
      askOutcome: ({ services, subject }) => ask(services, 'payment', subject),
      compensate: async ({ services, subject }) => void (await write(services, 'payment', subject, 'voided', 'void')),
    },
    {
      kind: 'local',
      name: 'confirm',
      run: async (scope, tx) => {
        await local('confirmed')(scope, tx);
        return stepDone();
      },
      compensate: (scope, tx) => local('unconfirmed')(scope, tx),
    },
    {
      kind: 'remote',
      name: 'commit',
      run: ({ services, subject }) => write(services, 'commitment', subject, 'committed', 'commit'),
      askOutcome: ({ services, subject }) => ask(services, 'commitment', subject),
    },
  ],
  onDone: (scope, tx) => local('done')(scope, tx),
  onUndone: (scope, tx) => local('undone')(scope, tx),
});

const noQueue: JobQueue = { enqueue: async () => {}, enqueueSequence: async () => {} };

export const sagasOn = (database: Database, clock: Clock) =>
  createSagas<Callees>({
    context: 'test',
    database,
    clock,
    jobs: noQueue,
    log: silentLogger,
    services: { database },
    definitions: [purchase],
  });

/** What stands in the books and in the own tables about one reference. */
export const outcomeOf = async ({ orm }: Database, reference: string) => {
  const books = await orm.execute<{ kind: string; state: string; effects: number }>(
    sql`select kind, state, effects from book where reference = ${reference} order by kind`,
  );
  const effects = await orm.execute<{ what: string }>(
    sql`select what from local_effect where reference = ${reference} order by ctid`,
  );
  return {
    books: Object.fromEntries(books.map(({ kind, state }) => [kind, state])),
    effects: effects.map(({ what }) => what),
  };
};
