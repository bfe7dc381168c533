import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('a process whose parent is gone before it could report stops as asked, and says nothing of a broken pipe', async () => {
  const child = fork(fileURLToPath(new URL('./late-report.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  while (!said.includes('busy')) await once(child.stderr as NodeJS.ReadableStream, 'data');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([7, null]);
  expect(said).toBe('busy');
});
