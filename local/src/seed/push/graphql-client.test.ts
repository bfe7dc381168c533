import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assertAccepted, SeedRefused, seedClient } from './graphql-client.ts';

interface Asked {
  readonly authorization: string | undefined;
  readonly body: { readonly query: string; readonly variables: unknown };
}

let gateway: Server;
let url: string;
let asked: Asked[];
let answers: object[];
beforeAll(async () => {
  gateway = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
    response.end(JSON.stringify(answers.length > 1 ? answers.shift() : answers[0]));
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
});
afterAll(async () => {
  gateway.closeAllConnections();
  await new Promise((resolve) => gateway.close(resolve));
});
beforeEach(() => {
  asked = [];
  answers = [{ data: { viewer: null } }];
});
const failing = (code: string, retryAfterSeconds?: number) => ({
  errors: [{ message: `It is ${code}.`, extensions: { code, retryAfterSeconds } }],
});

describe('the client of a seed', () => {
  it('asks as nobody, and as whoever signed in', async () => {
    const client = seedClient(url);
    expect(await client.ask('{ viewer { id } }', { a: 1 })).toEqual({ viewer: null });
    await client.as('token-1').ask('{ viewer { id } }');
    await client.as('token-1').as('token-2').ask('{ viewer { id } }');
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, 'Bearer token-1', 'Bearer token-2']);
    expect(asked.map(({ body }) => body.variables)).toEqual([{ a: 1 }, {}, {}]);
  });

  it.each(['RATE_LIMITED', 'UNAVAILABLE'])('waits out what passes (%s), for as long as it is told', async (code) => {
    answers = [failing(code, 0.01), failing(code, 0.01), { data: { done: true } }];
    expect(await seedClient(url).ask('{ a }')).toEqual({ done: true });
    expect(asked).toHaveLength(3);
  });

  it('gives up what does not pass after some tries', async () => {
    answers = [failing('UNAVAILABLE', 0.001)];
    await expect(seedClient(url).ask('{ a }')).rejects.toThrow(SeedRefused);
    expect(asked).toHaveLength(8);
  });

  it.each(['FORBIDDEN', 'BAD_USER_INPUT', 'INTERNAL_SERVER_ERROR'])(
    'stops at once for %s, with what was asked',
    async (code) => {
      answers = [failing(code)];
      await expect(seedClient(url).ask('mutation Pay { pay }')).rejects.toThrow(`It is ${code}.\nmutation Pay { pay }`);
      expect(asked).toHaveLength(1);
    },
  );
});

describe('what a mutation refused', () => {
  const taken = { code: 'CODE_TAKEN', field: ['input', 'code'], message: 'It is taken.' };
  const other = { code: 'TOO_LONG', field: [], message: 'It is too long.' };

  it('stops the seed unless the reason was foreseen', () => {
    expect(() => assertAccepted([], 'shop books')).not.toThrow();
    expect(() => assertAccepted([taken], 'shop books', 'CODE_TAKEN')).not.toThrow();
    expect(() => assertAccepted([taken], 'shop books', 'OTHER')).toThrow(SeedRefused);
  });

  it('is told with all that was not foreseen, and nothing that was', () => {
    expect(() => assertAccepted([taken, other], 'shop books', 'CODE_TAKEN')).toThrow(
      /^shop books: TOO_LONG {2}It is too long\.$/,
    );
    expect(() => assertAccepted([taken, other], 'shop books')).toThrow(/CODE_TAKEN input\.code.*; TOO_LONG/);
  });
});
