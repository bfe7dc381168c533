import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type KeptProcess, keepProcess } from '../src/distributed/keep-process.ts';
import { processesOf } from './fixtures/launch.ts';

const entry = 'local/test/fixtures/mortal.ts';
const orphanMaker = fileURLToPath(new URL('./fixtures/orphan-maker.ts', import.meta.url));
const hasty = { firstPauseMs: 20, longestPauseMs: 80, wellAfterMs: 60_000 };

let kept: KeptProcess | undefined;
afterEach(() => kept?.stop());

const isAlive = (pid: number | undefined): boolean => {
  try {
    return process.kill(pid ?? 0, 0);
  } catch {
    return false;
  }
};
const until = async (look: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 10));
};
const killIt = async (): Promise<number | undefined> => {
  const pid = kept?.pid();
  process.kill(pid ?? 0, 'SIGKILL');
  await until(() => !isAlive(pid));
  return pid;
};

describe('a process of the distributed market', { timeout: 240_000 }, () => {
  it('is started again when it dies, after one line and a pause that grows', async () => {
    const lines: string[] = [];
    kept = await keepProcess({ name: 'orders', entry, env: process.env }, (line) => lines.push(line), hasty);
    for (let deaths = 1; deaths <= 2; deaths += 1) {
      const before = await killIt();
      await until(() => kept?.pid() !== before);
      expect(isAlive(kept.pid())).toBe(true);
      expect(lines).toHaveLength(deaths);
    }
    expect(lines).toEqual([
      'orders ended by itself (SIGKILL). It is started again in 0.02 s; the others go on.',
      'orders ended by itself (SIGKILL). It is started again in 0.04 s; the others go on.',
    ]);
  });

  it('that was well for a while is started again as if it had never died before', async () => {
    const lines: string[] = [];
    const well = { ...hasty, wellAfterMs: 0 };
    kept = await keepProcess({ name: 'orders', entry, env: process.env }, (line) => lines.push(line), well);
    for (let deaths = 0; deaths < 2; deaths += 1) {
      const before = await killIt();
      await until(() => kept?.pid() !== before);
    }
    expect(lines.map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual(['0.02', '0.02']);
  });

  it('is tried again when it cannot be started, with a pause that stops growing', async () => {
    const lines: string[] = [];
    const env: Record<string, string | undefined> = { ...process.env };
    kept = await keepProcess({ name: 'orders', entry, env }, (line) => lines.push(line), hasty);
    env['MORTAL_FAILS'] = '1';
    const before = await killIt();
    await until(() => lines.length === 5);
    expect(lines[1]).toMatch(/^orders could not be started again: .*exit 3.* in 0\.04 s/);
    expect(lines.slice(2).map((line) => /in ([\d.]+) s/.exec(line)?.[1])).toEqual(['0.08', '0.08', '0.08']);
    delete env['MORTAL_FAILS'];
    await until(() => kept?.pid() !== before);
    expect(isAlive(kept.pid())).toBe(true);
  });

  it('is not started again once it was stopped, also when that was during the pause', async () => {
    const lines: string[] = [];
    const patient = { ...hasty, firstPauseMs: 60_000, longestPauseMs: 60_000 };
    kept = await keepProcess({ name: 'orders', entry, env: process.env }, (line) => lines.push(line), patient);
    const before = await killIt();
    await until(() => lines.length === 1);
    await kept.stop();
    expect(kept.pid()).toBe(before);
    expect(isAlive(before)).toBe(false);
  });

  it('is killed when it does not end although it was asked to', async () => {
    const env = { ...process.env, MORTAL_IS_DEAF: '1' };
    kept = await keepProcess({ name: 'orders', entry, env, endWithinMs: 300 }, () => undefined, hasty);
    const pid = kept.pid();
    await kept.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('is ended when its start is given up before it has answered', async () => {
    const home = `/nowhere/${process.pid}-${Date.now()}`;
    const env = { ...process.env, MORTAL_IS_SILENT: '1', VITRINA_DATA_HOME: home };
    const givenUp = new AbortController();
    const starting = keepProcess({ name: 'orders', entry, env }, () => undefined, hasty, givenUp.signal);
    await until(async () => (await processesOf(home)).length === 1);
    givenUp.abort();
    await expect(starting).rejects.toThrow(/abort/);
    expect(await processesOf(home)).toEqual([]);
  });

  it('ends with a market that is killed while the process is still being loaded', async () => {
    const home = `/nowhere/orphan-${process.pid}-${Date.now()}`;
    const env = { ...process.env, VITRINA_DATA_HOME: home };
    const market = fork(orphanMaker, { execArgv: ['--import', 'tsx'], env });
    const slow = async () => (await processesOf(home)).filter((line) => line.includes('slow-to-load'));
    await until(async () => (await slow()).length === 1);
    market.kill('SIGKILL');
    await until(async () => (await slow()).length === 0);
  });

  it('does not begin at all when its first start fails', async () => {
    const env = { ...process.env, MORTAL_FAILS: '1' };
    await expect(keepProcess({ name: 'orders', entry, env }, () => undefined, hasty)).rejects.toThrow(
      /orders ended while starting \(exit 3\)/,
    );
  });
});
