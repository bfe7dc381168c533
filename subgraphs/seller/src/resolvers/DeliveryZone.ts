import { money } from '@vitrina/platform/money';
import type { DeliveryZoneResolvers } from '../generated/resolvers.ts';

export const DeliveryZone: DeliveryZoneResolvers = {
  rates: ({ rates, currency }) => rates.map((rate) => ({ ...rate, currency })),
  freeFrom: ({ freeFromMinor, currency }) => (freeFromMinor === null ? null : money(BigInt(freeFromMinor), currency)),
};
