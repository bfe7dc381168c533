import type { Actor } from '@vitrina/platform/auth';
import { canInShop } from '@vitrina/platform/auth';

export type ShopRole = 'OWNER' | 'MANAGER' | 'CATALOG_EDITOR' | 'FULFILMENT' | 'FINANCE';

/** Capabilities a program may be given; `staff:manage` is for people only. What a role allows is data of identity. */
export const clientScopes = [
  'shop:settings',
  'catalog:write',
  'stock:write',
  'media:write',
  'messages:write',
  'orders:read',
  'orders:fulfil',
  'payments:read',
] as const;

/** Roles told about orders. */
export const rolesToldOfOrders: readonly ShopRole[] = ['OWNER', 'MANAGER', 'FULFILMENT', 'FINANCE'];

/** True for whoever works for the shop in any role, programs included, and for admins. */
export const worksFor = (actor: Actor, shopId: string): boolean => {
  if (actor.kind === 'client') return actor.shopId === shopId;
  return (
    actor.kind === 'user' &&
    (actor.scopes.includes('admin') || (Object.hasOwn(actor.shops, shopId) && (actor.shops[shopId]?.length ?? 0) > 0))
  );
};

/** True when the actor may use one of the capabilities in the shop. */
export const canAny = (actor: Actor, shopId: string, capabilities: readonly string[]): boolean =>
  capabilities.some((capability) => canInShop(actor, shopId, capability));
