import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeCommission } from './commission.ts';
import { heldMinor, releaseIfDue } from './escrow.ts';
import { aPart, aPayment } from './fixtures/part.ts';
import { imbalance } from './ledger.ts';
import { observe } from './observe.ts';
import { cancelled, capturableMinor, completed, delivered, requestVoid } from './order-news.ts';
import {
  type Change,
  cashProvider,
  merged,
  noChange,
  type Part,
  type Payment,
  partsAfter,
  type Refund,
  sum,
} from './payment.ts';
import type { IntentView } from './provider.ts';
import { observeRefund, refundableMinor, startRefund } from './refund.ts';

const now = new Date('2026-01-15T12:00:00Z');

/** A market in memory that saves changes as the database does, and refuses what the database would. */
class Market {
  payment: Payment;
  parts: Part[];
  refunds: Refund[] = [];
  paid: string[] = [];
  readonly accounts = new Map<string, bigint>();
  readonly sources = new Set<string>();
  readonly open = new Set<string>();

  constructor(provider: string, amounts: readonly bigint[]) {
    this.payment = aPayment({ provider, amountMinor: sum(amounts), providerIntentId: 'pi_1' });
    this.parts = amounts.map((amountMinor, index) =>
      aPart({ orderId: `ord_${index}`, shopId: `shp_${index}`, amountMinor }),
    );
  }

  save(decided: Change): void {
    let change = decided;
    for (const part of partsAfter(this.parts, decided)) change = merged(change, releaseIfDue(this.payment, part, now));
    this.payment = { ...this.payment, ...change.payment };
    this.parts = partsAfter(this.parts, change);
    for (const { source, phase, resolves, legs } of change.bookings) {
      if (this.sources.has(source)) continue;
      this.sources.add(source);
      if (resolves !== undefined && !this.open.delete(resolves))
        throw new Error(`${source} ends ${resolves}, which is not open.`);
      if (phase === 'PENDING') this.open.add(source);
      for (const off of imbalance(legs).values()) expect(off).toBe(0n);
      if (phase !== 'POSTED') continue;
      for (const { account, amountMinor } of legs)
        this.accounts.set(account.id, (this.accounts.get(account.id) ?? 0n) + amountMinor);
    }
    for (const intended of change.intended) if (intended.kind === 'REFUND') this.refunds.push(intended.refund);
    for (const fact of change.announcements) if (fact.kind === 'paid') this.paid.push(fact.orderId);
  }

  on(account: string): bigint {
    return this.accounts.get(account) ?? 0n;
  }
}

type Step = (market: Market) => void;
const view = (state: IntentView['state'], capturedMinor = 0n): IntentView => ({
  intentId: 'pi_1',
  paymentId: 'pay_1',
  state,
  capturedMinor,
  action: null,
  failure: null,
  card: null,
  fee: null,
});
const see = (market: Market, seen: IntentView) =>
  market.save(observe(market.payment, market.parts, seen, { channel: 'notice', now }));

const at = fc.nat({ max: 2 });
const withPart = (act: (market: Market, part: Part) => void) =>
  at.map(
    (index): Step =>
      (market) =>
        act(market, market.parts[index % market.parts.length] as Part),
  );

const news = fc.oneof(
  withPart((market, { orderId }) => market.save(delivered(market.payment, market.parts, orderId, now))),
  withPart((market, { orderId }) => market.save(completed(market.parts, orderId, now))),
  withPart((market, { orderId }) => market.save(cancelled(market.payment, market.parts, orderId, now))),
  withPart((market, part) => {
    const rates = { basisPoints: 1_234, taxBasisPoints: 1_900, amountMinor: part.amountMinor };
    const { commissionMinor, taxMinor } = freezeCommission(
      [{ orderLineId: 'orl', categoryId: 'cat', chargedMinor: part.amountMinor }],
      rates,
    );
    const patch = { frozenAt: now, commissionMinor, commissionTaxMinor: taxMinor };
    if (!part.frozenAt) market.save({ ...noChange, parts: new Map([[part.orderId, patch]]) });
  }),
);
const refunding = fc.oneof(
  fc.tuple(at, fc.integer({ min: 1, max: 100 })).map(
    ([index, percent]): Step =>
      (market) => {
        const part = market.parts[index % market.parts.length] as Part;
        const amountMinor = (refundableMinor(part) * BigInt(percent)) / 100n;
        if (amountMinor === 0n) return;
        const asked = { reference: `r${market.refunds.length}`, amountMinor, reason: '', earlier: market.refunds };
        market.save(startRefund(market.payment, part, asked).change);
      },
  ),
  fc.tuple(fc.nat({ max: 5 }), fc.constantFrom('SUCCEEDED' as const, 'SUCCEEDED' as const, 'FAILED' as const)).map(
    ([index, seen]): Step =>
      (market) => {
        const refund = market.refunds[index % Math.max(1, market.refunds.length)];
        const part = market.parts.find(({ orderId }) => orderId === refund?.orderId);
        const change = refund && part ? observeRefund(market.payment, part, refund, seen) : null;
        if (!change) return;
        market.refunds = market.refunds.map((each) => (each === refund ? { ...each, state: seen } : each));
        market.save(change);
      },
  ),
);
const cardNews = fc
  .constantFrom<IntentView['state']>('PROCESSING', 'REQUIRES_ACTION', 'AUTHORISED', 'CAPTURED', 'FAILED', 'VOIDED')
  .map(
    (state): Step =>
      (market) => {
        const capturable = capturableMinor(market.parts);
        see(
          market,
          view(state, state === 'CAPTURED' ? (capturable === 0n ? market.payment.amountMinor : capturable) : 0n),
        );
      },
  );
const givingUp = fc.constant<Step>((market) => {
  if (market.payment.capturedMinor === 0n) market.save(requestVoid(market.payment, now));
});

const holdsTogether = (market: Market): void => {
  const { payment, parts, refunds } = market;
  expect(sum([...market.accounts.values()])).toBe(0n);
  expect(payment.capturedMinor).toBe(sum(parts.map((part) => part.fundedMinor)));
  expect(payment.refundedMinor).toBe(sum(parts.map((part) => part.refundedMinor)));
  expect(new Set(market.paid).size).toBe(market.paid.length);
  for (const part of parts) {
    expect(part.refundedMinor + part.refundPendingMinor).toBeLessThanOrEqual(part.fundedMinor);
    const returned = refunds.filter((refund) => refund.orderId === part.orderId && refund.state === 'SUCCEEDED');
    // What bounced after the release stays in escrow although nothing is held for the shop any more.
    const stranded = part.releasedAt
      ? part.fundedMinor - part.releasedMinor - sum(returned.map((refund) => refund.fromEscrowMinor))
      : 0n;
    expect(-market.on(`escrow:${part.orderId}:EUR`)).toBe(heldMinor(part) + stranded);
    expect(stranded).toBeGreaterThanOrEqual(0n);
    const seller = part.releasedMinor - part.releasedCommissionMinor - part.releasedTaxMinor;
    const expected = seller - sum(returned.map((refund) => refund.fromSellerMinor));
    expect(-market.on(`seller_payable:${part.shopId}:EUR`)).toBe(expected);
    expect(expected).toBeGreaterThanOrEqual(0n);
  }
  if (['CAPTURED', 'FAILED', 'VOIDED'].includes(payment.state)) {
    expect([...market.open].filter((source) => source.startsWith('authorisation:'))).toEqual([]);
  }
};

const amounts = fc.array(fc.bigInt({ min: 1n, max: 1_000_000n }), { minLength: 1, maxLength: 3 });

describe('a payment’s life', () => {
  it('by card keeps rows and books in step, whatever happens in whatever order', () => {
    const life = fc.array(fc.oneof(cardNews, news, refunding, givingUp), { maxLength: 40 });
    fc.assert(
      fc.property(amounts, life, (parts, steps) => {
        const market = new Market('stripe', parts);
        for (const step of steps) {
          step(market);
          holdsTogether(market);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('in cash does too', () => {
    const life = fc.array(fc.oneof(news, refunding), { maxLength: 40 });
    fc.assert(
      fc.property(amounts, life, (parts, steps) => {
        const market = new Market(cashProvider, parts);
        see(market, view('AUTHORISED'));
        for (const step of steps) {
          step(market);
          holdsTogether(market);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
