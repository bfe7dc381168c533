import { requireInShop } from '@vitrina/platform/auth';
import { plainRefusal } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { writtenProduct } from '../../queries/visible-goods.ts';
import { setProducts } from '../../usecases/set-products.ts';

/** Most products of one call. */
const maxRows = 100;

export const productsSet: MutationResolvers['productsSet'] = async (_root, { input }, ctx) => {
  requireInShop(ctx.actor, input.shopId, 'catalog:write');
  const { products } = input;
  if (products.length < 1 || products.length > maxRows) {
    return {
      rows: [],
      userErrors: [
        plainRefusal(
          'TOO_MANY_ROWS',
          ['products'],
          `A call takes 1 to ${maxRows} products; this one has ${products.length}. Send the rest in further calls.`,
        ),
      ],
    };
  }
  const outcomes = await setProducts(
    ctx.services,
    input.shopId,
    products.map((draft, index) => ({ draft, field: ['products', String(index)] })),
  );
  const rows = outcomes.map(async (outcome, index) => ({
    index,
    externalId: products[index]?.externalId ?? '',
    change: outcome.ok ? outcome.value.change : ('REFUSED' as const),
    product: outcome.ok ? await writtenProduct(ctx, outcome.value.id) : null,
    userErrors: outcome.ok ? [] : outcome.refusals,
  }));
  return { rows: await Promise.all(rows), userErrors: [] };
};
