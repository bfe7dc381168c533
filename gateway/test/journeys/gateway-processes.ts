import { readdir, readFile } from 'node:fs/promises';

/** Process ids of a gateway of this market, by its environment (Linux); none where everything is one process. */
export const pidsAt = async (origin: string): Promise<number[]> => {
  const port = new URL(origin).port;
  const found: number[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // A process may end between the listing and the look.
    const [environment, command] = await Promise.all(
      ['environ', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (environment?.includes(`VITRINA_GATEWAY_PORT=${port}\0`) && command?.includes('/gateway/src/main.ts\0'))
      found.push(Number(pid));
  }
  return found;
};
