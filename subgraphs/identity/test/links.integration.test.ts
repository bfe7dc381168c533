import { asService } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  codesOf,
  goodPassword,
  type IdentityTest,
  identityTest,
  newPerson,
  sessionStates,
  signIn,
  signUp,
} from './fixtures.ts';

const newPassword = 'an entirely new one';

interface Link {
  readonly url: string;
  readonly email: string;
  readonly purpose: string;
  readonly expiresAt: string;
}

describe('mailed links', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest({ VITRINA_WEB_URL: 'https://shop.example' });
  });
  afterAll(() => context.close());

  const requestsOf = async (event: string, userId: string): Promise<string[]> =>
    (await context.published(event))
      .filter(({ payload }) => payload['userId'] === userId)
      .map(({ payload }) => String(payload['requestId']));
  const mint = async (requestId: string): Promise<Link | null> => {
    const answer = await context.ask<{ mintEmailLink: Link | null }>(
      'mutation ($id: ID!) { mintEmailLink(requestId: $id) { url email purpose expiresAt } }',
      { id: requestId },
      { as: asService('notifications') },
    );
    return answer.data?.mintEmailLink ?? null;
  };
  const tokenOf = (link: Link | null): string =>
    new URL(link?.url ?? 'https://none.example').searchParams.get('token') ?? '';
  const verify = async (token: string) => {
    const answer = await context.ask<{ verifyEmail: { verified: boolean; userErrors: { code: string }[] } }>(
      'mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { verified userErrors { code } } }',
      { input: { token } },
    );
    return answer.data?.verifyEmail.verified ? 'verified' : answer.data?.verifyEmail.userErrors[0]?.code;
  };
  const requestReset = (email: string, ip = '198.51.100.20') =>
    context.ask(
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted userErrors { code } } }',
      { input: { email } },
      { meta: { ip } },
    );
  const reset = async (token: string, password = newPassword) => {
    const answer = await context.ask<{ resetPassword: { passwordSet: boolean; userErrors: { code: string }[] } }>(
      'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { passwordSet userErrors { code } } }',
      { input: { token, newPassword: password } },
    );
    return answer.data?.resetPassword.passwordSet ? 'set' : answer.data?.resetPassword.userErrors[0]?.code;
  };

  it('prove an address once', async () => {
    const person = await newPerson(context, 'prove@example.com');
    const [requestId = ''] = await requestsOf('user.email-verification-requested', person.userId);
    const link = await mint(requestId);
    expect(link).toMatchObject({ email: 'prove@example.com', purpose: 'VERIFY_EMAIL' });
    expect(link?.url).toMatch(/^https:\/\/shop\.example\/verify-email\?token=/);
    expect(await verify(tokenOf(link))).toBe('verified');
    expect(await verify(tokenOf(link))).toBe('LINK_NOT_VALID');
    expect(await mint(requestId)).toBeNull();
    const viewer = await context.ask('{ viewer { emailVerified } }', {}, { as: person.as });
    expect(viewer.data).toEqual({ viewer: { emailVerified: true } });
    const again = await context.ask(
      'mutation { requestEmailVerification { accepted userErrors { code } } }',
      {},
      { as: person.as },
    );
    expect(again.data).toEqual({
      requestEmailVerification: { accepted: false, userErrors: [{ code: 'EMAIL_ALREADY_VERIFIED' }] },
    });
  });

  it('prove an address once even when they are opened twice at the same moment', async () => {
    const person = await newPerson(context, 'double@example.com');
    const [requestId = ''] = await requestsOf('user.email-verification-requested', person.userId);
    const token = tokenOf(await mint(requestId));
    expect((await Promise.all([verify(token), verify(token)])).sort()).toEqual(['LINK_NOT_VALID', 'verified']);
  });

  it('are replaced when the mail is sent again, and are not stored', async () => {
    const person = await newPerson(context, 'resent@example.com');
    const [requestId = ''] = await requestsOf('user.email-verification-requested', person.userId);
    const first = tokenOf(await mint(requestId));
    const second = tokenOf(await mint(requestId));
    const [row] = await context.database.sql<
      { text: string }[]
    >`select row_to_json(r)::text as text from email_request r where id = ${requestId}`;
    expect(row?.text).not.toContain(second.split('.')[1]);
    expect(await verify(first)).toBe('LINK_NOT_VALID');
    expect(await verify(second)).toBe('verified');
  });

  it('expire, before they are minted and after', async () => {
    const person = await newPerson(context, 'expire@example.com');
    const [requestId = ''] = await requestsOf('user.email-verification-requested', person.userId);
    const token = tokenOf(await mint(requestId));
    context.clock.advance(48 * 3_600_000);
    expect(await verify(token)).toBe('LINK_NOT_VALID');
    expect(await mint(requestId)).toBeNull();
  });

  it.each(['', 'x', 'emr_1.x', `emr_01k3v8w2e5f6g7h8j9k0m1n2p3.${'A'.repeat(43)}`, '\u0000', '💥'.repeat(1_000)])(
    'are refused when made up: %j',
    async (token) => {
      expect(await verify(token)).toBe('LINK_NOT_VALID');
      expect(await reset(token)).toBe('LINK_NOT_VALID');
    },
  );

  it('set a new password, end every session and prove the address', async () => {
    const person = await newPerson(context, 'reset@example.com');
    await requestReset('Reset@Example.com');
    await requestReset('reset@example.com');
    const [older = '', newer = ''] = await requestsOf('user.password-reset-requested', person.userId);
    const [olderToken, token] = [tokenOf(await mint(older)), tokenOf(await mint(newer))];
    expect(await verify(token)).toBe('LINK_NOT_VALID');
    expect(await reset(token, 'password')).toBe('PASSWORD_TOO_COMMON');
    expect(await reset(token)).toBe('set');
    expect(await reset(token)).toBe('LINK_NOT_VALID');
    expect(await reset(olderToken)).toBe('LINK_NOT_VALID');
    expect((await sessionStates(context, [person.sessionId]))[0]?.active).toBe(false);
    expect((await context.published('session.revoked')).at(-1)?.payload).toMatchObject({
      sessionId: person.sessionId,
      reason: 'password_reset',
    });
    expect(codesOf(await signIn(context, 'reset@example.com', goodPassword))).toEqual(['INVALID_CREDENTIALS']);
    const signedIn = await signIn(context, 'reset@example.com', newPassword);
    expect(codesOf(signedIn)).toEqual([]);
  });

  it('spare the owner the delay that others caused by guessing', async () => {
    const person = await newPerson(context, 'guessed@example.com', { ip: '192.0.2.7' });
    const elsewhere = { ip: '203.0.113.77' };
    for (let tries = 0; tries < 5; tries += 1)
      await signIn(context, 'guessed@example.com', 'wrong password', elsewhere);
    expect(codesOf(await signIn(context, 'guessed@example.com', goodPassword, elsewhere))).toEqual([
      'TOO_MANY_ATTEMPTS',
    ]);
    await requestReset('guessed@example.com');
    const [requestId = ''] = await requestsOf('user.password-reset-requested', person.userId);
    expect(await reset(tokenOf(await mint(requestId)))).toBe('set');
    expect(codesOf(await signIn(context, 'guessed@example.com', newPassword, elsewhere))).toEqual([]);
  });

  it('set one password when the link is used twice at the same moment', async () => {
    const person = await newPerson(context, 'race@example.com');
    await requestReset('race@example.com');
    const [requestId = ''] = await requestsOf('user.password-reset-requested', person.userId);
    const token = tokenOf(await mint(requestId));
    const outcomes = await Promise.all([reset(token, 'the first of two'), reset(token, 'the second of two')]);
    expect([...outcomes].sort()).toEqual(['LINK_NOT_VALID', 'set']);
    const winner = outcomes[0] === 'set' ? 'the first of two' : 'the second of two';
    expect(codesOf(await signIn(context, 'race@example.com', winner))).toEqual([]);
  });

  it('leave nothing to whoever was signing in, or changing the password, with the old one at that moment', async () => {
    const email = 'meanwhile@example.com';
    const person = await newPerson(context, email);
    const { hasher } = context.services;
    const resetWhileChecking = async () => {
      await requestReset(email);
      const token = tokenOf(
        await mint((await requestsOf('user.password-reset-requested', person.userId)).at(-1) ?? ''),
      );
      const { verify: check } = hasher;
      vi.spyOn(hasher, 'verify').mockImplementationOnce(async (hash, password) => {
        const fits = await check(hash, password);
        expect([fits, await reset(token)]).toEqual([true, 'set']);
        return fits;
      });
    };
    await resetWhileChecking();
    expect(codesOf(await signIn(context, email, goodPassword))).toEqual(['INVALID_CREDENTIALS']);
    await resetWhileChecking();
    const change = await context.ask(
      'mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }',
      { input: { currentPassword: newPassword, newPassword: 'the thief knows this' } },
      { as: person.as },
    );
    expect(change.data).toEqual({ changePassword: { userErrors: [{ code: 'CURRENT_PASSWORD_WRONG' }] } });
    expect(codesOf(await signIn(context, email, newPassword))).toEqual([]);
    const open = await context.database
      .sql`select id from session where user_id = ${person.userId} and revoked_at is null`;
    expect(open).toHaveLength(1);
  });

  it('are promised alike for known and unknown addresses, and mailed for known ones only', async () => {
    await signUp(context, 'here@example.com');
    const before = (await context.published('user.password-reset-requested')).length;
    const [known, unknown] = [await requestReset('here@example.com'), await requestReset('nowhere@example.com')];
    expect(unknown).toEqual(known);
    expect(known.data).toEqual({ requestPasswordReset: { accepted: true, userErrors: [] } });
    expect(await context.published('user.password-reset-requested')).toHaveLength(before + 1);
  });

  it('do not flood an inbox, and the answer stays the same', async () => {
    const person = await newPerson(context, 'flooded@example.com');
    for (let tries = 0; tries < 8; tries += 1) {
      expect((await requestReset('flooded@example.com', `198.51.100.${tries}`)).data).toEqual({
        requestPasswordReset: { accepted: true, userErrors: [] },
      });
    }
    expect(await requestsOf('user.password-reset-requested', person.userId)).toHaveLength(5);
  });

  it('are minted for notifications alone', async () => {
    for (const as of [asService('orders'), (await newPerson(context, 'curious@example.com')).as]) {
      const answer = await context.ask('mutation { mintEmailLink(requestId: "emr_1") { url } }', {}, { as });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
