import { hasScope } from '@vitrina/platform/auth';
import { addressLines } from '../domain/address-format.ts';
import type { SavedAddressResolvers } from '../generated/resolvers.ts';
import { addresses } from '../queries/address-book.ts';

export const SavedAddress: SavedAddressResolvers = {
  __resolveReference: async ({ id }, { actor, loaders }) => {
    const row = await loaders.one(addresses).load(id);
    const mayRead = row && ((actor.kind === 'user' && actor.userId === row.userId) || hasScope(actor, 'support'));
    return mayRead ? row : null;
  },
  lines: (row) => addressLines(row),
};
