import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLocalConfig } from '../market/local-config.ts';
import { demoAccounts, signIn } from '../seed/push/accounts.ts';
import { seedClient } from '../seed/push/graphql-client.ts';

/** Tokens live ten minutes; one that is older than this is not used any more. */
const freshForMs = 8 * 60_000;

interface Kept {
  readonly token: string;
  readonly at: number;
}

/** An access token of a demo account, kept between calls so that a walk does not sign in at every line. */
export const accessTokenOf = async (name: string, url: string): Promise<string> => {
  const account = demoAccounts.find(({ email }) => email.split('@')[0] === name);
  if (!account)
    throw new Error(
      `No demo account "${name}". There are: ${demoAccounts.map(({ email }) => email.split('@')[0]).join(', ')}.`,
    );
  const folder = join(readLocalConfig().dataHome, 'ask');
  const path = join(folder, `${name}-${new URL(url).port}.json`);
  // Not kept yet, or torn by a Ctrl-C: either way it is asked for again.
  const kept = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as Kept)
    .catch(() => undefined);
  if (kept && Date.now() - kept.at < freshForMs) return kept.token;
  const signed = await signIn(seedClient(url), account);
  if (!signed) throw new Error(`${account.email} cannot sign in; was this market seeded?`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify({ token: signed.token, at: Date.now() } satisfies Kept), { mode: 0o600 });
  await chmod(path, 0o600);
  return signed.token;
};
