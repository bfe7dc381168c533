import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import {
  countReported,
  type ReportedKey,
  reportedMessages as reported,
  reportedKeyOf,
} from '../../queries/reported-messages.ts';

/** What support has to decide, and what it decided. */
export const reportedMessages: QueryResolvers['reportedMessages'] = async (_parent, { state, ...args }, ctx) => {
  const { database } = ctx.services;
  const page = readPage<ReportedKey>(args, 2);
  const rows = await reported(database, state ?? null, page);
  return toConnection(rows, page, reportedKeyOf, () => countReported(database, state ?? null));
};
