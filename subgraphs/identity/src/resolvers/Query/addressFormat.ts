import { addressFormatOf } from '../../domain/address-format.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';

export const addressFormat: QueryResolvers['addressFormat'] = (_root, { country }) => addressFormatOf(country);
