import { readPage, timeKeyParts, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countReported, reportedMessages as reported, reportedKeyOf } from '../../queries/reported-messages.ts';

/** What support has to decide, and what it decided. */
export const reportedMessages: QueryResolvers['reportedMessages'] = async (_parent, { state, ...args }, ctx) => {
  const { database } = ctx.services;
  const page = readPage(args, timeKeyParts);
  const rows = await reported(database, state ?? null, page);
  return toConnection(rows, page, reportedKeyOf, () => countReported(database, state ?? null));
};
