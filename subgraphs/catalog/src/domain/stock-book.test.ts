import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideStock, type StockCommand } from './decide-stock.ts';
import { type Reservation, stateAt } from './reservation.ts';
import { StockBook, type StockCell } from './stock-book.ts';

const start = new Date('2026-01-15T12:00:00Z');
const at = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);
const variantIds = ['var_a', 'var_b'];
const locationIds = ['loc_1', 'loc_2'];

const reference = fc.constantFrom('g1', 'g2', 'g3', 'g4', 'g5');
const command: fc.Arbitrary<StockCommand> = fc.oneof(
  fc.record({
    kind: fc.constant('reserve' as const),
    reference,
    newId: fc.constant('rsv_x'),
    ttlSeconds: fc.integer({ min: 1, max: 30 }),
    lines: fc.array(
      fc.record({ variantId: fc.constantFrom(...variantIds), quantity: fc.integer({ min: 1, max: 6 }) }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  fc.record({ kind: fc.constant('extend' as const), reference, ttlSeconds: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constantFrom('release' as const, 'commit' as const, 'expire' as const), reference }),
  fc.record({ kind: fc.constant('bind' as const), reference, madeAt: fc.integer({ min: 0, max: 100 }).map(at) }),
);

/** Batches of commands, each some seconds after the one before. */
const batches = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 20 }), commands: fc.array(command, { minLength: 1, maxLength: 6 }) }),
  { maxLength: 12 },
);
const cells = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }).map((units): StockCell[] =>
  units.map((onHand, index) => ({
    variantId: variantIds[index >> 1] as string,
    locationId: locationIds[index % 2] as string,
    onHand,
    reserved: 0,
  })),
);

/** What the database would hold after the differences of a batch were written. */
const written = (before: readonly StockCell[], known: ReadonlyMap<string, Reservation>, book: StockBook) => {
  const { cells: moved, made, changed } = book.changes();
  const after = before.map((cell) => {
    const change = moved.find(
      ({ variantId, locationId }) => variantId === cell.variantId && locationId === cell.locationId,
    );
    return change
      ? { ...cell, onHand: cell.onHand + change.onHandDelta, reserved: cell.reserved + change.reservedDelta }
      : cell;
  });
  return {
    after,
    reservations: new Map([
      ...known,
      ...[...made, ...changed].map((reservation) => [reservation.reference, reservation] as const),
    ]),
  };
};

const promisedIn = (
  reservations: ReadonlyMap<string, Reservation>,
  cell: StockCell,
  states: readonly string[],
): number =>
  [...reservations.values()]
    .filter(({ state }) => states.includes(state))
    .flatMap(({ lines }) => lines)
    .filter(({ variantId, locationId }) => variantId === cell.variantId && locationId === cell.locationId)
    .reduce((sum, { quantity }) => sum + quantity, 0);

describe('any sequence of stock commands', () => {
  it('keeps 0 ≤ reserved ≤ on hand, reserved = open promises, and on hand + sold = what there was', () => {
    fc.assert(
      fc.property(cells, batches, (initial, sequence) => {
        let stored: readonly StockCell[] = initial;
        let reservations: ReadonlyMap<string, Reservation> = new Map();
        let seconds = 0;
        for (const { wait, commands } of sequence) {
          seconds += wait;
          const book = new StockBook(stored, [...reservations.values()], at(seconds));
          for (const wish of commands) decideStock(book, wish, at(seconds));
          ({ after: stored, reservations } = written(stored, reservations, book));
          // One assertion per batch: matchers are what this property would otherwise spend its time on.
          const wrong = stored.filter(({ onHand, reserved, ...cell }, index) => {
            const promised = promisedIn(reservations, { ...cell, onHand, reserved }, ['HELD', 'BOUND']);
            const sold = promisedIn(reservations, { ...cell, onHand, reserved }, ['COMMITTED']);
            return (
              reserved < 0 || onHand < reserved || reserved !== promised || onHand + sold !== initial[index]?.onHand
            );
          });
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  }, 240_000);

  it('changes nothing when every command of a batch comes again', () => {
    fc.assert(
      fc.property(cells, fc.array(command, { minLength: 1, maxLength: 8 }), (initial, commands) => {
        const settled = commands.filter(({ kind }) => kind !== 'extend');
        const first = new StockBook(initial, [], start);
        for (const wish of settled) decideStock(first, wish, start);
        const { after, reservations } = written(initial, new Map(), first);
        const last = new Map(settled.map((wish) => [wish.reference, wish]));
        const again = new StockBook(after, [...reservations.values()], start);
        for (const wish of last.values()) if (reservations.has(wish.reference)) decideStock(again, wish, start);
        expect(again.changes().cells).toEqual([]);
      }),
    );
  });
});

describe('a hold', () => {
  const held = (expiresAt: Date): Reservation => ({
    id: 'rsv_1',
    reference: 'g1',
    state: 'HELD',
    expiresAt,
    lines: [{ variantId: 'var_a', locationId: 'loc_1', quantity: 2 }],
  });
  const cell: StockCell = { variantId: 'var_a', locationId: 'loc_1', onHand: 5, reserved: 2 };

  it('reads as expired the moment its time is over', () => {
    expect([stateAt(held(at(10)), at(9)), stateAt(held(at(10)), at(10))]).toEqual(['HELD', 'EXPIRED']);
  });

  it('is bound by an order made in time although the news comes late', () => {
    const book = new StockBook([cell], [held(at(10))], at(60));
    expect(decideStock(book, { kind: 'bind', reference: 'g1', madeAt: at(9) }, at(60))).toMatchObject({
      ok: true,
      value: { state: 'BOUND', expiresAt: null },
    });
  });

  it('is not bound by an order made after its end', () => {
    const book = new StockBook([cell], [held(at(10))], at(60));
    expect(decideStock(book, { kind: 'bind', reference: 'g1', madeAt: at(11) }, at(60))).toMatchObject({
      ok: true,
      value: { state: 'EXPIRED' },
    });
    expect(book.changes().cells).toEqual([
      { variantId: 'var_a', locationId: 'loc_1', onHandDelta: 0, reservedDelta: -2 },
    ]);
  });

  it('is taken from the first place first and goes on in the next', () => {
    const places: StockCell[] = [
      { ...cell, reserved: 4 },
      { ...cell, locationId: 'loc_2', reserved: 0 },
    ];
    const book = new StockBook(places, [], start);
    const outcome = decideStock(
      book,
      {
        kind: 'reserve',
        reference: 'g9',
        newId: 'rsv_9',
        ttlSeconds: 60,
        lines: [{ variantId: 'var_a', quantity: 3 }],
      },
      start,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        lines: [
          { locationId: 'loc_1', quantity: 1 },
          { locationId: 'loc_2', quantity: 2 },
        ],
      },
    });
  });
});
