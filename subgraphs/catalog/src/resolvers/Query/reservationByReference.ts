import { requireReference } from '../../domain/require-range.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { readReservations } from '../../queries/reservations.ts';

export const reservationByReference: QueryResolvers['reservationByReference'] = async (_root, { reference }, ctx) => {
  const [reservation] = await readReservations(ctx.services.database.orm, [requireReference(reference)]);
  return reservation ?? null;
};
