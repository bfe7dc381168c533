import { actorKey } from '@vitrina/platform/auth';
import { plainRefusal } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { categoriesById } from '../../queries/categories.ts';
import { setCategories } from '../../usecases/set-categories.ts';

/** Most categories of one call. */
const maxRows = 500;

export const categoriesSet: MutationResolvers['categoriesSet'] = async (_root, { input }, ctx) => {
  const { categories } = input;
  if (categories.length < 1 || categories.length > maxRows) {
    return {
      rows: [],
      userErrors: [
        plainRefusal(
          'TOO_MANY_ROWS',
          ['categories'],
          `A call takes 1 to ${maxRows} categories; this one has ${categories.length}. Send the rest in further calls.`,
        ),
      ],
    };
  }
  const outcomes = await setCategories(ctx.services, actorKey(ctx.identity), categories);
  const rows = outcomes.map(async (outcome, index) => ({
    index,
    externalId: categories[index]?.externalId ?? '',
    change: outcome.ok ? outcome.value.change : ('REFUSED' as const),
    category: outcome.ok ? await ctx.loaders.one(categoriesById).load(outcome.value.id) : null,
    userErrors: outcome.ok ? [] : outcome.refusals,
  }));
  return { rows: await Promise.all(rows), userErrors: [] };
};
