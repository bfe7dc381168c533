import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { Services } from '../services.ts';
import { type AddressRow, addressesByIds, addressesOf } from '../store/addresses.ts';

/** Address books by person, the default address first. */
export const addressBooks: LoaderDefinition<Services, string, AddressRow> = {
  load: ({ database }, ids) => addressesOf(database.orm, ids),
  keyOf: (row) => row.userId,
};

/** Addresses by id; whoever shows one checks whose it is. */
export const addresses: LoaderDefinition<Services, string, AddressRow> = {
  load: ({ database }, ids) => addressesByIds(database.orm, ids),
  keyOf: (row) => row.id,
};

/** The address an order goes to: the named one if it is the person's, or the default one. */
export const deliveryAddress = async (
  { database }: Services,
  userId: string,
  addressId: string | null | undefined,
): Promise<AddressRow | undefined> => {
  const book = await addressesOf(database.orm, [userId]);
  return addressId == null ? book.find((row) => row.isDefault) : book.find((row) => row.id === addressId);
};
