import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Browser, launchBrowser, type Page } from '../../../platform/src/testing/browser.ts';
import { client, eventually } from './client.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const password = 'a quiet harbour at dawn';

const signUp = async (locale: string): Promise<string> => {
  const email = `page-${randomUUID()}@example.com`;
  await client().ask(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { userErrors { code } authentication { accessToken } } }',
    { input: { email, password, displayName: 'Reader', locale, transport: 'BODY' } },
  );
  return email;
};

/** The link out of the latest mail to an address whose path is `path`. */
const linkTo = async (email: string, path: string): Promise<string> => {
  const find = async (): Promise<string | undefined> => {
    const mails = (await (await fetch(`${inject('market').mail}/email`)).json()) as {
      to: { address: string }[];
      text: string;
    }[];
    const texts = mails.filter(({ to }) => to.some(({ address }) => address === email)).map(({ text }) => text);
    return texts.map((text) => new RegExp(`https?://\\S+${path}\\?\\S+`).exec(text)?.[0]).findLast(Boolean);
  };
  return (await eventually(find, (link) => link !== undefined)) ?? '';
};

/** Opens a page as a reader of that language; notes every request and every complaint of the browser. */
const open = async (link: string, locale = 'en-GB') => {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(link);
  return { page, requests, complaints, close: () => context.close() };
};

const outcomeOf = (page: Page): Promise<string> =>
  eventually(
    async () => (await page.getByRole('status').textContent()) ?? '',
    (text) => text !== '',
  );

const canSignIn = async (email: string, secret: string): Promise<boolean> => {
  const { signIn } = await client().ask<{ signIn: { authentication: object | null } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { authentication { accessToken } userErrors { code } } }',
    { input: { email, password: secret, transport: 'BODY' } },
  );
  return signIn.authentication !== null;
};

const requestReset = (email: string) =>
  client().ask('mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { accepted } }', {
    input: { email },
  });

describe('the page behind the link that proves an address', () => {
  it('does so by one press of its only button, in Russian for a Russian reader, and the link works once', async () => {
    const link = await linkTo(await signUp('ru'), '/verify-email');
    expect(link.startsWith(inject('market').gateway)).toBe(true);
    const first = await open(link, 'ru-RU');
    expect(await first.page.locator('html').getAttribute('lang')).toBe('ru');
    expect(new URL(first.page.url()).search).toBe('');
    await first.page.getByRole('button', { name: 'Подтвердить адрес' }).click();
    expect(await outcomeOf(first.page)).toContain('Адрес подтверждён');
    expect(first.complaints).toEqual([]);
    await first.close();
    const second = await open(link, 'ru-RU');
    await second.page.getByRole('button').click();
    expect(await outcomeOf(second.page)).toContain('Ссылка не действует');
    await second.close();
  });

  it('asks nothing of any other origin, and keeps the token when the language is changed', async () => {
    const link = await linkTo(await signUp('en'), '/verify-email');
    const { page, requests, complaints, close } = await open(link);
    await page.getByRole('link', { name: 'Русский' }).click();
    await page.getByRole('button', { name: 'Подтвердить адрес' }).click();
    expect(await outcomeOf(page)).toContain('Адрес подтверждён');
    const origins = new Set(requests.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin));
    expect([...origins]).toEqual([inject('market').gateway]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so when the link was cut off', async () => {
    const { page, close } = await open(`${inject('market').gateway}/verify-email`);
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    expect(await outcomeOf(page)).toContain('holds no code');
    await close();
  });
});

describe('the page behind the link that sets a password', () => {
  it('is usable by keyboard alone, explains a refused password and takes the next one', async () => {
    const email = await signUp('en');
    await requestReset(email);
    const { page, complaints, close } = await open(await linkTo(email, '/reset-password'));
    await page.getByLabel('New password').focus();
    await page.keyboard.type('password123');
    await page.keyboard.press('Enter');
    expect(await outcomeOf(page)).toContain('too well known');
    expect(await page.evaluate('document.activeElement.id')).toBe('outcome');

    await page.getByLabel('Show the password').check();
    expect(await page.getByLabel('New password').getAttribute('type')).toBe('text');
    const chosen = `four plain words ${randomUUID()}`;
    await page.getByLabel('New password').fill(chosen);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is saved').waitFor();
    expect([await canSignIn(email, chosen), await canSignIn(email, password)]).toEqual([true, false]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('sends a new link when the old one does not work, the same to everybody', async () => {
    const email = await signUp('en');
    const { page, close } = await open(`${inject('market').gateway}/reset-password?token=stale`);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Save the password' }).click();
    expect(await outcomeOf(page)).toContain('does not work');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send a new link' }).click();
    await page.getByText('a mail with a new link is on its way').waitFor();
    expect(await linkTo(email, '/reset-password')).toContain('token=');
    await close();
  });
});

describe('both pages', () => {
  it.each(['verify-email', 'reset-password'])('%s runs no script of others and sits in no frame', async (path) => {
    const answer = await fetch(`${inject('market').gateway}/${path}?lang=ru&token=x`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-language')).toBe('ru');
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*src=)|style="|\son\w+="/);
    expect(html).not.toContain('token=x');
  });

  it('answers in English whoever asks for a language the pages do not have', async () => {
    const { gateway } = inject('market');
    const answer = await fetch(`${gateway}/verify-email`, { headers: { 'accept-language': 'fr, de;q=0.8' } });
    expect(answer.headers.get('content-language')).toBe('en');
  });
});
