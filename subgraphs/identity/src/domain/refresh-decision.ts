import { hashSecret, isGenuine, type PresentedToken, successorOf } from './refresh-token.ts';

/** What the decision needs to know of a session. */
export interface TokenFamily {
  readonly rotationKey: string;
  readonly currentTokenHash: string;
  readonly recentlyRetired: readonly { readonly hash: string; readonly rotatedAt: string }[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/**
 * - `rotate`: the living token; exchange it for `successor`.
 * - `repeat`: exchanged a moment ago; answer with the living token again.
 * - `reuse`: exchanged earlier: somebody holds a copy, the family has to end.
 * - `refuse`: a guess, or a session that is over.
 */
export type RefreshDecision =
  | { readonly kind: 'rotate'; readonly successor: Buffer }
  | { readonly kind: 'repeat'; readonly living: Buffer }
  | { readonly kind: 'reuse' }
  | { readonly kind: 'refuse' };

/** How long an exchanged token still gives its successor: covers lost answers and tabs that refresh together. */
export const repeatWindowSeconds = 10;
/** Rotations remembered for that; far more than honest clients do in ten seconds. */
export const maxRecentlyRetired = 20;

/** True while an exchanged token is still within its window. */
export const isRecent = (rotatedAt: string, now: Date): boolean =>
  now.getTime() - Date.parse(rotatedAt) <= repeatWindowSeconds * 1_000;

/** Walks the chain from an exchanged token to the living one. */
const livingAfter = (secret: Buffer, family: TokenFamily): Buffer | undefined => {
  let next = secret;
  for (let step = 0; step <= maxRecentlyRetired; step += 1) {
    next = successorOf(family.rotationKey, next);
    if (hashSecret(next) === family.currentTokenHash) return next;
  }
  return undefined;
};

/** Decides what a presented refresh token is good for. */
export const decideRefresh = (presented: PresentedToken, family: TokenFamily, now: Date): RefreshDecision => {
  if (!isGenuine(family.rotationKey, presented)) return { kind: 'refuse' };
  if (family.revokedAt || now >= family.expiresAt) return { kind: 'refuse' };
  const hash = hashSecret(presented.secret);
  if (hash === family.currentTokenHash)
    return { kind: 'rotate', successor: successorOf(family.rotationKey, presented.secret) };
  const retired = family.recentlyRetired.find((token) => token.hash === hash);
  const living = retired && isRecent(retired.rotatedAt, now) ? livingAfter(presented.secret, family) : undefined;
  return living ? { kind: 'repeat', living } : { kind: 'reuse' };
};
