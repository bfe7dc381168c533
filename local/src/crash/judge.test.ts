import { describe, expect, it } from 'vitest';
import type { BookedIntent } from '../stripe-double/index.ts';
import type { Claim, Evidence, OrderFact } from './evidence.ts';
import { judge } from './judge.ts';

const intent = (id: string, groupId: string, money: Partial<BookedIntent>): BookedIntent => ({
  id,
  account: 'acct_platform',
  amount: 500,
  currency: 'rub',
  status: 'succeeded',
  metadata: { groupId },
  transferGroup: null,
  created: 0,
  timesCharged: 1,
  timesDeclined: 0,
  capturedMinor: 500,
  refundedMinor: 0,
  chargeIds: [],
  ...money,
});

const order = (id: string, groupId: string, rest: Partial<OrderFact>): OrderFact => ({
  id,
  groupId,
  status: 'PAID',
  paymentStatus: 'PAID',
  totalMinor: 500n,
  lines: [{ variantId: 'var_1', quantity: 2 }],
  timesFunded: 1,
  fundedMinor: 500n,
  refundedMinor: 0n,
  ...rest,
});

const saga = (subject: string, state: string) => ({
  id: `sga_of_${subject}`,
  name: 'orders.checkout',
  subject,
  state,
  step: null,
  lastError: null,
});

/** One purchase that was paid and one that was declined, both as they have to be. */
const sound: Evidence = {
  groups: [
    { id: 'grp_paid', cartId: 'crt_1', phase: 'SETTLED', terms: 'PREPAID', totalMinor: 500n },
    { id: 'grp_declined', cartId: 'crt_2', phase: 'CANCELLED', terms: 'PREPAID', totalMinor: 500n },
  ],
  orders: [
    order('ord_1', 'grp_paid', {}),
    order('ord_2', 'grp_declined', { status: 'CANCELLED', paymentStatus: 'VOIDED', timesFunded: 0, fundedMinor: 0n }),
  ],
  sagas: [saga('grp_paid', 'DONE'), saga('grp_declined', 'UNDONE')],
  reservations: [
    { reference: 'grp_paid', state: 'COMMITTED', lines: [{ variantId: 'var_1', quantity: 2 }] },
    { reference: 'grp_declined', state: 'RELEASED', lines: [{ variantId: 'var_1', quantity: 2 }] },
  ],
  restocked: [],
  stock: [{ variantId: 'var_1', onHand: 8, reserved: 0 }],
  payments: [
    { id: 'pay_1', groupId: 'grp_paid', provider: 'stripe', state: 'CAPTURED', capturedMinor: 500n, refundedMinor: 0n },
    { id: 'pay_2', groupId: 'grp_declined', provider: 'stripe', state: 'FAILED', capturedMinor: 0n, refundedMinor: 0n },
  ],
  unbalanced: [],
  open: [],
  intents: [
    intent('pi_1', 'grp_paid', {}),
    intent('pi_2', 'grp_declined', { status: 'requires_payment_method', timesCharged: 0, capturedMinor: 0 }),
  ],
};

const told: readonly Claim[] = [
  { key: 'key_1', cartId: 'crt_1', groupId: 'grp_paid', status: 'CONFIRMED', mustEnd: 'SETTLED' },
  { key: 'key_2', cartId: 'crt_2', groupId: 'grp_declined', status: 'REFUSED', mustEnd: 'CANCELLED' },
];

const opening = new Map([['var_1', 10]]);

const brokenBy = (change: Partial<Evidence>, claims = told): string[] =>
  judge({ ...sound, ...change }, opening, claims).violations.map(({ rule, what }) => `${rule}: ${what}`);

const without = <T>(items: readonly T[], index: number): T[] => items.filter((_, at) => at !== index);

describe('the judge of a crash test', () => {
  it('finds nothing in a market that did everything once', () => {
    expect(judge(sound, opening, told)).toEqual({
      violations: [],
      settled: 1,
      cancelled: 1,
      capturedTimes: 1,
      unitsCommitted: 2,
    });
  });

  it('finds a second charge, in the same intent or in another one', () => {
    expect(brokenBy({ intents: [...sound.intents, intent('pi_3', 'grp_paid', {})] })).toContainEqual(
      'double charge: group grp_paid: 2 charges',
    );
    const twice = intent('pi_1', 'grp_paid', { timesCharged: 2, capturedMinor: 1_000 });
    expect(brokenBy({ intents: [twice, ...without(sound.intents, 0)] })).toContainEqual(
      'double charge: group grp_paid: 2 charges',
    );
  });

  it('finds money of nobody, money taken for nothing and a hold that was never given up', () => {
    expect(brokenBy({ intents: [...sound.intents, intent('pi_3', 'grp_unknown', {})] })).toEqual([
      'lost: intent pi_3 belongs to no order group',
    ]);
    expect(brokenBy({ intents: [...without(sound.intents, 1), intent('pi_2', 'grp_declined', {})] })).toEqual([
      'outcome: group grp_declined is unpaid by rights, the provider kept 500',
    ]);
    const held = intent('pi_2', 'grp_declined', { status: 'requires_capture', capturedMinor: 0 });
    expect(brokenBy({ intents: [...without(sound.intents, 1), held] })).toEqual([
      'outcome: intent pi_2 of group grp_declined is left requires_capture',
    ]);
  });

  it('finds a capture that is not in the ledger, is there twice, or does not balance', () => {
    const declined = sound.orders.slice(1);
    expect(
      brokenBy({ orders: [order('ord_1', 'grp_paid', { timesFunded: 0, fundedMinor: 0n }), ...declined] }),
    ).toEqual(['ledger: order ord_1 costs 500 and was booked 0 times, 0 in all']);
    expect(
      brokenBy({ orders: [order('ord_1', 'grp_paid', { timesFunded: 2, fundedMinor: 1_000n }), ...declined] }),
    ).toEqual(['ledger: order ord_1 costs 500 and was booked 2 times, 1000 in all']);
    expect(brokenBy({ unbalanced: ['txn_1'] })).toEqual(['ledger: txn_1 does not add up to zero']);
  });

  it('finds a commit that is missing, was made twice, or took other units than were ordered', () => {
    const [committed, released] = sound.reservations;
    if (!committed || !released) throw new Error('The sound market has two reservations.');
    expect(brokenBy({ reservations: [{ ...committed, state: 'RELEASED' }, released] })).toEqual([
      'stock: settled group grp_paid has a reservation RELEASED',
      'stock: var_1: 8 on hand, 10 by what was committed and restocked',
    ]);
    expect(brokenBy({ stock: [{ variantId: 'var_1', onHand: 6, reserved: 0 }] })).toEqual([
      'stock: var_1: 6 on hand, 8 by what was committed and restocked',
    ]);
    const less = { ...committed, lines: [{ variantId: 'var_1', quantity: 1 }] };
    expect(brokenBy({ reservations: [less, released] })).toContainEqual(
      'stock: the units committed for group grp_paid are not the units ordered',
    );
  });

  it('finds units that are kept for nobody', () => {
    const orphan = { reference: 'grp_gone', state: 'HELD', lines: [{ variantId: 'var_1', quantity: 1 }] };
    expect(
      brokenBy({
        reservations: [...sound.reservations, orphan],
        stock: [{ variantId: 'var_1', onHand: 8, reserved: 1 }],
      }),
    ).toEqual(['leaked reservation: grp_gone is HELD and no saga needs it']);
    expect(brokenBy({ stock: [{ variantId: 'var_1', onHand: 8, reserved: 1 }] })).toEqual([
      'leaked reservation: var_1: 1 units reserved, 0 by its holds',
    ]);
  });

  it('finds a purchase that was lost, made twice, or ended otherwise than its buyer was told', () => {
    expect(brokenBy({ sagas: without(sound.sagas, 1) })).toEqual(['lost: group grp_declined has no saga']);
    const [, declined] = told;
    if (!declined) throw new Error('Two clients were told something.');
    const unanswered = { ...declined, groupId: null, status: null };
    expect(brokenBy({}, [unanswered])).toEqual(['lost: key key_2 never got an answer (grp_declined)']);
    expect(brokenBy({}, [{ ...declined, groupId: 'grp_gone' }])).toEqual(['lost: group grp_gone (key key_2) is gone']);
    expect(brokenBy({}, [{ ...declined, status: 'CONFIRMED' }])).toEqual([
      'outcome: the buyer of group grp_declined was told CONFIRMED, it is CANCELLED',
    ]);
    expect(
      brokenBy({ groups: sound.groups.map((group) => ({ ...group, cartId: 'crt_1' })) }, told.slice(0, 1)),
    ).toEqual(['outcome: key key_1 made 2 groups: grp_paid, grp_declined']);
  });

  it('finds what is not finished', () => {
    const stuck = { ...saga('grp_declined', 'STUCK'), step: 'reserve', lastError: 'catalog is away' };
    expect(brokenBy({ sagas: [...sound.sagas.slice(0, 1), stuck] })).toContainEqual(
      'unfinished: orders.checkout sga_of_grp_declined of grp_declined is STUCK at reserve (catalog is away)',
    );
    expect(brokenBy({ open: [{ kind: 'parked delivery', id: 'orders.order-paid evt_1' }] })).toEqual([
      'unfinished: parked delivery orders.order-paid evt_1',
    ]);
  });
});
