import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { expect, inject } from 'vitest';
import type { Answer } from './client.ts';

/** Asks one database of the market; `orders` means `vitrina_orders`. */
export const readDatabase = async <T extends object>(name: string, query: string): Promise<readonly T[]> => {
  const url = new URL(inject('market').postgres);
  url.pathname = `/vitrina_${name}`;
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe<T[]>(query);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** The process id of the market's Postgres, from the pid file in its data folder. */
export const postmasterPid = async (): Promise<number> => {
  const [row] = await readDatabase<{ folder: string }>('bus', `select current_setting('data_directory') as folder`);
  return Number((await readFile(`${row?.folder}/postmaster.pid`, 'utf8')).split('\n')[0]);
};

const repeatable = ['UNAVAILABLE', 'IDEMPOTENCY_IN_FLIGHT'];
/** A client that waits longer than this for an answer would call it a hang. */
const patienceMs = 20_000;
/** The longest outage: a crash recovery on a busy machine. */
const outageMs = 45_000;

export interface Persisted<T> {
  readonly data: T;
  /** How often it was asked to try again. */
  readonly refused: number;
}

/**
 * Sends a request again and again, as a careful client does, until it is answered without errors. Every answer has to
 * come in time, and one with errors has to say that it may be repeated, and when.
 */
export const persist = async <T>(send: () => Promise<Answer<T>>): Promise<Persisted<T>> => {
  const began = Date.now();
  for (let refused = 0; ; refused += 1) {
    const since = Date.now();
    const { data, errors } = await send();
    expect(Date.now() - since, 'the answer took too long').toBeLessThan(patienceMs);
    if (!errors) return { data, refused };
    for (const { message, extensions } of errors) {
      const said = `${message} ${JSON.stringify(extensions)}`;
      expect(repeatable, said).toContain(extensions?.['code']);
      expect(Number(extensions?.['retryAfterSeconds']), said).toBeGreaterThan(0);
    }
    if (Date.now() - began > outageMs) throw new Error(`Refused ${refused} times: ${JSON.stringify(errors)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
