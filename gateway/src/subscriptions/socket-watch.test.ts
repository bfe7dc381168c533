import { AppError } from '@vitrina/platform/errors';
import { silentLogger } from '@vitrina/platform/logging';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../edge-auth/authenticate.ts';
import type { SessionState } from '../edge-auth/session-authority.ts';
import { createSocketWatch, type SocketWatch } from './socket-watch.ts';

const state = (scopes: readonly string[] = []): SessionState => ({ active: true, userId: 'usr_1', scopes, shops: {} });
const person = (sessionId: string, expiresAtMs?: number): Caller => ({
  identity: { actor: { kind: 'user', userId: 'usr_1', sessionId, scopes: [], shops: {} } },
  expiresAtMs,
});
const key: Caller = { identity: { actor: { kind: 'client', clientId: 'cli_1', shopId: 'shp_1', scopes: ['erp'] } } };

describe('the watch over sockets', () => {
  const states = new Map<string, SessionState>();
  const asked: (readonly string[])[] = [];
  let away = false;
  let keyHolder: () => Promise<Caller> = () => Promise.resolve(key);
  let watch: SocketWatch;
  const socket = () => ({ close: vi.fn() });

  beforeEach(() => {
    vi.useFakeTimers();
    states.clear();
    asked.length = 0;
    away = false;
    watch = createSocketWatch({
      authenticate: () => keyHolder(),
      authority: {
        sessions: (ids) => {
          asked.push(ids);
          return away ? Promise.reject(new AppError('UNAVAILABLE', 'identity is away')) : Promise.resolve(states);
        },
      },
      log: silentLogger,
      everyMs: 600,
    });
  });
  afterEach(() => {
    watch.stop();
    vi.useRealTimers();
  });

  it('asks once for all sessions, each once, however many sockets they have', async () => {
    for (const session of ['ses_1', 'ses_2']) {
      states.set(session, state());
      for (let count = 0; count < 3; count += 1)
        watch.add(socket(), { authorization: `Bearer ${session}` }, person(session));
    }
    watch.add(socket(), {}, { identity: { actor: { kind: 'anonymous' } } });
    await vi.advanceTimersByTimeAsync(600);
    expect(asked).toEqual([['ses_1', 'ses_2']]);
  });

  it('closes the sockets of a session that ended or whose rights changed, and no others', async () => {
    const [ended, changed, kept] = [socket(), socket(), socket()];
    watch.add(ended, { authorization: 'Bearer 1' }, person('ses_1'));
    watch.add(changed, { authorization: 'Bearer 2' }, person('ses_2'));
    watch.add(kept, { authorization: 'Bearer 3' }, person('ses_3'));
    states.set('ses_2', state(['admin'])).set('ses_3', state());
    await vi.advanceTimersByTimeAsync(600);
    expect(ended.close).toHaveBeenCalledWith(4403, expect.stringContaining('sign in again'));
    expect(changed.close).toHaveBeenCalledWith(4403, expect.stringContaining('rights have changed'));
    expect(kept.close).not.toHaveBeenCalled();
  });

  it('keeps sockets while nobody can tell', async () => {
    const kept = socket();
    watch.add(kept, { authorization: 'Bearer 1' }, person('ses_1'));
    away = true;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(kept.close).not.toHaveBeenCalled();
    expect(asked.length).toBeGreaterThan(5);
  });

  it('closes at the end of the token, and not those that have gone', async () => {
    const [open, gone] = [socket(), socket()];
    states.set('ses_1', state());
    const caller = person('ses_1', Date.now() + 5_000);
    watch.add(open, { authorization: 'Bearer 1' }, caller);
    watch.add(gone, { authorization: 'Bearer 1' }, caller);
    watch.remove(gone);
    await vi.advanceTimersByTimeAsync(4_900);
    expect(open.close).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(300);
    expect(open.close).toHaveBeenCalledWith(4403, expect.stringContaining('expired'));
    expect(gone.close).not.toHaveBeenCalled();
    watch.remove(open);
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([]);
  });

  it('looks at API keys too', async () => {
    const revoked = socket();
    watch.add(revoked, { authorization: 'Bearer vtk_1' }, key);
    await vi.advanceTimersByTimeAsync(700);
    expect(revoked.close).not.toHaveBeenCalled();
    keyHolder = () => Promise.reject(new AppError('UNAUTHENTICATED', 'This API key has been revoked.'));
    await vi.advanceTimersByTimeAsync(700);
    expect(revoked.close).toHaveBeenCalledWith(4403, 'This API key has been revoked.');
  });
});
