import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ledgerEntries as listEntries } from '../../queries/ledger-entries.ts';

/** The whole books: `@access` lets admins in and nobody else. */
export const ledgerEntries: QueryResolvers['ledgerEntries'] = (
  _parent,
  { accountId, orderId, transactionId, ...page },
  { services },
) => listEntries(services.database.orm, { accountId, orderId, transactionId }, page);
