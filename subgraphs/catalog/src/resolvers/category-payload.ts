import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import { type CategoryRow, categoriesById } from '../queries/categories.ts';
import type { Context } from '../request.ts';

/** The payload of every change to one category: the category as it stands now, or why it was refused. */
export const categoryPayload = async (
  ctx: Context,
  outcome: Result<{ readonly id: string }, Refusal>,
): Promise<{ category: CategoryRow | null; userErrors: readonly Refusal[] }> => {
  const { value, userErrors } = toPayload(outcome);
  return { category: value && (await ctx.loaders.one(categoriesById).load(value.id)), userErrors };
};
