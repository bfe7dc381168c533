import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './tree.ts';

const planted = {
  'unsteady.test.js': `
    let tries = 0;
    it('is steady', () => {});
    describe('a machine', () => {
      it('stalls once', () => {
        tries += 1;
        if (tries === 1) throw new TypeError('the first word${'.'.repeat(300)}\\nand a second line');
      });
    });`,
  'broken.test.js': `it('fails every time', () => { throw new Error('for good'); });`,
  'slow.test.js': `
    beforeAll(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
    it('waits for what is started before it', () => {});`,
};

describe('of a run with planted tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrina-planted-'));
  const list = join(folder, 'list');
  let words = '';
  let code: number | null = null;

  beforeAll(() => {
    for (const [name, text] of Object.entries(planted)) writeFileSync(join(folder, name), text);
    const reporters = ['unsteady', 'slowest'].map((name) => `--reporter=${join(root, `.ci/reporters/${name}.mjs`)}`);
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--globals', '--retry=1', ...reporters],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, VITRINA_UNSTEADY: list } },
    );
    words = stdout + stderr;
    code = status;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('the test that passed on its second try is told by file, name and the start of its first error', () => {
    const line = `  unsteady.test.js > a machine > stalls once | TypeError: the first word${'.'.repeat(300)}`;
    const told = line.slice(0, line.indexOf('TypeError') + 200);
    expect(words).toContain(`unsteady (passed on a later try): 1\n${told}\n`);
    expect(readFileSync(list, 'utf8')).toBe(`${told}\n`);
  });

  it('the test that never passed still fails the run', () => {
    expect(code).toBe(1);
  });

  it('files are told slowest first, with the seconds of what is started before their tests', () => {
    const [, ...lines] = words.slice(words.indexOf('slowest files:')).split('\n');
    const told = lines.flatMap((line) => {
      const [, seconds, file] = /^ +(\d+\.\d) s {2}(.+)$/.exec(line) ?? [];
      return file ? [{ seconds: Number(seconds), file }] : [];
    });
    expect(told.map(({ file }) => file).sort()).toEqual(Object.keys(planted).sort());
    expect(told).toEqual(told.toSorted((one, other) => other.seconds - one.seconds));
    expect(told.find(({ file }) => file === 'slow.test.js')?.seconds).toBeGreaterThanOrEqual(1.2);
  });
});
