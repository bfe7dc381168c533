import { describe, expect, it } from 'vitest';
import { decideStock, type StockCommand } from './decide-stock.ts';
import { type Reservation, type ReservationState, sameUnits, unitsByVariant } from './reservation.ts';
import { StockBook, type StockCell } from './stock-book.ts';

const now = new Date('2026-01-15T12:00:00Z');
const inSeconds = (seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
const line = (variantId: string, quantity: number) => ({ variantId, quantity });
const cell = (variantId: string, onHand: number, reserved = 0, locationId = 'loc_1'): StockCell => ({
  variantId,
  locationId,
  onHand,
  reserved,
});
/** A promise of two units of A, in this state. */
const promise = (state: ReservationState, expiresAt: Date | null = inSeconds(60)): Reservation => ({
  id: 'rsv_1',
  reference: 'g1',
  state,
  expiresAt: state === 'HELD' || state === 'EXPIRED' ? expiresAt : null,
  lines: [{ variantId: 'A', locationId: 'loc_1', quantity: 2 }],
});
const isOpen = (state: ReservationState): boolean => state === 'HELD' || state === 'BOUND';

/** Decides one command over five units of A with a promise in this state, and says what came of it. */
const decide = (command: StockCommand, state?: ReservationState, expiresAt?: Date) => {
  const book = new StockBook(
    [cell('A', 5, state && isOpen(state) ? 2 : 0), cell('B', 1)],
    state ? [promise(state, expiresAt)] : [],
    now,
  );
  const outcome = decideStock(book, command, now);
  const { cells, made, changed } = book.changes();
  const units = cells.map(({ variantId, onHandDelta, reservedDelta }) => [variantId, onHandDelta, reservedDelta]);
  return {
    said: outcome.ok ? (outcome.value?.state ?? 'nothing') : outcome.refusals.map(({ code }) => code).join(),
    units,
    writes: made.length + changed.length,
    outcome,
  };
};
const reserve = (...lines: { variantId: string; quantity: number }[]): StockCommand => ({
  kind: 'reserve',
  reference: 'g1',
  newId: 'rsv_new',
  ttlSeconds: 900,
  lines,
});
const extend: StockCommand = { kind: 'extend', reference: 'g1', ttlSeconds: 600 };
const release: StockCommand = { kind: 'release', reference: 'g1' };
const commit: StockCommand = { kind: 'commit', reference: 'g1' };
const bind: StockCommand = { kind: 'bind', reference: 'g1', madeAt: inSeconds(-1) };
const expire: StockCommand = { kind: 'expire', reference: 'g1' };

const commands = { extend, release, commit, bind, expire };

const nothing: readonly (string | number)[][] = [];
const givenBack = [['A', 0, -2]];
const sold = [['A', -2, -2]];

describe('what becomes of a promise of stock', () => {
  it.each<[keyof typeof commands, ReservationState | undefined, string, readonly (string | number)[][]]>([
    ['extend', 'HELD', 'HELD', nothing],
    ['extend', 'BOUND', 'BOUND', nothing],
    ['extend', 'COMMITTED', 'COMMITTED', nothing],
    ['extend', 'RELEASED', 'RESERVATION_GONE', nothing],
    ['extend', 'EXPIRED', 'RESERVATION_GONE', nothing],
    ['extend', undefined, 'UNKNOWN_REFERENCE', nothing],
    ['release', 'HELD', 'RELEASED', givenBack],
    ['release', 'BOUND', 'RELEASED', givenBack],
    ['release', 'RELEASED', 'RELEASED', nothing],
    ['release', 'EXPIRED', 'EXPIRED', nothing],
    ['release', 'COMMITTED', 'ALREADY_COMMITTED', nothing],
    ['release', undefined, 'nothing', nothing],
    ['commit', 'HELD', 'COMMITTED', sold],
    ['commit', 'BOUND', 'COMMITTED', sold],
    ['commit', 'COMMITTED', 'COMMITTED', nothing],
    ['commit', 'RELEASED', 'RESERVATION_GONE', nothing],
    ['commit', 'EXPIRED', 'RESERVATION_GONE', nothing],
    ['commit', undefined, 'UNKNOWN_REFERENCE', nothing],
    ['bind', 'HELD', 'BOUND', nothing],
    ['bind', 'BOUND', 'BOUND', nothing],
    ['bind', 'COMMITTED', 'COMMITTED', nothing],
    ['bind', 'RELEASED', 'RELEASED', nothing],
    ['bind', 'EXPIRED', 'EXPIRED', nothing],
    ['bind', undefined, 'nothing', nothing],
    ['expire', 'HELD', 'HELD', nothing],
    ['expire', 'BOUND', 'BOUND', nothing],
    ['expire', 'COMMITTED', 'COMMITTED', nothing],
    ['expire', 'RELEASED', 'RELEASED', nothing],
    ['expire', undefined, 'nothing', nothing],
  ])('%s of one that is %s: %s', (kind, state, said, units) => {
    const outcome = decide(commands[kind], state);
    expect({ said: outcome.said, units: outcome.units }).toEqual({ said, units });
  });

  it.each<[string, StockCommand, string]>([
    ['extend', extend, 'RESERVATION_GONE'],
    ['release', release, 'EXPIRED'],
    ['commit', commit, 'RESERVATION_GONE'],
    ['expire', expire, 'EXPIRED'],
    ['reserve', reserve(line('A', 2)), 'EXPIRED'],
    ['bind', { ...bind, madeAt: now } as StockCommand, 'EXPIRED'],
  ])('%s of a hold whose time is over gives its units back first', (_kind, command, said) => {
    const outcome = decide(command, 'HELD', now);
    expect({ said: outcome.said, units: outcome.units, writes: outcome.writes }).toEqual({
      said,
      units: givenBack,
      writes: 1,
    });
  });

  it('keeps the end a hold had when it expires, and has none once it is bound, sold or released', () => {
    const endOf = (command: StockCommand, expiresAt?: Date) => {
      const { outcome } = decide(command, 'HELD', expiresAt);
      return outcome.ok ? outcome.value?.expiresAt : undefined;
    };
    expect(endOf(expire, inSeconds(-5))).toEqual(inSeconds(-5));
    expect(endOf(extend)).toEqual(inSeconds(600));
    expect([bind, commit, release].map((command) => endOf(command))).toEqual([null, null, null]);
  });

  it('writes nothing for what changes nothing', () => {
    for (const state of ['BOUND', 'COMMITTED', 'RELEASED'] as const) expect(decide(expire, state).writes).toBe(0);
    expect(decide(release).writes).toBe(0);
    expect(decide(commit, 'COMMITTED').writes).toBe(0);
  });
});

describe('a wish for stock', () => {
  it('holds the units of its lines, those of one variant as one', () => {
    const { said, units, outcome } = decide(reserve(line('A', 2), line('B', 1), line('A', 3)));
    expect(said).toBe('HELD');
    expect(units).toEqual([
      ['A', 0, 5],
      ['B', 0, 1],
    ]);
    expect(outcome).toMatchObject({ value: { id: 'rsv_new', expiresAt: inSeconds(900) } });
  });

  it('that cannot be met holds nothing, and says of each variant how much is missing and where it was asked for', () => {
    const { said, units, writes, outcome } = decide(reserve(line('B', 1), line('A', 4), line('B', 1), line('A', 2)));
    expect({ said, units, writes }).toEqual({ said: 'OUT_OF_STOCK,OUT_OF_STOCK', units: nothing, writes: 0 });
    expect(outcome).toMatchObject({
      refusals: [
        { variantId: 'B', requested: 2, available: 1, field: ['lines', '0', 'quantity'] },
        { variantId: 'A', requested: 6, available: 5, field: ['lines', '1', 'quantity'] },
      ],
    });
  });

  it('for something nobody stocks is told that there is none', () => {
    expect(decide(reserve(line('nowhere', 1))).outcome).toMatchObject({ refusals: [{ available: 0, requested: 1 }] });
  });

  it.each<[ReservationState, string]>([
    ['HELD', 'HELD'],
    ['BOUND', 'BOUND'],
    ['COMMITTED', 'COMMITTED'],
    ['RELEASED', 'RELEASED'],
    ['EXPIRED', 'EXPIRED'],
  ])('made again finds the first one, also when that is %s: it takes no units twice', (state, said) => {
    const again = decide(reserve(line('A', 1), line('A', 1)), state);
    expect({ said: again.said, units: again.units, writes: again.writes }).toEqual({ said, units: nothing, writes: 0 });
  });

  it.each([[line('A', 3)], [line('B', 2)]])('under a reference that stands for other goods is refused: %o', (other) => {
    expect(decide(reserve(other), 'HELD').said).toBe('REFERENCE_REUSED');
    expect(decide(reserve(line('A', 2), line('B', 1)), 'HELD').said).toBe('REFERENCE_REUSED');
  });

  it('takes what overdue holds of others had, and only those of its own goods', () => {
    const overdue = (reference: string, variantId: string): Reservation => ({
      ...promise('HELD', now),
      id: `rsv_${reference}`,
      reference,
      lines: [{ variantId, locationId: 'loc_1', quantity: 1 }],
    });
    const book = new StockBook([cell('A', 1, 1), cell('B', 1, 1)], [overdue('g8', 'A'), overdue('g9', 'B')], now);
    expect(decideStock(book, reserve(line('A', 1)), now)).toMatchObject({ ok: true, value: { state: 'HELD' } });
    expect(book.reservation('g8')?.state).toBe('EXPIRED');
    expect(book.reservation('g9')?.state).toBe('HELD');
    // One unit went back and one was taken: nothing to write for the place itself.
    expect(book.changes().cells).toEqual([]);
  });

  it('leaves alone what is held by somebody whose time is not over', () => {
    const book = new StockBook([cell('A', 1, 1)], [{ ...promise('HELD'), reference: 'g8' }], now);
    expect(decideStock(book, reserve(line('A', 1)), now)).toMatchObject({ ok: false });
    expect(book.changes()).toEqual({ cells: [], made: [], changed: [] });
  });
});

describe('the book of stock', () => {
  it('finds a place that would hold less than it promised, whoever asked for that', () => {
    const book = new StockBook([cell('A', 3, 2)], [], now);
    expect(() => book.addOnHand('A', 'loc_1', -2)).toThrow(/1 on hand with 2 reserved/);
    expect(() => new StockBook([cell('A', 3)], [promise('HELD')], now).settle(promise('HELD'), 'RELEASED')).toThrow(
      /-2 reserved/,
    );
  });

  it('changes only what was read', () => {
    const book = new StockBook([cell('A', 3)], [], now);
    expect(() => book.addOnHand('A', 'loc_2', 1)).toThrow(/was not read/);
    expect(() => book.take('A', 4)).toThrow(/Took 3 of 4/);
    expect(book.cell('B', 'loc_1')).toBeUndefined();
  });

  it('hands out copies: what is done with them changes no stock', () => {
    const book = new StockBook([cell('A', 3)], [], now);
    Object.assign(book.placesOf('A')[0] ?? {}, { onHand: 99 });
    expect(book.available('A')).toBe(3);
  });
});

describe('units', () => {
  it('are the same whatever order and lines they come in', () => {
    expect(sameUnits([line('A', 1), line('B', 2)], [line('B', 1), line('A', 1), line('B', 1)])).toBe(true);
    expect(sameUnits([line('A', 1)], [line('A', 1), line('B', 1)])).toBe(false);
    expect(sameUnits([line('A', 1), line('B', 1)], [line('A', 1)])).toBe(false);
    expect(sameUnits([line('A', 2)], [line('A', 1)])).toBe(false);
    expect(unitsByVariant([])).toEqual(new Map());
  });
});
