import { AppError } from '../errors/index.ts';

/** Who asks. Capabilities are plain strings (`catalog:write`); their vocabulary belongs to the contexts. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly sessionId: string;
      /** Market-wide capabilities, e.g. `admin`. */
      readonly scopes: readonly string[];
      /** Capabilities by shop id. */
      readonly shops: Readonly<Record<string, readonly string[]>>;
    }
  | { readonly kind: 'client'; readonly clientId: string; readonly shopId: string; readonly scopes: readonly string[] }
  | { readonly kind: 'service'; readonly name: string };

/** A verified identity, as the gateway's signed token carries it into a subgraph. */
export interface Identity {
  readonly actor: Actor;
  /** SHA-256 (hex) of the cart secret that came with the request: the actor of a guest. */
  readonly cartKey?: string | undefined;
}

/** The identity of somebody who showed nothing. */
export const anonymous: Identity = { actor: { kind: 'anonymous' } };

/** True for a person with the market-wide capability `scope`; `admin` includes every other. */
export const hasScope = (actor: Actor, scope: string): boolean =>
  actor.kind === 'user' && (actor.scopes.includes(scope) || actor.scopes.includes('admin'));

/** True when the actor may use `capability` in that shop: staff by their grants, an ERP client by its scopes, an admin always. */
export const canInShop = (actor: Actor, shopId: string, capability: string): boolean => {
  if (actor.kind === 'client') return actor.shopId === shopId && actor.scopes.includes(capability);
  if (actor.kind !== 'user') return false;
  // Own entries only: a name like "constructor" is no shop somebody works for.
  const capabilities = Object.hasOwn(actor.shops, shopId) ? actor.shops[shopId] : undefined;
  return actor.scopes.includes('admin') || (capabilities?.includes(capability) ?? false);
};

/** The signed-in person, or an UNAUTHENTICATED error that says what to do. */
export const requireUser = (actor: Actor): Extract<Actor, { kind: 'user' }> => {
  if (actor.kind === 'user') return actor;
  throw new AppError('UNAUTHENTICATED', 'Sign in to do this: send "Authorization: Bearer <access token>".');
};

/** Passes when the actor may use `capability` in that shop; otherwise one FORBIDDEN that does not tell whether the shop exists. */
export const requireInShop = (actor: Actor, shopId: string, capability: string): void => {
  if (actor.kind === 'anonymous') requireUser(actor);
  if (!canInShop(actor, shopId, capability)) {
    throw new AppError(
      'FORBIDDEN',
      `This needs the capability "${capability}" in that shop; ask the shop's owner for it.`,
    );
  }
};

/** One stable string per actor: the scope of idempotency keys and rate limits. */
export const actorKey = ({ actor, cartKey }: Identity): string => {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`;
    case 'client':
      return `client:${actor.clientId}`;
    case 'service':
      return `service:${actor.name}`;
    case 'anonymous':
      return cartKey ? `cart:${cartKey}` : 'anonymous';
  }
};
