import { describe, expect, it } from 'vitest';
import { decideRefresh, maxRecentlyRetired, type TokenFamily } from './refresh-decision.ts';
import {
  firstSecret,
  hashSecret,
  isGenuine,
  newRotationKey,
  readToken,
  successorOf,
  writeToken,
} from './refresh-token.ts';

const sessionId = 'ses_01k3v8w2e5f6g7h8j9k0m1n2p3';
const key = newRotationKey();
const now = new Date('2026-01-15T12:00:00Z');

/** The chain of one family, oldest first. */
const chain = (length: number): Buffer[] => {
  const secrets = [firstSecret()];
  while (secrets.length < length) secrets.push(successorOf(key, secrets.at(-1) as Buffer));
  return secrets;
};
const presented = (secret: Buffer | undefined, by = key) => {
  const token = secret && readToken(writeToken(sessionId, by, secret));
  if (!token) throw new Error('The token that was just written cannot be read.');
  return token;
};
const familyAt = (secrets: readonly Buffer[], rotatedAt = now): TokenFamily => ({
  rotationKey: key,
  currentTokenHash: hashSecret(secrets.at(-1) as Buffer),
  recentlyRetired: secrets
    .slice(0, -1)
    .map((secret) => ({ hash: hashSecret(secret), rotatedAt: rotatedAt.toISOString() })),
  expiresAt: new Date(now.getTime() + 3_600_000),
  revokedAt: null,
});

describe('a refresh token', () => {
  it('is read as it was written', () => {
    const [secret] = chain(1);
    expect(presented(secret)).toMatchObject({ sessionId, secret });
    expect(isGenuine(key, presented(secret))).toBe(true);
  });

  it('is genuine for its own family only, and not with one bit changed', () => {
    const token = presented(firstSecret());
    expect(isGenuine(newRotationKey(), token)).toBe(false);
    for (const part of ['secret', 'tag'] as const) {
      const bent = Buffer.from(token[part]);
      bent[0] = (bent[0] ?? 0) ^ 1;
      expect(isGenuine(key, { ...token, [part]: bent })).toBe(false);
    }
  });

  it('leads to another successor in every family', () => {
    const secret = firstSecret();
    expect(successorOf(key, secret).equals(successorOf(key, secret))).toBe(true);
    expect(successorOf(newRotationKey(), secret).equals(successorOf(key, secret))).toBe(false);
  });
});

describe('tabs that refresh together', () => {
  it('all get the living token, however many exchanges lie between within the window', () => {
    const secrets = chain(maxRecentlyRetired + 1);
    for (const secret of secrets.slice(0, -1))
      expect(decideRefresh(presented(secret), familyAt(secrets), now)).toEqual({
        kind: 'repeat',
        living: secrets.at(-1),
      });
  });

  it('end the family when the living token cannot be reached from what was presented', () => {
    const [left, right] = [chain(3), chain(3)];
    const mixed = { ...familyAt(left), currentTokenHash: hashSecret(right.at(-1) as Buffer) };
    expect(decideRefresh(presented(left[0]), mixed, now)).toEqual({ kind: 'reuse' });
  });

  it('end nothing once the session is over, whichever token they bring', () => {
    const secrets = chain(3);
    const over = { ...familyAt(secrets), revokedAt: now };
    for (const secret of secrets) expect(decideRefresh(presented(secret), over, now)).toEqual({ kind: 'refuse' });
  });
});
