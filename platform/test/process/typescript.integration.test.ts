import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const placeOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

it('runs TypeScript without making a slow object of each function', async () => {
  const loader = new URL('../../src/process/typescript.mjs', import.meta.url).href;
  const args = ['--allow-natives-syntax', '--import', loader, placeOf('inner-function.ts')];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe('inner true');
});
