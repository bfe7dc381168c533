import { stateAt, unitsByVariant } from '../domain/reservation.ts';
import type { StockLevelResolvers, StockReservationResolvers } from '../generated/resolvers.ts';

export const StockLevel: StockLevelResolvers = {
  available: ({ onHand, reserved }) => onHand - reserved,
};

export const StockReservation: StockReservationResolvers = {
  state: (reservation, _args, ctx) => stateAt(reservation, ctx.services.clock.now()),
  lines: ({ lines }) => [...unitsByVariant(lines)].map(([variantId, quantity]) => ({ variantId, quantity })),
};
