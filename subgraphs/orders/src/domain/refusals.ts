import { plainRefusal, type Refusal } from '@vitrina/platform/result';
import type { OrderAction, OrderStatus } from './order-state.ts';

/** Smallest and largest number of units of one line. */
export const quantityLimits = { min: 1, max: 999 } as const;
/** Lines one cart may hold: what one reservation takes. */
export const maxLines = 200;

type Of<T extends string, D> = Refusal & { readonly __typename: T } & D;

/** Refusals with data of their own. Amounts are strings, because outcomes are remembered as JSON. */
export type PriceChangedRefusal = Of<
  'PriceChanged',
  {
    lineId: string | null;
    variantId: string;
    wasMinor: string;
    nowMinor: string;
    currency: string;
    nowCurrency: string;
  }
>;
export type OutOfStockRefusal = Of<'OutOfStock', { variantId: string; requested: number; available: number }>;
export type NotForSaleRefusal = Of<'NotForSale', { variantId: string }>;
export type ShopClosedRefusal = Of<'ShopClosed', { shopId: string }>;
export type NotDeliverableRefusal = Of<'NotDeliverable', { shopId: string }>;
export type MixedCurrenciesRefusal = Of<'MixedCurrencies', { currencies: readonly string[] }>;
export type TotalChangedRefusal = Of<'TotalChanged', { wasMinor: string; nowMinor: string; currency: string }>;
export type InvalidQuantityRefusal = Of<'InvalidQuantity', { min: number; max: number }>;
export type PaymentDeclinedRefusal = Of<'PaymentDeclined', { declineCode: string }>;
export type IllegalTransitionRefusal = Of<
  'IllegalTransition',
  { status: OrderStatus; availableActions: readonly OrderAction[] }
>;

export const priceChanged = (
  field: readonly string[],
  data: Omit<PriceChangedRefusal, keyof Refusal>,
): PriceChangedRefusal => ({
  __typename: 'PriceChanged',
  code: 'PRICE_CHANGED',
  field,
  message: 'The price changed since you looked; accept the new one and order again.',
  ...data,
});

export const outOfStock = (
  field: readonly string[],
  data: Omit<OutOfStockRefusal, keyof Refusal>,
): OutOfStockRefusal => ({
  __typename: 'OutOfStock',
  code: 'OUT_OF_STOCK',
  field,
  message:
    data.available > 0
      ? `Only ${data.available} are left; lower the quantity to order.`
      : 'It is sold out; take it out of the cart to order the rest.',
  ...data,
});

export const notForSale = (field: readonly string[], variantId: string): NotForSaleRefusal => ({
  __typename: 'NotForSale',
  code: 'NOT_FOR_SALE',
  field,
  message: 'This is no longer sold; take it out of the cart to order the rest.',
  variantId,
});

export const shopClosed = (shopId: string, name?: string): ShopClosedRefusal => ({
  __typename: 'ShopClosed',
  code: 'SHOP_CLOSED',
  field: ['cartId'],
  message: `${name ?? 'A shop'} takes no orders now; take its goods out of the cart or come back later.`,
  shopId,
});

export const notDeliverable = (shopId: string, field: readonly string[], message: string): NotDeliverableRefusal => ({
  __typename: 'NotDeliverable',
  code: 'NOT_DELIVERABLE',
  field,
  message,
  shopId,
});

export const mixedCurrencies = (currencies: readonly string[]): MixedCurrenciesRefusal => ({
  __typename: 'MixedCurrencies',
  code: 'MIXED_CURRENCIES',
  field: ['cartId'],
  message: `A checkout is in one currency, but these goods are priced in ${currencies.join(' and ')}; order them one currency at a time.`,
  currencies,
});

export const totalChanged = (data: Omit<TotalChangedRefusal, keyof Refusal>): TotalChangedRefusal => ({
  __typename: 'TotalChanged',
  code: 'TOTAL_CHANGED',
  field: ['expectedTotalMinor'],
  message: 'The sum is not the one you saw; look at the new one and order again.',
  ...data,
});

export const invalidQuantity = (field: readonly string[]): InvalidQuantityRefusal => ({
  __typename: 'InvalidQuantity',
  code: 'INVALID_QUANTITY',
  field,
  message: `Order between ${quantityLimits.min} and ${quantityLimits.max} units of one thing.`,
  ...quantityLimits,
});

export const paymentDeclined = (declineCode: string, message: string): PaymentDeclinedRefusal => ({
  __typename: 'PaymentDeclined',
  code: 'PAYMENT_DECLINED',
  field: ['payment'],
  message,
  declineCode,
});

export const illegalTransition = (
  message: string,
  data: Omit<IllegalTransitionRefusal, keyof Refusal>,
): IllegalTransitionRefusal => ({
  __typename: 'IllegalTransition',
  code: 'ILLEGAL_TRANSITION',
  field: ['orderId'],
  message,
  ...data,
});

export const plain = plainRefusal;
