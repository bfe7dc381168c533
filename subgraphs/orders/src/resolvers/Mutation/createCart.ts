import type { MutationResolvers } from '../../generated/resolvers.ts';
import { createCart as create } from '../../usecases/create-cart.ts';

/** The secret is in this answer and nowhere else. */
export const createCart: MutationResolvers['createCart'] = (_parent, _args, { services, identity }) =>
  create(services, identity);
