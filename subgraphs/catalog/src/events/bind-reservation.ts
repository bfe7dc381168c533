import { consume } from '@vitrina/platform/events';
import { orderCreated } from '@vitrina/schema/events';
import { isHeld } from '../queries/reservations.ts';
import type { Services } from '../services.ts';
import { applyStockCommands } from '../usecases/run-stock-commands.ts';

/**
 * An order was made on a hold: the hold has no end any more. One event comes per shop of a group and all bind the same
 * hold, so all but the first change nothing, as does an event that comes after commit or release; most do. A hold that was alive
 * when the order was made is bound even if its time is over by now, unless somebody else was given the units meanwhile.
 */
export const bindReservation = consume<Services, typeof orderCreated.payload>(
  orderCreated,
  'bind-reservation',
  async (event, { tx, services }) => {
    if (!(await isHeld(tx, event.payload.groupId))) return;
    await applyStockCommands(tx, services, [
      { kind: 'bind', reference: event.payload.groupId, madeAt: event.occurredAt },
    ]);
  },
);
