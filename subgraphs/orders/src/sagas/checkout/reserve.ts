import { invariant } from '@vitrina/platform/errors';
import { type AskedOutcome, type RemoteStep, type StepOutcome, stepDone, stepRefused } from '@vitrina/platform/saga';
import { outOfStock, plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { unitsOfGroup } from '../../queries/group-units.ts';
import { because, type CheckoutData, said } from './data.ts';

/** Longer than the buyer may take at the bank: a yes in the last second still finds its goods. */
const holdSeconds = 1_800;

const gone = because([plain('RESERVATION_EXPIRED', [], 'The goods could not be held long enough; order again.')]);

const judge = (reservation: { id: string; state: string }): StepOutcome<CheckoutData> =>
  reservation.state === 'RELEASED' || reservation.state === 'EXPIRED'
    ? stepRefused(gone)
    : stepDone({ reservationId: reservation.id });

/** Holds all units of all shops, or none. */
export const reserve: RemoteStep<Ports, CheckoutData> = {
  kind: 'remote',
  name: 'reserve',
  run: async ({ services, subject }) => {
    const lines = await unitsOfGroup(services.database.orm, subject);
    const { reservation, userErrors } = await services.catalog.reserve({
      reference: subject,
      ttlSeconds: holdSeconds,
      lines,
    });
    if (reservation) return judge(reservation);
    const short = userErrors.flatMap((error) => ('variantId' in error ? [error] : []));
    invariant(short.length > 0, `catalog refused to reserve: ${said(userErrors)}`);
    return stepRefused(
      because(
        short.map(({ variantId, requested, available }) => outOfStock(['cartId'], { variantId, requested, available })),
      ),
    );
  },
  askOutcome: async ({ services, subject }): Promise<AskedOutcome<CheckoutData>> => {
    const reservation = await services.catalog.reservation(subject);
    return reservation ? judge(reservation) : { kind: 'absent' };
  },
  compensate: async ({ services, subject }) => {
    const { userErrors } = await services.catalog.release(subject);
    const serious = userErrors.filter(({ code }) => code !== 'UNKNOWN_REFERENCE');
    invariant(serious.length === 0, `catalog refused to release: ${said(serious)}`);
  },
};
