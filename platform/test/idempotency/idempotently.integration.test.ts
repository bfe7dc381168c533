import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldKeys, hashInput, type IdempotencyScope, idempotently } from '../../src/idempotency/index.ts';
import { newId } from '../../src/ids/index.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';

let db: TestDatabase;
let scope: IdempotencyScope;
beforeAll(async () => {
  db = await testDatabase({ migrations: undefined });
  await db.database.orm.execute(sql`create table effect (what text)`);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.database.orm.execute(sql`truncate effect, kit.idempotency_key`);
  scope = { actor: 'user:usr_1', mutation: 'placeOrder', key: newId('key'), inputHash: hashInput({ lines: [1] }) };
});

/** Writes down that it was done; its outcome is how often that is now. */
const work = (what: string, database = db.database, by = scope) =>
  idempotently(database, by, async (tx) => {
    await tx.execute(sql`insert into effect values (${what})`);
    const [row] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from effect`);
    return { done: row?.count ?? 0, ids: [what] };
  });
const effects = async () => {
  const rows = await db.database.orm.execute<{ what: string }>(sql`select what from effect order by what`);
  return rows.map(({ what }) => what);
};
const codeOf = (attempt: Promise<unknown>) => attempt.then(() => 'done').catch((error: { code: string }) => error.code);

describe('a write that is done once', () => {
  it('gives what it gave the first time when it is asked again, and does nothing', async () => {
    expect(await work('a')).toEqual({ outcome: { done: 1, ids: ['a'] }, replayed: false });
    expect(await work('b')).toEqual({ outcome: { done: 1, ids: ['a'] }, replayed: true });
    expect(await effects()).toEqual(['a']);
  });

  it.each<[string, (scope: IdempotencyScope) => IdempotencyScope]>([
    ['another actor', (one) => ({ ...one, actor: 'user:usr_2' })],
    ['another mutation', (one) => ({ ...one, mutation: 'cancelOrder' })],
    ['another key', (one) => ({ ...one, key: `${one.key}x` })],
  ])('is done again for %s, with whatever input', async (_what, change) => {
    await work('a');
    const other = { ...change(scope), inputHash: hashInput({ lines: [2] }) };
    expect(await work('b', db.database, other)).toMatchObject({ replayed: false });
    expect(await effects()).toEqual(['a', 'b']);
  });

  it('refuses another input under its key, and remembers the first one all the same', async () => {
    await work('a');
    const other = { ...scope, inputHash: hashInput({ lines: [2] }) };
    expect(await codeOf(work('b', db.database, other))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await work('c')).toMatchObject({ replayed: true });
    expect(await effects()).toEqual(['a']);
  });

  it('leaves nothing behind when it fails, so that its key may be used again, with another input too', async () => {
    const failing = idempotently(db.database, scope, async (tx) => {
      await tx.execute(sql`insert into effect values ('half')`);
      throw new Error('something else failed');
    });
    await expect(failing).rejects.toThrow('something else failed');
    expect(await effects()).toEqual([]);
    const corrected = { ...scope, inputHash: hashInput({ lines: [2] }) };
    expect(await work('a', db.database, corrected)).toMatchObject({ replayed: false });
  });

  it('remembers a refusal as it remembers a success', async () => {
    const refusal = { refusals: [{ code: 'OUT_OF_STOCK', field: ['lines', '0'] }], note: 'Нет: 👍' };
    await idempotently(db.database, scope, async () => refusal);
    expect(await work('b')).toEqual({ outcome: refusal, replayed: true });
    expect(await idempotently(db.database, { ...scope, key: 'null-key' }, async () => null)).toMatchObject({
      outcome: null,
      replayed: false,
    });
    expect(await work('b', db.database, { ...scope, key: 'null-key' })).toEqual({ outcome: null, replayed: true });
  });

  it('takes an outcome that cannot be remembered for a defect, and keeps no effect of it', async () => {
    const forgetful = idempotently(db.database, scope, async (tx) => {
      await tx.execute(sql`insert into effect values ('a')`);
      return undefined;
    });
    await expect(forgetful).rejects.toThrow(/placeOrder must return an outcome/);
    expect(await effects()).toEqual([]);
  });

  it('tells who comes while it is under way to come again, and who comes after it what came of it', async () => {
    let finish = (): void => {};
    let begun = (): void => {};
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = idempotently(db.database, scope, async () => {
      begun();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return 'first';
    });
    await underWay;
    const other = db.connectAgain(1);
    await expect(work('b', other)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_IN_FLIGHT',
      details: { retryAfterSeconds: 1 },
    });
    // Nobody else's key is held up.
    expect(await work('c', other, { ...scope, actor: 'user:usr_2' })).toMatchObject({ replayed: false });
    finish();
    expect(await first).toEqual({ outcome: 'first', replayed: false });
    expect(await work('d', other)).toEqual({ outcome: 'first', replayed: true });
    expect(await effects()).toEqual(['c']);
  });

  it('happens once however many ask at the same moment', async () => {
    const workers = Array.from({ length: 4 }, () => db.connectAgain(2));
    const asked = Array.from({ length: 16 }, (_, index) => codeOf(work(`${index}`, workers[index % 4])));
    const codes = new Set(await Promise.all(asked));
    expect([...codes].filter((code) => code !== 'done' && code !== 'IDEMPOTENCY_IN_FLIGHT')).toEqual([]);
    expect(await effects()).toHaveLength(1);
  });
});

describe('keys that are old', () => {
  const agedBy = (hours: number) =>
    db.database.orm.execute(sql`update kit.idempotency_key set created_at = now() - ${hours} * interval '1 hour'`);

  it('are kept for three days, in which a repeat is still recognised', async () => {
    await work('a');
    await agedBy(71);
    await forgetOldKeys(db.database, new Date());
    expect(await work('b')).toMatchObject({ replayed: true });
  });

  it('are forgotten after that, and none that is younger with them', async () => {
    await work('old');
    await agedBy(73);
    const young = { ...scope, key: 'young-key' };
    await work('young', db.database, young);
    await forgetOldKeys(db.database, new Date());
    expect(await work('again')).toMatchObject({ replayed: false });
    expect(await work('never', db.database, young)).toMatchObject({ replayed: true });
  });
});
