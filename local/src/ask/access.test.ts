import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { accessTokenOf } from './access.ts';

let home: string;
let gateway: Server;
let url: string;
let signIns: string[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vitrina-access-'));
  vi.stubEnv('VITRINA_DATA_HOME', home);
  signIns = [];
  gateway = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { email } = JSON.parse(body).variables.input as { email: string };
    signIns.push(email);
    const known = email !== 'support@vitrina.example';
    const authentication = known ? { accessToken: `token ${signIns.length}`, user: { id: 'usr_1' } } : null;
    const userErrors = known ? [] : [{ code: 'WRONG_CREDENTIALS', field: ['input'], message: 'No.' }];
    response.end(JSON.stringify({ data: { signIn: { authentication, userErrors } } }));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  gateway.closeAllConnections();
  await new Promise((resolve) => gateway.close(resolve));
  await rm(home, { recursive: true });
});

it('signs a demo account in once and keeps its token, for its owner alone to read', async () => {
  expect(await accessTokenOf('buyer', url)).toBe('token 1');
  expect(await accessTokenOf('buyer', url)).toBe('token 1');
  expect(await accessTokenOf('admin', url)).toBe('token 2');
  expect(signIns).toEqual(['buyer@vitrina.example', 'admin@vitrina.example']);
  for (const name of await readdir(join(home, 'ask')))
    expect((await stat(join(home, 'ask', name))).mode & 0o777).toBe(0o600);
});

it('signs in again before a token runs out, and when what was kept cannot be read', async () => {
  await accessTokenOf('buyer', url);
  const [name = ''] = await readdir(join(home, 'ask'));
  const path = join(home, 'ask', name);
  const kept = JSON.parse(await readFile(path, 'utf8')) as { at: number };
  await writeFile(path, JSON.stringify({ ...kept, at: kept.at - 8 * 60_000 }));
  expect(await accessTokenOf('buyer', url)).toBe('token 2');
  await writeFile(path, 'torn');
  expect(await accessTokenOf('buyer', url)).toBe('token 3');
});

it('keeps nothing of who cannot sign in, and says whom there is', async () => {
  await expect(accessTokenOf('support', url)).rejects.toThrow();
  expect(await readdir(home)).toEqual([]);
  await expect(accessTokenOf('nobody', url)).rejects.toThrow(/No demo account "nobody".*admin.*owner.*buyer/);
});
