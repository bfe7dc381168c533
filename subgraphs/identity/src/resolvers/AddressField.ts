import { labelOf } from '../domain/address-format.ts';
import type { AddressFieldResolvers } from '../generated/resolvers.ts';

export const AddressField: AddressFieldResolvers = {
  label: (field, { locale }) => labelOf(field, locale ?? 'en'),
};
