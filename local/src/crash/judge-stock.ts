import type { Evidence, OpeningStock, Units } from './evidence.ts';
import { groupedBy, type Violation, violation } from './violation.ts';

const add = (totals: Map<string, number>, lines: readonly Units[], sign = 1): void => {
  for (const { variantId, quantity } of lines) totals.set(variantId, (totals.get(variantId) ?? 0) + sign * quantity);
};

const isSame = (left: readonly Units[], right: readonly Units[]): boolean => {
  const difference = new Map<string, number>();
  add(difference, left);
  add(difference, right, -1);
  return [...difference.values()].every((quantity) => quantity === 0);
};

const holding = ['HELD', 'BOUND'];

/** A settled purchase took its units for good, a cancelled one holds none, and nobody else holds any. */
const judgeReservations = ({ groups, orders, sagas, reservations }: Evidence): Violation[] => {
  const of = new Map(reservations.map((reservation) => [reservation.reference, reservation]));
  const linesOf = groupedBy(
    orders.flatMap(({ groupId, lines }) => lines.map((line) => ({ groupId, ...line }))),
    ({ groupId }) => groupId,
  );
  const alive = new Set(
    sagas.filter(({ state }) => state !== 'DONE' && state !== 'UNDONE').map(({ subject }) => subject),
  );
  const leaked = reservations.filter(({ reference, state }) => holding.includes(state) && !alive.has(reference));
  const untaken = groups.flatMap(({ id, phase }) => {
    const reservation = of.get(id);
    if (phase === 'SETTLED') {
      if (reservation?.state !== 'COMMITTED')
        return [
          violation(
            'stock',
            `settled group ${id} has a reservation ${reservation?.state ?? 'of which nothing is known'}`,
          ),
        ];
      return isSame(reservation.lines, linesOf.get(id) ?? [])
        ? []
        : [violation('stock', `the units committed for group ${id} are not the units ordered`)];
    }
    return phase === 'CANCELLED' && reservation?.state === 'COMMITTED'
      ? [violation('stock', `cancelled group ${id} has committed units`)]
      : [];
  });
  return [
    ...leaked.map(({ reference, state }) =>
      violation('leaked reservation', `${reference} is ${state} and no saga needs it`),
    ),
    ...untaken,
  ];
};

/** What is on hand, less what came back, and what was committed add up to what there was; promises add up to holds. */
const judgeUnits = ({ stock, reservations, restocked }: Evidence, opening: OpeningStock): Violation[] => {
  const held = new Map<string, number>();
  const gone = new Map<string, number>();
  for (const { state, lines } of reservations) {
    if (holding.includes(state)) add(held, lines);
    if (state === 'COMMITTED') add(gone, lines);
  }
  add(gone, restocked, -1);
  return stock.flatMap(({ variantId, onHand, reserved }) => {
    const expected = (opening.get(variantId) ?? 0) - (gone.get(variantId) ?? 0);
    const promised = held.get(variantId) ?? 0;
    return [
      ...(onHand === expected
        ? []
        : [violation('stock', `${variantId}: ${onHand} on hand, ${expected} by what was committed and restocked`)]),
      ...(reserved === promised
        ? []
        : [violation('leaked reservation', `${variantId}: ${reserved} units reserved, ${promised} by its holds`)]),
    ];
  });
};

/** Goods left the shelf once for what was bought, and nothing is kept from others. */
export const judgeStock = (evidence: Evidence, opening: OpeningStock): Violation[] => [
  ...judgeReservations(evidence),
  ...judgeUnits(evidence, opening),
];
