import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { client, eventually } from './client.ts';

interface Mail {
  readonly to: readonly { readonly address: string }[];
  readonly subject: string;
  readonly text: string;
}

/** Mails to one address, as the market's mail server holds them. */
const mailsTo = async (address: string): Promise<Mail[]> => {
  const mails = (await (await fetch(`${inject('market').mail}/email`)).json()) as Mail[];
  return mails.filter(({ to }) => to.some((receiver) => receiver.address === address));
};

const tokenOf = (mail: Mail | undefined): string => /token=([\w.~-]+)/.exec(mail?.text ?? '')?.[1] ?? '';

const signUp = async () => {
  const email = `new-${randomUUID()}@example.com`;
  const password = `secret ${randomUUID()}`;
  const { signUp: payload } = await client().ask<{
    signUp: { authentication: { accessToken: string; refreshToken: string } };
  }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { authentication { accessToken refreshToken } userErrors { code message } } }',
    { input: { email, password, displayName: 'Новая Покупательница', locale: 'ru', transport: 'BODY' } },
  );
  return { email, password, ...payload.authentication };
};

describe('an account', () => {
  it('is welcomed in the app, proves its address by a mailed link, and the link works once', async () => {
    const { email, accessToken } = await signUp();
    const person = client({ accessToken });
    const [mail] = await eventually(
      () => mailsTo(email),
      (mails) => mails.length > 0,
    );
    expect(mail?.subject).toBe('Подтвердите адрес почты');
    const verify = () =>
      client().ask<{ verifyEmail: { userErrors: { code: string }[] } }>(
        'mutation ($input: VerifyEmailInput!) { verifyEmail(input: $input) { userErrors { code } } }',
        { input: { token: tokenOf(mail) } },
      );
    expect((await verify()).verifyEmail.userErrors).toEqual([]);
    expect((await verify()).verifyEmail.userErrors).toHaveLength(1);
    const { viewer } = await person.ask<{ viewer: { emailVerified: boolean } }>('{ viewer { emailVerified } }');
    expect(viewer.emailVerified).toBe(true);
    const told = () =>
      person.ask<{ notifications: { nodes: { kind: string }[] } }>('{ notifications { nodes { kind } } }');
    await eventually(told, ({ notifications }) => notifications.nodes.some(({ kind }) => kind === 'welcome'));
  });

  it('gets a new password by mail, which signs every device out', async () => {
    const { email, accessToken, refreshToken } = await signUp();
    await client().ask(
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }',
      { input: { email } },
    );
    const mails = await eventually(
      () => mailsTo(email),
      (found) => found.some(({ subject }) => subject === 'Новый пароль'),
    );
    const token = tokenOf(mails.find(({ subject }) => subject === 'Новый пароль'));
    const newPassword = `another ${randomUUID()}`;
    const { resetPassword } = await client().ask<{ resetPassword: { userErrors: unknown[] } }>(
      'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code message } } }',
      { input: { token, newPassword } },
    );
    expect(resetPassword.userErrors).toEqual([]);
    await eventually(
      () => client({ accessToken }).try('{ viewer { id } }'),
      ({ status }) => status === 401,
      15_000,
    );
    const refreshed = await client().ask<{ refreshSession: { authentication: unknown } }>(
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { authentication { accessToken } userErrors { code } } }',
      { input: { refreshToken, transport: 'BODY' } },
    );
    expect(refreshed.refreshSession.authentication).toBeNull();
  });

  it('hears the same about an address that has no account', async () => {
    const ask = (email: string) =>
      client().ask(
        'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }',
        { input: { email } },
      );
    expect(await ask('buyer@vitrina.example')).toEqual(await ask('nobody@example.com'));
    const signIn =
      'mutation ($input: SignInInput!) { signIn(input: $input) { authentication { accessToken } userErrors { code message } } }';
    const wrong = await client().ask(signIn, {
      input: { email: 'support@vitrina.example', password: 'not it at all' },
    });
    expect(
      await client().ask(signIn, { input: { email: `nobody-${randomUUID()}@example.com`, password: 'not it at all' } }),
    ).toEqual(wrong);
  });

  it('keeps its refresh token in a cookie that scripts cannot read, and rotates it', async () => {
    const { email, password } = await signUp();
    const signIn =
      'mutation ($input: SignInInput!) { signIn(input: $input) { authentication { accessToken refreshToken } } }';
    const answer = await client().send<{ signIn: { authentication: { refreshToken: null } } }>({
      query: signIn,
      variables: { input: { email, password } },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/vitrina_refresh=[^;]+;.*HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(answer.data.signIn.authentication.refreshToken).toBeNull();
  });
});
