import { AppError } from '@vitrina/platform/errors';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { codesOf, goodPassword, type IdentityTest, identityTest, newPerson, signIn } from './fixtures.ts';

describe('limits of signing in', () => {
  let context: IdentityTest;
  beforeAll(async () => {
    context = await identityTest();
  });
  afterAll(() => context.close());
  beforeEach(() => vi.restoreAllMocks());

  const fail = async (email: string, ip: string, times: number) => {
    const codes: string[] = [];
    for (let tries = 0; tries < times; tries += 1)
      codes.push(...codesOf(await signIn(context, email, 'wrong password', { ip })));
    return codes;
  };

  it('count a thousand aliases as a thousand tries: a handful of hashes, the rest refused', async () => {
    await newPerson(context, 'alias@example.com');
    const verify = vi.spyOn(context.services.hasher, 'verify');
    const fields = Array.from(
      { length: 1_000 },
      (_, index) =>
        `a${index}: signIn(input: { email: "alias@example.com", password: "guess number ${index}" }) { userErrors { code } }`,
    );
    const answer = await context.ask<Record<string, { userErrors: { code: string }[] }>>(
      `mutation { ${fields.join('\n')} }`,
      {},
      { meta: { ip: '198.51.100.10' } },
    );
    const codes = Object.values(answer.data ?? {}).map((payload) => payload.userErrors[0]?.code);
    expect(codes).toHaveLength(1_000);
    expect(verify).toHaveBeenCalledTimes(4);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(996);
  });

  it('count aliases over many accounts against the network', async () => {
    const verify = vi.spyOn(context.services.hasher, 'verify').mockResolvedValue(false);
    const fields = Array.from(
      { length: 300 },
      (_, index) =>
        `a${index}: signIn(input: { email: "spray${index}@example.com", password: "winter 2026" }) { userErrors { code } }`,
    );
    await context.ask(`mutation { ${fields.join('\n')} }`, {}, { meta: { ip: '198.51.100.11' } });
    expect(verify).toHaveBeenCalledTimes(120);
  });

  it('let only the free tries of one account through at the same moment', async () => {
    const verify = vi.spyOn(context.services.hasher, 'verify').mockResolvedValue(false);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => signIn(context, 'race@example.com', 'wrong password', { ip: '198.51.100.12' })),
    );
    expect(verify).toHaveBeenCalledTimes(4);
    expect(outcomes.flatMap(codesOf).filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(4);
  });

  it('make waits grow with each failure and end by themselves', async () => {
    await newPerson(context, 'grow@example.com', { ip: '198.51.100.14' });
    expect(await fail('grow@example.com', '198.51.100.13', 4)).toEqual(Array(4).fill('INVALID_CREDENTIALS'));
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 4; round += 1) {
      const refused = await signIn(context, 'grow@example.com', goodPassword, { ip: '198.51.100.13' });
      const wait = refused.userErrors[0]?.retryAfterSeconds;
      waits.push(wait);
      context.clock.advance((wait ?? 0) * 1_000);
      if (round < 3) await fail('grow@example.com', '198.51.100.13', 1);
    }
    expect(waits).toEqual([1, 2, 4, 8]);
    expect(codesOf(await signIn(context, 'grow@example.com', goodPassword, { ip: '198.51.100.13' }))).toEqual([]);
    expect(await fail('grow@example.com', '198.51.100.13', 3)).toEqual(Array(3).fill('INVALID_CREDENTIALS'));
  });

  it('treat an account that does not exist just the same', async () => {
    expect(await fail('ghost@example.com', '198.51.100.15', 5)).toEqual([
      ...Array(4).fill('INVALID_CREDENTIALS'),
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  it('never keep the owner out at a device known to the account, however others guess', async () => {
    const home = { ip: '203.0.113.9', userAgent: 'Home Browser' };
    await newPerson(context, 'owner@example.com', home);
    expect((await fail('owner@example.com', '198.51.100.16', 6)).at(-1)).toBe('TOO_MANY_ATTEMPTS');
    expect(codesOf(await signIn(context, 'owner@example.com', goodPassword, home))).toEqual([]);
    expect(codesOf(await signIn(context, 'owner@example.com', goodPassword, { ip: '203.0.113.10' }))).toEqual([
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  it('count no try whose password could not be looked at', async () => {
    const home = { ip: '203.0.113.60', userAgent: 'Home Browser' };
    await newPerson(context, 'crowded@example.com', home);
    const busy = vi.spyOn(context.services.hasher, 'verify');
    for (let tries = 0; tries < 8; tries += 1) {
      busy.mockRejectedValueOnce(new AppError('UNAVAILABLE', 'Too many people are signing in at this moment.'));
      await expect(signIn(context, 'crowded@example.com', goodPassword, home)).rejects.toThrow('UNAVAILABLE');
    }
    expect(codesOf(await signIn(context, 'crowded@example.com', goodPassword, home))).toEqual([]);
    expect(await fail('crowded@example.com', home.ip, 5)).toEqual([
      ...Array(4).fill('INVALID_CREDENTIALS'),
      'TOO_MANY_ATTEMPTS',
    ]);
  });

  it('leave room for an office of fifty behind one address, each mistyping once', async () => {
    const office = { ip: '203.0.113.50', userAgent: 'Office Browser' };
    const real = context.services.hasher.verify;
    vi.spyOn(context.services.hasher, 'verify').mockImplementation((hash, password) =>
      password === 'mistyped word' ? Promise.resolve(false) : real(hash, password),
    );
    const people = Array.from({ length: 50 }, (_, index) => `worker${index}@example.com`);
    for (const email of people) await newPerson(context, email, { ip: '192.0.2.1' });
    const codes = await Promise.all(
      people.map(async (email) => [
        ...codesOf(await signIn(context, email, 'mistyped word', office)),
        ...codesOf(await signIn(context, email, goodPassword, office)),
      ]),
    );
    expect(codes).toEqual(people.map(() => ['INVALID_CREDENTIALS']));
  });

  it('hold a flood of sign-ins back without holding up anything else', async () => {
    const flood = Array.from({ length: 60 }, (_, index) =>
      signIn(context, `flood${index}@example.com`, 'wrong password', { ip: `198.18.0.${index}` }),
    );
    let done = 0;
    for (const attempt of flood) void attempt.then(() => (done += 1));
    await context.ask('{ addressFormat(country: "DE") { country } }');
    const doneMeanwhile = done;
    await Promise.all(flood);
    expect(doneMeanwhile).toBeLessThan(60);
  });

  it('are widened for load tests by one variable, the delays of one account are not', async () => {
    const wide = await identityTest({ VITRINA_AUTH_BUDGET_FACTOR: '10' });
    try {
      const verify = vi.spyOn(wide.services.hasher, 'verify').mockResolvedValue(false);
      await Promise.all(Array.from({ length: 130 }, (_, index) => signIn(wide, `load${index}@example.com`)));
      expect(verify).toHaveBeenCalledTimes(130);
      await Promise.all(Array.from({ length: 9 }, () => signIn(wide, 'one@example.com')));
      expect(verify).toHaveBeenCalledTimes(134);
    } finally {
      await wide.close();
    }
  });
});
