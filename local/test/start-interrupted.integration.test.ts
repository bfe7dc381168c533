import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Launched, launch, newHome, processesOf } from './fixtures/launch.ts';

/** One for all: each start finds what the one before left when it was interrupted, and goes on from there. */
let home: string;
let market: Launched | undefined;
beforeAll(async () => {
  home = await newHome();
});
afterEach(async ({ task }) => {
  market?.child.kill('SIGKILL');
  if (task.result?.state !== 'fail') return;
  // A second try begins anew.
  await rm(home, { recursive: true, force: true });
  home = await newHome();
});
afterAll(() => rm(home, { recursive: true }));

const until = async (look: () => boolean | Promise<boolean>): Promise<void> => {
  const late = AbortSignal.timeout(120_000);
  while (!(await look())) {
    if (late.aborted) throw new Error(`That never came:\n${market?.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const exists = (name: string): Promise<boolean> =>
  access(join(home, name)).then(
    () => true,
    () => false,
  );

/** It ended as it was asked to: nothing runs, nothing is locked, and nobody is told of what broke because it was stopped. */
const expectNothingLeft = async ({ ended }: Launched): Promise<void> => {
  const { code, said, left } = await ended();
  expect(left).toEqual([]);
  await expect(readFile(join(home, 'market.pid'))).rejects.toThrow(/ENOENT/);
  expect(said).not.toMatch(/did not start|\n\s+at |"level":(?:40|50|60)/);
  expect(code).toBe(0);
};

describe('a start that is interrupted ends in order', { timeout: 240_000 }, () => {
  it.each<[string, (said: string) => boolean | Promise<boolean>, string[]]>([
    ['the databases are being made', () => exists('postgres.making'), []],
    ['contexts are being started', (said) => said.includes('migrate and start'), []],
    ['processes are being started', (said) => said.includes(' is up\n'), ['--distributed']],
  ])('while %s', async (_what, isThere, args) => {
    const begun = await launch(home, {}, args);
    market = begun;
    await until(() => isThere(begun.said()));
    expect((await processesOf(home)).length).toBeGreaterThan(1);
    begun.child.kill('SIGTERM');
    await expectNothingLeft(begun);
  });
});

describe('a market whose terminal is closed', { timeout: 240_000 }, () => {
  it('goes on when nobody reads its words any more, and ends in order when it is hung up while the demo is seeded', async () => {
    // Of a market that is no more.
    await rm(join(home, 'market.json'), { force: true });
    const begun = await launch(home, { VITRINA_SEED: 'accounts' });
    market = begun;
    begun.child.stdout?.destroy();
    begun.child.stderr?.destroy();
    await until(() => exists('market.json'));
    const { gateway } = JSON.parse(await readFile(join(home, 'market.json'), 'utf8')) as { gateway: string };
    await until(() =>
      fetch(`${gateway}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    begun.child.kill('SIGHUP');
    await expectNothingLeft(begun);
  });
});
