import { textFor } from '../domain/localised.ts';
import type { DeliveryMethodResolvers } from '../generated/resolvers.ts';

export const DeliveryMethod: DeliveryMethodResolvers = {
  name: ({ names }, { locale }) => textFor(names, locale ?? 'en'),
  zones: ({ zones, currency }) => zones.map((zone) => ({ ...zone, currency })),
};
