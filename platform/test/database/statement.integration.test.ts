import { eq, inArray, sql } from 'drizzle-orm';
import { bigint, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compiled, type Executor, statement } from '../../src/database/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

const parcel = pgTable('parcel', {
  id: text().primaryKey(),
  weightGrams: bigint({ mode: 'bigint' }).notNull(),
  sentAt: timestamp({ withTimezone: true }),
});
const at = new Date('2026-11-22T12:00:00.123Z');

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.sql`create table parcel (id text primary key, weight_grams bigint not null, sent_at timestamptz)`;
});
beforeEach(() => db.database.sql`truncate parcel`);
afterAll(() => db.drop());

const add = (executor: Executor, id: string, sentAt: string | null = at.toISOString()) =>
  statement(executor)`insert into parcel values (${id}, ${7}, ${sentAt}::timestamptz)`;
const idsOf = (executor: Executor) => statement<{ id: string }>(executor)`select id from parcel order by id`;

describe('a statement of fixed text', () => {
  it('takes texts, numbers, nothing and lists, whatever they hold', async () => {
    const { orm } = db.database;
    for (const id of ["o'brien", '$1', 'Ж "x"', '']) await add(orm, id, null);
    const found = await statement<{ id: string; grams: string }>(orm)`
      select id, weight_grams as grams from parcel where id = any(${["o'brien", '$1', 'none']}::text[]) order by id`;
    expect([...found]).toEqual([
      { id: '$1', grams: '7' },
      { id: "o'brien", grams: '7' },
    ]);
  });

  it('belongs to the transaction it is sent through: it sees its rows, and goes with them', async () => {
    const work = db.database.transaction(async (tx) => {
      await add(tx, 'a');
      expect(await idsOf(tx)).toHaveLength(1);
      expect(await idsOf(db.database.orm)).toHaveLength(0);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await idsOf(db.database.orm)).toHaveLength(0);
  });

  it('is sent when it is awaited, once however often', async () => {
    const sent = add(db.database.orm, 'a');
    expect(await idsOf(db.database.orm)).toHaveLength(0);
    await sent;
    await expect(sent).rejects.toMatchObject({ code: '23505' });
  });
});

describe('a compiled query', () => {
  const byIds = compiled((orm) =>
    orm
      .select()
      .from(parcel)
      .where(sql`${parcel.id} = any(${sql.placeholder('ids')}::text[])`)
      .orderBy(parcel.id),
  );
  const locked = compiled((orm) =>
    orm
      .select()
      .from(parcel)
      .where(eq(parcel.id, sql.placeholder('id')))
      .for('update'),
  );

  it('gives rows as drizzle does: names, big integers and dates', async () => {
    await add(db.database.orm, 'a');
    await add(db.database.orm, 'b', null);
    const rows = await byIds(db.database.orm, { ids: ['a', 'b', 'c'] });
    expect(rows).toEqual(
      await db.database.orm
        .select()
        .from(parcel)
        .where(inArray(parcel.id, ['a', 'b', 'c']))
        .orderBy(parcel.id),
    );
    expect(rows).toEqual([
      { id: 'a', weightGrams: 7n, sentAt: at },
      { id: 'b', weightGrams: 7n, sentAt: null },
    ]);
  });

  it('runs side by side on the pool and in transactions, each with its own values', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await add(db.database.orm, id);
    const ids = async (executor: Executor, id: string) => (await locked(executor, { id })).map((row) => row.id);
    const found = await Promise.all([
      db.database.transaction((tx) => Promise.all([ids(tx, 'a'), ids(tx, 'b')])),
      db.database.transaction((tx) => Promise.all([ids(tx, 'c'), ids(tx, 'none')])),
      ids(db.database.orm, 'd'),
    ]);
    expect(found).toEqual([[['a'], ['b']], [['c'], []], ['d']]);
  });

  it('refuses to run without a value it needs', async () => {
    const forgetful = locked as (executor: Executor, values: Record<string, string>) => PromiseLike<unknown>;
    await expect(Promise.resolve(forgetful(db.database.orm, {}))).rejects.toThrow('No value for placeholder "id"');
  });
});
