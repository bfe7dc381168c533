import type { QueryResolvers } from '../../generated/resolvers.ts';
import { readSynonyms } from '../../usecases/set-synonyms.ts';

export const synonyms: QueryResolvers['synonyms'] = (_root, _args, { services }) => readSynonyms(services);
