import { describe, expect, it } from 'vitest';
import { decideRefresh, type TokenFamily } from './refresh-decision.ts';
import { firstSecret, hashSecret, newRotationKey, readToken, successorOf, writeToken } from './refresh-token.ts';

const start = new Date('2026-01-15T12:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);
const sessionId = 'ses_01k3v8w2e5f6g7h8j9k0m1n2p3';
const key = newRotationKey();
const first = firstSecret();
const second = successorOf(key, first);
const third = successorOf(key, second);

const presented = (secret: Buffer, rotationKey = key) => {
  const token = readToken(writeToken(sessionId, rotationKey, secret));
  if (!token) throw new Error('The token that was just written cannot be read.');
  return token;
};

const family = (change: Partial<TokenFamily> = {}): TokenFamily => ({
  rotationKey: key,
  currentTokenHash: hashSecret(second),
  recentlyRetired: [{ hash: hashSecret(first), rotatedAt: start.toISOString() }],
  expiresAt: after(3_600),
  revokedAt: null,
  ...change,
});

describe('a refresh token', () => {
  it('is exchanged for its successor while it is the living one', () => {
    expect(decideRefresh(presented(second), family(), after(1))).toEqual({ kind: 'rotate', successor: third });
  });

  it('gives the same successor again for ten seconds after it was exchanged', () => {
    expect(decideRefresh(presented(first), family(), after(10))).toEqual({ kind: 'repeat', living: second });
  });

  it('is a replay after that', () => {
    expect(decideRefresh(presented(first), family(), after(10.001))).toEqual({ kind: 'reuse' });
  });

  it('is a replay when it is an ancestor long forgotten', () => {
    expect(decideRefresh(presented(first), family({ recentlyRetired: [] }), after(1))).toEqual({ kind: 'reuse' });
  });

  it('leads to the living one even when two exchanges happened within the window', () => {
    const twice = family({
      currentTokenHash: hashSecret(third),
      recentlyRetired: [
        { hash: hashSecret(first), rotatedAt: start.toISOString() },
        { hash: hashSecret(second), rotatedAt: after(2).toISOString() },
      ],
    });
    expect(decideRefresh(presented(first), twice, after(3))).toEqual({ kind: 'repeat', living: third });
  });

  it('is refused, and ends nothing, when it was guessed', () => {
    expect(decideRefresh(presented(firstSecret(), newRotationKey()), family(), after(1))).toEqual({ kind: 'refuse' });
  });

  it('is refused once the session is revoked or expired', () => {
    expect(decideRefresh(presented(second), family({ revokedAt: start }), after(1))).toEqual({ kind: 'refuse' });
    expect(decideRefresh(presented(second), family(), after(3_600))).toEqual({ kind: 'refuse' });
  });

  it.each([
    '',
    'x',
    'ses_1.abc',
    `${sessionId}.${'a'.repeat(63)}`,
    `${sessionId}.${'ж'.repeat(64)}`,
    'a'.repeat(100_000),
  ])('is nothing when it looks like %j', (token) => {
    expect(readToken(token)).toBeNull();
  });
});
