import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Market, startMarket } from './fixtures/market.ts';
import { rawSocket } from './fixtures/raw-socket.ts';

const seen = '{ seen { actor } }';

describe('sockets while sign-ins cannot be checked', () => {
  let market: Market;
  let restore: () => void;
  beforeEach(async () => {
    market = await startMarket('embedded');
    const { session, sessions, apiClient } = market.sessions;
    restore = () => Object.assign(market.sessions, { session, sessions, apiClient });
  });
  afterEach(() => market.close());

  /** Identity does not answer, as when its process restarts. */
  const loseIdentity = (): void => {
    const away = () => Promise.reject(new Error('connect ECONNREFUSED'));
    Object.assign(market.sessions, { session: away, sessions: away, apiClient: away });
  };

  it('are closed with 1013 and a reason, whoever says that they are somebody', async () => {
    const token = await market.sessions.token('usr_1');
    const key = market.sessions.apiKey({ clientId: 'key_1', shopId: 'shp_1', scopes: [] });
    loseIdentity();
    for (const authorization of [`Bearer ${token}`, `Bearer ${key}`]) {
      const raw = await rawSocket(market.url);
      raw.send({ type: 'connection_init', payload: { authorization } });
      expect(await raw.closed).toEqual({ code: 1013, reason: expect.stringContaining('try again in a moment') });
      expect(raw.frames).toEqual([]);
    }
  });

  it('of guests go on, and a forged token is refused for good all the same', async () => {
    loseIdentity();
    const guest = await (await rawSocket(market.url)).init();
    guest.subscribe('1', seen);
    expect((await guest.answer('1')).type).toBe('next');
    await guest.close();
    const forger = await rawSocket(market.url);
    forger.send({ type: 'connection_init', payload: { token: 'eyJhbGciOiJub25lIn0.e30.' } });
    expect((await forger.closed).code).toBe(4403);
  });

  it('bring a graphql-ws client back by itself once they can be checked again', async () => {
    const token = await market.sessions.token('usr_1');
    loseIdentity();
    const codes: number[] = [];
    const client = createClient({
      url: `${market.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token },
      retryAttempts: 50,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 50)),
      on: { closed: (event) => codes.push((event as { code: number }).code) },
    });
    const answered = client.iterate<{ seen: { actor: string } }>({ query: seen }).next();
    while (codes.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    restore();
    const { value } = await answered;
    expect(value?.data?.seen.actor).toBe('user');
    expect(new Set(codes)).toEqual(new Set([1013]));
    await client.dispose();
  });
});
