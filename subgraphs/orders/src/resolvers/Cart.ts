import { money } from '@vitrina/platform/money';
import type { Sums } from '../domain/pricing.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { cartWarnings } from '../queries/cart-warnings.ts';
import { groupById, liveCartById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { CartRow } from '../store/cart.table.ts';
import { canReadGroup, isBuyer } from '../usecases/access.ts';

const live = async (ctx: Context, id: string) => {
  const found = await ctx.loaders.one(liveCartById).load(id);
  return (
    found ?? { lines: [], quotes: async () => new Map(), view: async () => ({ shops: [], currency: null, sums: null }) }
  );
};

const sumsOf = ({ currency, sums }: { readonly currency: string | null; readonly sums: Sums | null }) =>
  currency && sums ? { ...sums, currency } : null;

/** Lines come from our own tables; prices, stock and delivery are asked for only when a field needs them. */
export const Cart: Resolvers['Cart'] = {
  __resolveReference: async ({ id }: { id: string }, ctx: Context): Promise<CartRow | null> => {
    const found = await ctx.loaders.one(liveCartById).load(id);
    return found && isBuyer(ctx.identity, found.row) ? found.row : null;
  },
  currency: async ({ id }, _args, ctx) => {
    const { lines } = await live(ctx, id);
    const currencies = new Set(lines.map((line) => line.currency));
    return currencies.size === 1 ? [...currencies][0] : null;
  },
  lines: async ({ id }, _args, ctx) => (await live(ctx, id)).lines,
  shops: async ({ id }, _args, ctx) => (await (await live(ctx, id)).view()).shops,
  totals: async ({ id }, _args, ctx) => sumsOf(await (await live(ctx, id)).view()),
  warnings: async (cart, _args, ctx) => {
    const { lines, quotes, view } = await live(ctx, cart.id);
    return cartWarnings(cart, await view(), lines, await quotes());
  },
  orderGroup: async ({ groupId }, _args, ctx) => {
    const group = groupId ? await ctx.loaders.one(groupById).load(groupId) : null;
    return group && canReadGroup(ctx.identity, group) ? group : null;
  },
};

/** A line next to what catalogue says of its variant now. */
export const CartLine: Resolvers['CartLine'] = {
  variant: ({ variantId }) => ({ id: variantId }),
  product: ({ productId }) => ({ id: productId }),
  shop: ({ shopId }) => ({ id: shopId }),
  priceSeen: ({ priceSeenMinor, currency }) => money(priceSeenMinor, currency),
  priceNow: async ({ cartId, variantId }, _args, ctx) => {
    const quote = (await (await live(ctx, cartId)).quotes()).get(variantId);
    return quote?.status === 'ON_SALE' ? money(BigInt(quote.unitPriceMinor), quote.currency) : null;
  },
  available: async ({ cartId, variantId }, _args, ctx) => {
    const quote = (await (await live(ctx, cartId)).quotes()).get(variantId);
    return quote?.status === 'ON_SALE' ? quote.available : 0;
  },
  total: ({ priceSeenMinor, quantity, currency }) => money(priceSeenMinor * BigInt(quantity), currency),
};

/** One shop’s part; totals are null when it mixes currencies, because there is no such sum. */
export const ShopCart: Resolvers['ShopCart'] = {
  shop: ({ shopId }) => ({ id: shopId }),
  deliveryOptions: ({ options }) => options,
  delivery: ({ chosen }) => chosen,
  totals: (view) => sumsOf(view),
};

/** A quote of seller, as money. */
export const CartDeliveryOption: Resolvers['CartDeliveryOption'] = {
  price: ({ priceMinor, currency }) => money(BigInt(priceMinor), currency),
};

/** Warnings say their own type. */
export const CartWarning: Resolvers['CartWarning'] = {
  __resolveType: (warning) => warning.__typename,
};
