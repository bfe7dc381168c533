import { requireUser } from '@vitrina/platform/auth';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { methodsOfUser } from '../../queries/payment-methods.ts';

/** The viewer's own; there is no way to name anybody else's. */
export const paymentMethods: QueryResolvers['paymentMethods'] = (_parent, _args, { actor, services }) =>
  methodsOfUser(services.database.orm, requireUser(actor).userId);
