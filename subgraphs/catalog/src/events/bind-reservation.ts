import { consume, gathering } from '@vitrina/platform/events';
import { orderCreated } from '@vitrina/schema/events';
import { heldAmong } from '../queries/reservations.ts';
import type { Services } from '../services.ts';
import { applyStockCommands } from '../usecases/run-stock-commands.ts';

const bindAll = gathering<Services, { readonly reference: string; readonly madeAt: Date }>(
  async ({ tx, services }, made) => {
    const held = await heldAmong(tx, [...new Set(made.map(({ reference }) => reference))]);
    const first = new Map<string, Date>();
    for (const { reference, madeAt } of made)
      if (held.has(reference) && !first.has(reference)) first.set(reference, madeAt);
    if (first.size === 0) return;
    const commands = [...first].map(([reference, madeAt]) => ({ kind: 'bind' as const, reference, madeAt }));
    await applyStockCommands(tx, services, commands);
  },
);

/**
 * An order was made on a hold: the hold has no end any more. One event comes per shop of a group and all bind the same
 * hold, so all but the first change nothing, as does an event that comes after commit or release; most do. A hold that was alive
 * when the order was made is bound even if its time is over by now, unless somebody else was given the units meanwhile.
 */
export const bindReservation = consume<Services, typeof orderCreated.payload>(
  orderCreated,
  'bind-reservation',
  async (event, scope) => bindAll(scope, { reference: event.payload.groupId, madeAt: event.occurredAt }),
);
