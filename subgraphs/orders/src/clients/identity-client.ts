import type { InternalCaller } from '@vitrina/platform/internal';
import type { Address } from '../domain/address.ts';
import { DeliveryAddressDocument } from '../generated/identity-client.ts';

/** What orders asks of identity. */
export const createIdentityClient = (internal: InternalCaller) => ({
  /** A saved address of that person, the default one when no id is given; null when there is none. */
  address: async (userId: string, addressId: string | null): Promise<Address | null> =>
    (await internal.call('identity', DeliveryAddressDocument, { userId, addressId })).deliveryAddress,
});

export type IdentityClient = ReturnType<typeof createIdentityClient>;
