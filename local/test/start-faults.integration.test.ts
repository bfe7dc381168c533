import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explain } from '../src/market/explain.ts';
import { readLocalConfig } from '../src/market/local-config.ts';
import { postgresFolder } from '../src/parts/data-home.ts';
import { lockDataHome } from '../src/parts/lock.ts';
import { openPostgres } from '../src/parts/postgres.ts';
import { launch, launchToEnd, newHome } from './fixtures/launch.ts';

const smallDisk = new URL('./fixtures/small-disk.mjs', import.meta.url).href;
const isRoot = process.getuid?.() === 0;

/** One message, with what is wrong and what to do; no stack, nothing left running. */
const expectRefusal = (
  outcome: { code: number | null; said: string; left: readonly string[] },
  ...expected: RegExp[]
): void => {
  expect(outcome.code).toBe(1);
  expect(outcome.said.match(/Vitrina did not start\./g)).toHaveLength(1);
  for (const words of expected) expect(outcome.said).toMatch(words);
  expect(outcome.said).not.toMatch(/\n\s+at /);
  expect(outcome.left).toEqual([]);
};

describe('npm start says what is wrong and what to do', { timeout: 240_000 }, () => {
  it('when the disk has no room for the market: how much there is and how much it needs', async () => {
    const outcome = await launchToEnd(await newHome(), { NODE_OPTIONS: `--import ${smallDisk}` });
    expectRefusal(
      outcome,
      /has 50 MB free, and at least 400 MB are needed/,
      /Free some space, or set VITRINA_DATA_HOME/,
    );
  });

  it('when a port is taken: which one, and the variable that moves it', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const port = String((squatter.address() as AddressInfo).port);
    const outcome = await launchToEnd(await newHome(), { VITRINA_SMTP_PORT: port });
    squatter.close();
    expectRefusal(outcome, new RegExp(`Port ${port} is taken.*VITRINA_SMTP_PORT`));
  });

  it('when the environment is wrong: every variable and what was expected', async () => {
    const outcome = await launchToEnd(await newHome(), { VITRINA_GATEWAY_PORT: 'http', VITRINA_SEED: 'everything' });
    expectRefusal(outcome, /VITRINA_GATEWAY_PORT: .*expected: a TCP port/, /VITRINA_SEED: .*accounts, or none/);
  });

  it('when the data home is a file, or lies on a disk that is read-only', async () => {
    const home = await newHome();
    await writeFile(join(home, 'file'), '');
    expectRefusal(
      await (await launch(join(home, 'file'))).ended(),
      /is a file where a folder is needed.*VITRINA_DATA_HOME/,
    );
    // The kernel's own file system takes no new folder from anybody, root included.
    expectRefusal(await launchToEnd('/sys/vitrina'), /Set VITRINA_DATA_HOME to a folder you may write to/);
    await rm(home, { recursive: true });
  });

  it('when the databases are of another PostgreSQL, of another maker, or damaged', async () => {
    const folder = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const home = await newHome();
      await mkdir(join(home, 'postgres'));
      for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);
      return home;
    };
    const older = await folder({ 'postgres/PG_VERSION': '17\n', 'postgres.password': 'secret' });
    expectRefusal(
      await launchToEnd(older),
      /holds databases of PostgreSQL 17, which the PostgreSQL 18/,
      /move .* away/,
    );
    // What the launcher says it has from here; another three whole launches would show nothing more.
    const refusal = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const home = await folder(files);
      const reason = await openPostgres(readLocalConfig({ VITRINA_DATA_HOME: home })).catch(explain);
      await rm(home, { recursive: true });
      return String(reason);
    };
    expect(await refusal({ 'postgres/PG_VERSION': '18\n' })).toMatch(
      /this market did not make it or lost its password/,
    );
    expect(await refusal({ 'postgres/PG_VERSION': '18\n', 'postgres.password': 'secret' })).toMatch(
      /is damaged: "global\/pg_control" is missing.*backup/,
    );
    expect(await refusal({ 'postgres/letters.txt': 'dear' })).toMatch(/it holds something else/);
  });
});

describe('the data home', { timeout: 240_000 }, () => {
  it('is refused to a second market, also when both start at once, and free again after a kill -9', async () => {
    const home = await newHome();
    const outcomes = await Promise.allSettled([lockDataHome(home), refusedBy(home)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await rm(join(home, 'market.pid'));

    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    await once(holder, 'spawn');
    await writeFile(join(home, 'market.pid'), String(holder.pid));
    expectRefusal(await (await launch(home)).ended(), new RegExp(`already runs over ".*" \\(process ${holder.pid}\\)`));
    // The same number in use by a process that began at another time is somebody else's.
    await writeFile(join(home, 'market.pid'), `${holder.pid} 1`);
    await (await lockDataHome(home)).release();
    await writeFile(join(home, 'market.pid'), String(holder.pid));
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await lockDataHome(home)).release();
    await rm(home, { recursive: true });
  });

  it('may lie behind a closed folder: as root the databases go where Postgres may enter', async () => {
    const closed = await newHome();
    await chmod(closed, 0o700);
    const home = join(closed, 'data');
    await mkdir(home);
    const folder = await postgresFolder(home);
    expect(folder.startsWith(home)).toBe(!isRoot);
    const postgres = await openPostgres(readLocalConfig({ VITRINA_DATA_HOME: home }));
    expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toBe('18\n');
    await postgres.stop();
    for (const made of [closed, ...(isRoot ? [join(folder, '..')] : [])]) await rm(made, { recursive: true });
  });
});

/** A second process that tries to take the lock while this one does: exactly one may have it. */
async function refusedBy(home: string): Promise<void> {
  const program = `import { lockDataHome } from ${JSON.stringify(new URL('../src/parts/lock.ts', import.meta.url).href)};
    await Promise.allSettled([lockDataHome(${JSON.stringify(home)})]);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: 'ignore' });
  await once(child, 'exit');
}
