import { toPayload } from '@vitrina/platform/result';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { setSynonyms as set } from '../../usecases/set-synonyms.ts';

export const setSynonyms: MutationResolvers['setSynonyms'] = async (_root, { input }, { services }) => {
  const groups = input.groups.map(({ words }) => words);
  const { value, userErrors } = toPayload(await set(services, groups));
  return { groups: value?.map((words) => ({ words })) ?? null, userErrors };
};
