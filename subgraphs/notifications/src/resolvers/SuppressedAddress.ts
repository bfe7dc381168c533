import type { SuppressedAddressResolvers } from '../generated/resolvers.ts';

export const SuppressedAddress: SuppressedAddressResolvers = {
  channel: (row) => row.channel as never,
  reason: (row) => row.reason as never,
};
