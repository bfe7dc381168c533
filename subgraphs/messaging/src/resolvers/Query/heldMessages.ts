import { readPage, timeKeyParts, toConnection } from '@vitrina/platform/pagination';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { countHeld, heldMessages as held, heldKeyOf } from '../../queries/held-messages.ts';

/** What support has to decide. */
export const heldMessages: QueryResolvers['heldMessages'] = async (_parent, args, ctx) => {
  const { database } = ctx.services;
  const page = readPage(args, timeKeyParts);
  return toConnection(await held(database, page), page, heldKeyOf, () => countHeld(database));
};
