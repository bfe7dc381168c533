import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import type { ShopRow } from '../store/shops.ts';

/** Payload of a change to a shop that is not remembered by key. */
export const toShopPayload = (
  result: Result<ShopRow, Refusal>,
): { shop: ShopRow | null; userErrors: readonly Refusal[]; replayed: boolean } => {
  const { value, userErrors } = toPayload(result);
  return { shop: value, userErrors, replayed: false };
};
