import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotate, sessionById } from '../src/store/sessions.ts';
import { codesOf, type IdentityTest, identityTest, newPerson, refresh, sessionOf, sessionStates } from './fixtures.ts';

const dayMs = 86_400_000;

describe('refreshing a session', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest();
  });
  afterAll(() => context.close());

  const isActive = async (sessionId: string): Promise<boolean | undefined> =>
    (await sessionStates(context, [sessionId]))[0]?.active;
  const revocationsOf = async (sessionId: string) =>
    (await context.published('session.revoked'))
      .filter((event) => event.aggregateId === sessionId)
      .map((event) => event.payload['reason']);

  it('exchanges the token for another one of the same session', async () => {
    const person = await newPerson(context, 'exchange@example.com');
    const next = sessionOf(await refresh(context, person.refreshToken));
    expect(next.sessionId).toBe(person.sessionId);
    expect(next.refreshToken).not.toBe(person.refreshToken);
    expect(decodeJwt(next.accessToken)).toMatchObject({ sub: person.userId, sid: person.sessionId });
  });

  it('gives a thousand requests at once exactly one successor and revokes nothing; a later replay ends the family', async () => {
    const person = await newPerson(context, 'crowd@example.com');
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => refresh(context, person.refreshToken)));
    expect(new Set(outcomes.map((outcome) => sessionOf(outcome).refreshToken)).size).toBe(1);
    expect(await isActive(person.sessionId)).toBe(true);
    expect(await revocationsOf(person.sessionId)).toEqual([]);

    const successor = sessionOf(outcomes[0] ?? { authentication: null, userErrors: [] }).refreshToken;
    const third = sessionOf(await refresh(context, successor)).refreshToken;
    context.clock.advance(10_001);
    expect(codesOf(await refresh(context, person.refreshToken))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    expect(await isActive(person.sessionId)).toBe(false);
    expect(codesOf(await refresh(context, third))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    expect(await revocationsOf(person.sessionId)).toEqual(['token_reuse']);
  });

  it('gives a lost answer again for ten seconds', async () => {
    const person = await newPerson(context, 'lost@example.com');
    const first = sessionOf(await refresh(context, person.refreshToken));
    context.clock.advance(10_000);
    expect(sessionOf(await refresh(context, person.refreshToken)).refreshToken).toBe(first.refreshToken);
    expect(await isActive(person.sessionId)).toBe(true);
  });

  it('never takes the family back to an exchanged token when a slow request writes late', async () => {
    const person = await newPerson(context, 'late@example.com');
    const stale = await sessionById(context.database.orm, person.sessionId);
    const second = sessionOf(await refresh(context, person.refreshToken)).refreshToken;
    const third = sessionOf(await refresh(context, second)).refreshToken;
    const late = {
      fromHash: stale?.currentTokenHash ?? '',
      toHash: 'of the second token',
      recentlyRetired: [],
      seenAt: context.clock.now(),
    };
    const written = await rotate(context.database.orm, {
      ...late,
      id: person.sessionId,
      expiresAt: stale?.expiresAt ?? new Date(),
      ip: '',
      userAgent: '',
    });
    expect(written).toBe(false);
    expect(codesOf(await refresh(context, third))).toEqual([]);
  });

  it('publishes one revocation when a stolen token is replayed many times at once', async () => {
    const person = await newPerson(context, 'stolen@example.com');
    await refresh(context, person.refreshToken);
    context.clock.advance(11_000);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refresh(context, person.refreshToken)));
    expect(new Set(outcomes.flatMap(codesOf))).toEqual(new Set(['REFRESH_TOKEN_NOT_VALID']));
    expect(await revocationsOf(person.sessionId)).toEqual(['token_reuse']);
  });

  it('refuses guesses without touching the session they name', async () => {
    const person = await newPerson(context, 'guess@example.com');
    const [id, body = ''] = person.refreshToken.split('.');
    for (const guess of [
      '',
      'x',
      `${id}.${'A'.repeat(64)}`,
      `${id}.${body.slice(1)}A`,
      `ses_00000000000000000000000000.${body}`,
      'x'.repeat(100_000),
      '\u0000',
    ]) {
      expect(codesOf(await refresh(context, guess))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    }
    expect(await isActive(person.sessionId)).toBe(true);
  });

  it('ends a session that is idle too long, and a busy one at its absolute end', async () => {
    const idle = await newPerson(context, 'idle@example.com');
    const busy = await newPerson(context, 'busy@example.com');
    let token = busy.refreshToken;
    for (let day = 0; day < 30; day += 15) {
      context.clock.advance(15 * dayMs);
      token = sessionOf(await refresh(context, token)).refreshToken;
    }
    expect(await isActive(idle.sessionId)).toBe(false);
    expect(codesOf(await refresh(context, idle.refreshToken))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    for (let day = 30; day < 165; day += 15) {
      context.clock.advance(15 * dayMs);
      token = sessionOf(await refresh(context, token)).refreshToken;
    }
    context.clock.advance(15 * dayMs);
    expect(codesOf(await refresh(context, token))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
  });

  it('keeps no token in the database', async () => {
    const person = await newPerson(context, 'hashed@example.com');
    const [row] = await context.database.sql<
      { text: string }[]
    >`select row_to_json(s)::text as text from session s where id = ${person.sessionId}`;
    const secret = person.refreshToken.split('.')[1] ?? '';
    expect(row?.text).not.toContain(secret.slice(0, 20));
  });

  it('takes the cookie, answers with a cookie even when the body is asked for, and drops it when the session is over', async () => {
    const person = await newPerson(context, 'browser@example.com');
    const ask = (refreshToken: string) =>
      context.ask<{ refreshSession: { authentication: { refreshToken: string | null } | null } }>(
        'mutation { refreshSession(input: { transport: BODY }) { authentication { refreshToken } userErrors { code } } }',
        {},
        { meta: { refreshToken } },
      );
    const answer = await ask(person.refreshToken);
    expect(answer.data?.refreshSession.authentication).toEqual({ refreshToken: null });
    const cookies = (result: { extensions?: unknown }) =>
      (result.extensions as { setCookies: { value: string; maxAgeSeconds: number }[] }).setCookies;
    expect(cookies(answer)[0]?.value).toMatch(/^ses_/);
    context.clock.advance(11_000);
    expect(cookies(await ask(person.refreshToken))).toEqual([{ name: 'vitrina_refresh', value: '', maxAgeSeconds: 0 }]);
  });

  it('needs no input at all in a browser', async () => {
    const person = await newPerson(context, 'bare@example.com');
    const answer = await context.ask(
      'mutation { refreshSession { authentication { user { email } } userErrors { code } } }',
      {},
      { meta: { refreshToken: person.refreshToken } },
    );
    expect(answer.data).toEqual({
      refreshSession: { authentication: { user: { email: 'bare@example.com' } }, userErrors: [] },
    });
  });
});
