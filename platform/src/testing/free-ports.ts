import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Below the range systems take ports for outgoing connections from (32768 on Linux, 49152 elsewhere). A free port of
 * that range may be somebody's connection, or what is left of one, by the time the process under test listens on it.
 */
const [lowest, highest] = [20_000, 32_000];
const attempts = 100;

const takenTogether = async (first: number, count: number): Promise<boolean> => {
  const probes: Server[] = [];
  try {
    for (let port = first; port < first + count; port += 1) {
      const probe = createServer().listen(port, '127.0.0.1');
      probes.push(probe);
      await once(probe, 'listening');
    }
    return true;
  } catch {
    return false;
  } finally {
    await Promise.all(probes.filter((probe) => probe.listening).map((probe) => once(probe.close(), 'close')));
  }
};

/**
 * The first of `count` TCP ports in a row on which nobody listens, for processes that have to be told theirs before
 * they start. A server in the test's own process listens on port 0 instead. Runs beside each other begin to look at
 * random places, so that they do not meet. Throws when a hundred places were taken.
 */
export const freePorts = async (count = 1): Promise<number> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = lowest + Math.floor(Math.random() * (highest - lowest - count));
    if (await takenTogether(first, count)) return first;
  }
  throw new Error(`There are no ${count} free ports in a row between ${lowest} and ${highest}.`);
};
