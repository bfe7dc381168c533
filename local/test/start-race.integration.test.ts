import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order, Report } from './fixtures/contender.ts';
import { type Launched, launch, newHome } from './fixtures/launch.ts';

const program = fileURLToPath(new URL('./fixtures/contender.ts', import.meta.url));

/** A process id that nobody has any more. */
const deadPid = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid ?? 0;
};

const tell = async (child: ChildProcess, order: Order): Promise<Report> => {
  const answer = once(child, 'message');
  child.send(order);
  return String((await answer)[0]);
};

describe('starts at the same instant over one data home', { timeout: 300_000 }, () => {
  let contenders: ChildProcess[];
  let home: string;
  let killed: number;
  beforeAll(async () => {
    home = await newHome();
    killed = await deadPid();
    contenders = Array.from({ length: 4 }, () => fork(program, { execArgv: ['--import', 'tsx'] }));
    await Promise.all(contenders.map((child) => once(child, 'message')));
  });
  afterAll(async () => {
    for (const child of contenders) child.disconnect();
    await Promise.all(contenders.map((child) => once(child, 'exit')));
    await rm(home, { recursive: true });
  });

  const lock = () => join(home, 'market.pid');
  const claim = async (): Promise<void> => {
    // A start that was killed while it took a dead market's lock away: its claim is there and nobody holds it.
    const stale = `${killed} 7`;
    await writeFile(lock(), stale);
    await writeFile(`${lock()}.${createHash('sha256').update(stale).digest('hex').slice(0, 8)}`, `${killed} 8`);
  };

  it.each<[string, () => Promise<void>]>([
    ['nobody holds', async () => {}],
    ['a killed market held', () => writeFile(lock(), `${killed} 1`)],
    ['a killed market held whose number somebody else has now', () => writeFile(lock(), `${process.pid} 1`)],
    ['holds a lock that cannot be read', () => writeFile(lock(), 'who knows')],
    ['a killed start was just taking over', claim],
  ])(
    'that %s: exactly one of four wins, a hundred times over, and the others are told which process it is',
    async (_what, prepare) => {
      for (let round = 0; round < 100; round += 1) {
        await prepare();
        const at = Date.now() + 3;
        const reports = await Promise.all(contenders.map((child) => tell(child, { home, at })));
        const winners = contenders.filter((_child, index) => reports[index] === 'won');
        expect(winners, `round ${round}: ${reports.join('; ')}`).toHaveLength(1);
        const refusal = `A market already runs over "${home}" (process ${winners[0]?.pid}).`;
        for (const report of reports.filter((one) => one !== 'won')) expect(report).toContain(refusal);
        for (const winner of winners) expect(await tell(winner, 'release')).toBe('released');
        expect(await readdir(home), `round ${round}`).toEqual([]);
      }
    },
  );

  it('with the very launcher: one market comes up, the other says why it does not and leaves nothing', async () => {
    const folder = await newHome();
    const both = await Promise.all([launch(folder), launch(folder)]);
    const [loser, refused] = await Promise.race(
      both.map(async (one): Promise<[Launched, { code: number | null; said: string }]> => [one, await one.ended()]),
    );
    expect(refused.code).toBe(1);
    expect(refused.said).toMatch(/A market already runs over ".*" \(process \d+\)\. Stop it, or set VITRINA_DATA_HOME/);
    const winner = both.find((one) => one !== loser);
    while (!winner?.said().includes('Postgres and mail are up'))
      await new Promise((resolve) => setTimeout(resolve, 50));
    winner.child.kill('SIGTERM');
    const { left } = await winner.ended();
    expect(left).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
