import { manualClock } from '@vitrina/platform/clock';
import { silentLogger } from '@vitrina/platform/logging';
import { type TestDatabase, testDatabase } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQueryCounter } from '../src/usecases/count-queries.ts';

describe('counting what people search for', () => {
  let db: TestDatabase;
  const clock = manualClock(new Date('2026-05-01T10:00:00Z'));
  const open = () => createQueryCounter({ database: db.database, clock, log: silentLogger });
  const counts = async (query: string) => {
    const [row] = await db.database.sql`
      select found, missed, last_found_at as "lastFoundAt", last_missed_at as "lastMissedAt" from query_count where query = ${query}`;
    return row;
  };
  beforeAll(async () => {
    db = await testDatabase({ migrations: new URL('../migrations/', import.meta.url) });
  });
  afterAll(() => db.drop());

  it('adds up over processes, finds and misses apart', async () => {
    const [one, other] = [open(), open()];
    for (let times = 0; times < 3; times += 1) one.count('lamp', true);
    other.count('lamp', true);
    other.count('lamp', false);
    await Promise.all([one.flush(), other.flush()]);
    expect(await counts('lamp')).toMatchObject({ found: 4, missed: 1 });
    await Promise.all([one.close(), other.close()]);
  });

  it('knows when a query last found something and when it last did not', async () => {
    const counter = open();
    counter.count('sofa', true);
    await counter.flush();
    const first = await counts('sofa');
    expect(first?.['lastMissedAt']).toBeNull();
    clock.advance(60_000);
    counter.count('sofa', false);
    await counter.flush();
    const second = await counts('sofa');
    expect(second?.['lastFoundAt']).toEqual(first?.['lastFoundAt']);
    expect(new Date(second?.['lastMissedAt'] as string)).toEqual(clock.now());
    await counter.close();
  });

  it('writes each search once, also when nothing came in between', async () => {
    const counter = open();
    counter.count('desk', true);
    await counter.flush();
    await counter.flush();
    expect(await counts('desk')).toMatchObject({ found: 1 });
    await counter.close();
    expect(await counts('desk')).toMatchObject({ found: 1 });
  });

  it('writes what is left when it is closed', async () => {
    const counter = open();
    counter.count('shelf', false);
    await counter.close();
    expect(await counts('shelf')).toMatchObject({ found: 0, missed: 1 });
  });

  it('holds a bounded number of different queries, and goes on counting those it holds', async () => {
    const counter = open();
    for (let number = 0; number < 5_100; number += 1) counter.count(`flood ${number}`, false);
    counter.count('flood 1', false);
    await counter.flush();
    const [row] = await db.database.sql`select count(*)::int as n from query_count where query like 'flood %'`;
    expect(row?.['n']).toBe(5_000);
    expect(await counts('flood 1')).toMatchObject({ missed: 2 });
    counter.count('flood 5099', false);
    await counter.close();
    expect(await counts('flood 5099')).toMatchObject({ missed: 1 });
  });
});
