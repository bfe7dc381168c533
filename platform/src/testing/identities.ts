import { createHash } from 'node:crypto';
import type { Identity } from '../auth/index.ts';

/** A signed-in person, with market-wide scopes and capabilities by shop. */
export const asUser = (
  userId: string,
  grants: { scopes?: readonly string[]; shops?: Record<string, readonly string[]> } = {},
): Identity => ({
  actor: {
    kind: 'user',
    userId,
    sessionId: `ses_of_${userId}`,
    scopes: grants.scopes ?? [],
    shops: grants.shops ?? {},
  },
});

/** An API client of one shop. */
export const asClient = (clientId: string, shopId: string, scopes: readonly string[]): Identity => ({
  actor: { kind: 'client', clientId, shopId, scopes },
});

/** Another context. */
export const asService = (name: string): Identity => ({ actor: { kind: 'service', name } });

/** Nobody in particular, holding a cart's secret. */
export const asGuest = (cartSecret: string): Identity => ({
  actor: { kind: 'anonymous' },
  cartKey: createHash('sha256').update(cartSecret).digest('hex'),
});
