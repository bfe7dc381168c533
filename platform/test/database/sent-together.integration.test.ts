import { eq, sql } from 'drizzle-orm';
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { causesOf, codeOf, compiled, statement, type Tx } from '../../src/database/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

const turn = sql<string>`nextval('turn')`;
const mark = pgTable('mark', { name: text().primaryKey(), at: bigint({ mode: 'bigint' }) });

const insertCompiled = compiled((orm) => orm.insert(mark).values({ name: sql.placeholder('name'), at: turn }));
const updateCompiled = compiled((orm) =>
  orm
    .update(mark)
    .set({ at: turn })
    .where(eq(mark.name, sql.placeholder('name')))
    .returning(),
);

/** Every kind of statement the contexts send; each takes the next number when it runs. */
const kinds: Readonly<Record<string, (tx: Tx, name: string) => PromiseLike<unknown>>> = {
  raw: (tx, name) => tx.execute(sql`insert into mark values (${name}, nextval('turn'))`),
  insert: (tx, name) => tx.insert(mark).values({ name, at: turn }),
  'insert with an answer': (tx, name) => tx.insert(mark).values({ name, at: turn }).returning({ name: mark.name }),
  update: (tx, name) =>
    tx
      .update(mark)
      .set({ at: turn })
      .where(eq(mark.name, `${name} (was there)`)),
  'update with an answer': (tx, name) =>
    tx
      .update(mark)
      .set({ at: turn })
      .where(eq(mark.name, `${name} (was there)`))
      .returning(),
  select: (tx, name) =>
    tx
      .select({ at: sql`note(${name})` })
      .from(mark)
      .limit(1),
  'select that locks': (tx, name) =>
    tx
      .select({ at: sql`note(${name})` })
      .from(mark)
      .limit(1)
      .for('update'),
  'statement of fixed text': (tx, name) => statement(tx)`insert into mark values (${name}, nextval('turn'))`,
  'compiled insert': (tx, name) => insertCompiled(tx, { name }),
  'compiled update with an answer': (tx, name) => updateCompiled(tx, { name: `${name} (was there)` }),
};
const names = Object.keys(kinds);
/** The same, sent by an async function of its own. */
const withinFunctions = Object.fromEntries(
  Object.entries(kinds).map(([name, send]) => [name, async (tx: Tx, given: string) => void (await send(tx, given))]),
);

/**
 * Use cases send statements of one transaction together to save round trips, and rely on a lock that stands first being
 * taken first.
 */
describe('statements of a transaction that are sent together', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await database.database.sql.unsafe(`
      create sequence turn;
      create table mark (name text primary key, at bigint);
      create function note(given text) returns bigint language sql volatile as $$
        insert into mark values (given, nextval('turn')) returning at $$;`);
  });
  afterAll(() => database.drop());

  const ran = async (order: readonly string[], how = kinds): Promise<string[]> => {
    await database.database.sql`truncate mark`;
    for (const name of names) await database.database.sql`insert into mark values (${`${name} (was there)`}, 0)`;
    await database.database.transaction((tx) => Promise.all(order.map((name) => how[name]?.(tx, name))));
    const rows = await database.database.sql<{ name: string }[]>`select name from mark where at > 0 order by at`;
    return rows.map(({ name }) => name.replace(' (was there)', ''));
  };

  it('run in the order they are written, whatever their kinds', async () => {
    for (let round = 0; round < names.length; round += 1) {
      const order = [...names.slice(round), ...names.slice(0, round)];
      expect(await ran(order)).toEqual(order);
      expect(await ran(order.toReversed(), withinFunctions)).toEqual(order.toReversed());
    }
  });

  it('go behind those that functions beside them send: a lock has to stand with its like', async () => {
    const mixed = { ...kinds, update: withinFunctions['update'] ?? (() => Promise.reject(new Error('missing'))) };
    expect(await ran(['select that locks', 'insert', 'update'], mixed)).toEqual([
      'update',
      'select that locks',
      'insert',
    ]);
  });

  it('fail for what the first of them failed for, whichever is heard first', async () => {
    for (const nested of [
      (work: Promise<unknown>) => work,
      (work: Promise<unknown>) => Promise.all([Promise.all([work])]),
    ]) {
      const work = database.database.transaction((tx) => {
        const first = nested(Promise.resolve(tx.execute(sql`select 1 / 0`)));
        const behind = Promise.resolve(tx.insert(mark).values({ name: 'behind', at: turn }));
        return Promise.all([behind, first]);
      });
      const error: unknown = await work.catch((thrown: unknown) => thrown);
      expect(causesOf(error).map(codeOf)).toContain('22012');
    }
  });

  it('have no effect when one of them fails, wherever it stands', async () => {
    await database.database.sql`truncate mark`;
    const failing = (tx: Tx) => tx.execute(sql`select 1 / 0`);
    for (const place of [0, 1, 2]) {
      const work = database.database.transaction((tx) => {
        const statements = ['insert', 'within a function'].map(
          (name) => (): PromiseLike<unknown> | undefined => withinFunctions[name]?.(tx, name),
        );
        statements.splice(place, 0, () => failing(tx));
        return Promise.all(statements.map((send) => send()));
      });
      await expect(work).rejects.toMatchObject({ cause: { message: 'division by zero' } });
    }
    expect(await database.database.sql`select name from mark`).toHaveLength(0);
  });
});
