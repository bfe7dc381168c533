import type { Resolvers } from '../generated/resolvers.ts';
import { journalOfSaga } from '../queries/loaders.ts';

/** The kit’s row, under the names the market uses. */
export const OrderSaga: Resolvers['OrderSaga'] = {
  deadline: ({ deadlineAt }) => deadlineAt,
  journal: ({ id }, _args, ctx) => ctx.loaders.many(journalOfSaga).load(id),
  groupId: ({ subject, data }) => (data as { groupId?: string }).groupId ?? subject,
  startedAt: ({ createdAt }) => createdAt,
};
