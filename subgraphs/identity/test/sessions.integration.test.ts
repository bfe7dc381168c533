import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  goodPassword,
  type IdentityTest,
  identityTest,
  newPerson,
  refresh,
  type SignedIn,
  sessionOf,
  sessionStates,
  signIn,
} from './fixtures.ts';

describe('ending sessions', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest();
  });
  afterAll(() => context.close());

  const active = async (...sessions: SignedIn[]) => {
    const states = await sessionStates(
      context,
      sessions.map(({ sessionId }) => sessionId),
    );
    return sessions.map(({ sessionId }) => states.find((state) => state.sessionId === sessionId)?.active);
  };
  const again = async (email: string) => sessionOf(await signIn(context, email));
  const revoke = async (as: SignedIn['as'], sessionId: string) => {
    const answer = await context.ask<{ revokeSession: { sessionId: string | null; userErrors: { code: string }[] } }>(
      'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { sessionId userErrors { code } } }',
      { input: { sessionId } },
      { as },
    );
    return answer.data?.revokeSession;
  };

  it('shows in the very next answer to the gateway', async () => {
    const person = await newPerson(context, 'revoke@example.com');
    const other = await again('revoke@example.com');
    expect(await revoke(person.as, other.sessionId)).toEqual({ sessionId: other.sessionId, userErrors: [] });
    expect(await active(person, other)).toEqual([true, false]);
    expect(codesOf(await refresh(context, other.refreshToken))).toEqual(['REFRESH_TOKEN_NOT_VALID']);
    expect((await context.published('session.revoked')).at(-1)?.payload).toEqual({
      userId: person.userId,
      sessionId: other.sessionId,
      reason: 'revoked',
    });
  });

  it('of a stranger is refused as if there were none; an admin may', async () => {
    const victim = await newPerson(context, 'victim@example.com');
    const stranger = await newPerson(context, 'stranger@example.com');
    const refused = { sessionId: null, userErrors: [{ code: 'SESSION_NOT_FOUND' }] };
    expect(await revoke(stranger.as, victim.sessionId)).toEqual(refused);
    expect(await revoke(stranger.as, 'ses_none')).toEqual(refused);
    expect(await revoke(asUser('usr_support', { scopes: ['support'] }), victim.sessionId)).toEqual(refused);
    expect(await active(victim)).toEqual([true]);
    expect(await revoke(asUser('usr_admin', { scopes: ['admin'] }), victim.sessionId)).toMatchObject({
      userErrors: [],
    });
    expect(await active(victim)).toEqual([false]);
  });

  it('but this one ends all the others', async () => {
    const person = await newPerson(context, 'others@example.com');
    const second = await again('others@example.com');
    const third = await again('others@example.com');
    const answer = await context.ask(
      'mutation { revokeOtherSessions { revokedCount userErrors { code } } }',
      {},
      { as: second.as },
    );
    expect(answer.data).toEqual({ revokeOtherSessions: { revokedCount: 2, userErrors: [] } });
    expect(await active(person, second, third)).toEqual([false, true, false]);
    const viewer = await context.ask('{ viewer { sessions { id current } } }', {}, { as: second.as });
    expect(viewer.data).toEqual({ viewer: { sessions: [{ id: second.sessionId, current: true }] } });
  });

  it('by signing out works with the access token, with the cookie alone, and twice', async () => {
    const person = await newPerson(context, 'out@example.com');
    const second = await again('out@example.com');
    const byToken = await context.ask('mutation { signOut { signedOut } }', {}, { as: person.as });
    expect(byToken).toEqual({
      data: { signOut: { signedOut: true } },
      extensions: { setCookies: [{ name: 'vitrina_refresh', value: '', maxAgeSeconds: 0 }] },
    });
    const byCookie = () =>
      context.ask('mutation { signOut { signedOut } }', {}, { meta: { refreshToken: second.refreshToken } });
    expect((await byCookie()).data).toEqual({ signOut: { signedOut: true } });
    expect((await byCookie()).data).toEqual({ signOut: { signedOut: false } });
    expect(await active(person, second)).toEqual([false, false]);
  });

  it('by changing the password keeps only the device that did it', async () => {
    const person = await newPerson(context, 'change@example.com');
    const second = await again('change@example.com');
    const change = async (currentPassword: string, newPassword: string) => {
      const answer = await context.ask<{ changePassword: { userErrors: { code: string; field: string[] }[] } }>(
        'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } userErrors { code field } } }',
        { input: { currentPassword, newPassword } },
        { as: person.as },
      );
      return answer.data?.changePassword.userErrors.map((error) => `${error.field.join('.')}:${error.code}`);
    };
    expect(await change('not my password', 'another good one')).toEqual(['currentPassword:CURRENT_PASSWORD_WRONG']);
    expect(await change(goodPassword, 'password')).toEqual(['newPassword:PASSWORD_TOO_COMMON']);
    expect(await active(person, second)).toEqual([true, true]);
    expect(await change(goodPassword, 'another good one')).toEqual([]);
    expect(await active(person, second)).toEqual([true, false]);
    expect(codesOf(await signIn(context, 'change@example.com'))).toEqual(['INVALID_CREDENTIALS']);
    expect(codesOf(await signIn(context, 'change@example.com', 'another good one'))).toEqual([]);
  });

  it('by changing the password cannot be tried out: wrong ones count like sign-ins', async () => {
    const person = await newPerson(context, 'hijacked@example.com');
    const change = async (currentPassword: string) => {
      const answer = await context.ask<{ changePassword: { userErrors: { code: string }[] } }>(
        'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }',
        { input: { currentPassword, newPassword: 'the next good one' } },
        { as: person.as, meta: { ip: '198.51.100.66' } },
      );
      return answer.data?.changePassword.userErrors[0]?.code;
    };
    const guesses = [];
    for (let tries = 0; tries < 5; tries += 1) guesses.push(await change(`guess ${tries}`));
    expect(guesses).toEqual([...Array(4).fill('CURRENT_PASSWORD_WRONG'), 'TOO_MANY_ATTEMPTS']);
    expect(await change(goodPassword)).toBe('TOO_MANY_ATTEMPTS');
    context.clock.advance(60_000);
    expect(await change(goodPassword)).toBeUndefined();
    expect(codesOf(await signIn(context, 'hijacked@example.com', 'the next good one'))).toEqual([]);
  });

  it('by signing out takes a token that was exchanged long ago, and no guess', async () => {
    const person = await newPerson(context, 'oldtab@example.com');
    const successor = sessionOf(await refresh(context, person.refreshToken));
    context.clock.advance(3_600_000);
    const out = async (refreshToken: string) =>
      (await context.ask('mutation { signOut { signedOut } }', {}, { meta: { refreshToken } })).data;
    expect(await out(`${person.sessionId}.${'A'.repeat(64)}`)).toEqual({ signOut: { signedOut: false } });
    expect(await active(successor)).toEqual([true]);
    expect(await out(person.refreshToken)).toEqual({ signOut: { signedOut: true } });
    expect(await active(successor)).toEqual([false]);
  });

  it('needs somebody signed in', async () => {
    for (const field of [
      'revokeOtherSessions { revokedCount }',
      'revokeSession(input: { sessionId: "ses_x" }) { sessionId }',
      'requestEmailVerification { accepted }',
    ]) {
      const answer = await context.ask(`mutation { ${field} }`);
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
  });
});
