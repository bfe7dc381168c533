import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import { newId } from '../../src/ids/index.ts';
import { crashPointsOf } from '../../src/saga/index.ts';
import { type Bundle, bundleProgram } from '../../src/testing/bundle.ts';
import { type TestDatabase, testDatabase } from '../../src/testing/postgres.ts';
import { createBooks, outcomeOf, plan, purchase, sagasOn } from './fixture.ts';

const source = fileURLToPath(new URL('./child.ts', import.meta.url));

describe('a saga whose process is killed', () => {
  let db: TestDatabase;
  let child: Bundle;
  beforeAll(async () => {
    db = await testDatabase({ migrations: undefined });
    await createBooks(db.database);
    child = await bundleProgram(source);
  });
  afterAll(async () => {
    await child?.remove();
    await db?.drop();
  });

  /** Starts a saga, kills the process that runs it at `point`, and lets another one take over after the lease. */
  const killAt = async (point: string): Promise<{ id: string; subject: string; signal: NodeJS.Signals | null }> => {
    const subject = newId('grp');
    const clock = manualClock(new Date());
    const id = await db.database.transaction((tx) =>
      sagasOn(db.database, clock).start(tx, purchase, { subject, data: {} }),
    );
    const running = spawn(process.execPath, [child.file, db.url, id], {
      env: { ...process.env, VITRINA_CRASH_POINT: point },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = (await once(running, 'exit')) as [number | null, NodeJS.Signals | null];
    for (let round = 0; round < 3; round += 1) {
      clock.advance(40_000);
      await sagasOn(db.database, clock).sweep();
    }
    return { id, subject, signal };
  };

  const points = crashPointsOf(purchase);
  const forward = points.filter((point) => !point.includes('.undo-'));
  const back = points.filter((point) => point.includes('.undo-'));

  it.each(forward)('does every effect once after a kill at %s', async (point) => {
    const { id, subject, signal } = await killAt(point);
    expect(signal).toBe('SIGKILL');
    expect((await sagasOn(db.database, manualClock()).byId(id))?.state).toBe('DONE');
    expect(await outcomeOf(db.database, subject)).toEqual({
      books: { reservation: 'held', payment: 'authorised', commitment: 'committed' },
      effects: ['confirmed', 'done'],
    });
  });

  it.each(back)('undoes every effect once after a kill at %s', async (point) => {
    await plan(db.database, 'commit', 'refuse');
    const { id, subject, signal } = await killAt(point);
    expect(signal).toBe('SIGKILL');
    expect((await sagasOn(db.database, manualClock()).byId(id))?.state).toBe('UNDONE');
    expect(await outcomeOf(db.database, subject)).toEqual({
      books: { reservation: 'released', payment: 'voided' },
      effects: ['confirmed', 'unconfirmed', 'undone'],
    });
  });
});
