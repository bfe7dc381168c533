import type { MutationResolvers } from '../../generated/resolvers.ts';
import { mintLink } from '../../usecases/email-links.ts';

export const mintEmailLink: MutationResolvers['mintEmailLink'] = (_root, { requestId }, { services }) =>
  mintLink(services, requestId);
