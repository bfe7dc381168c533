import { manualClock } from '@vitrina/platform/clock';
import { newId } from '@vitrina/platform/ids';
import { asService, type TestContext, testContext } from '@vitrina/platform/testing';
import { orderCancelled, orderCompleted, orderCreated, orderDelivered } from '@vitrina/schema/events';
import type { Services } from '../src/services.ts';
import { payments } from '../src/subgraph.ts';
import { type RunningDouble, startDouble, webhookSecret, webhookServer } from './stripe-double.ts';

/** A part of a checkout: one order of one shop. */
export interface TestPart {
  readonly orderId: string;
  readonly shopId: string;
  readonly amountMinor: string;
}

export interface Placed {
  readonly groupId: string;
  readonly buyerId: string;
  readonly parts: readonly TestPart[];
  readonly total: bigint;
}

/** A fresh checkout; amounts are in minor units, one shop's order each. */
export const placed = (...amounts: readonly number[]): Placed => ({
  groupId: newId('grp'),
  buyerId: newId('usr'),
  parts: amounts.map((amount) => ({ orderId: newId('ord'), shopId: newId('shp'), amountMinor: String(amount) })),
  total: BigInt(amounts.reduce((sum, amount) => sum + amount, 0)),
});

const paymentFields =
  'payment { id state captured { amountMinor } refunded { amountMinor } action { redirectUrl clientSecret } failure { code message } } userErrors { code field message }';
const orders = asService('orders');

/** The seller's answer: ten percent for everybody unless a test says otherwise. */
export const terms = { commissionBasisPoints: 1_000 };

export interface PaymentAnswer {
  readonly payment: {
    readonly id: string;
    readonly state: string;
    readonly captured: { readonly amountMinor: string };
    readonly refunded: { readonly amountMinor: string };
    readonly action: { readonly redirectUrl: string | null; readonly clientSecret: string | null } | null;
    readonly failure: { readonly code: string; readonly message: string } | null;
  } | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
  }[];
}

/** Boots payments on a database of its own, with a double of Stripe whose webhooks reach the context's own route. */
export const bootPayments = async (env: Record<string, string> = {}) => {
  const route = payments.routes?.find((candidate) => candidate.path === '/webhooks/stripe');
  let context: TestContext<Services>;
  const deliver = async (body: Buffer, signature: string): Promise<number> => {
    if (!route) throw new Error('payments has no webhook route.');
    const request = { method: 'POST', path: route.path, query: {}, headers: { 'stripe-signature': signature }, body };
    return (await route.handle(request, { services: context.services, log: context.runtime.log })).status;
  };
  const { url, server } = await webhookServer(deliver);
  const double: RunningDouble = await startDouble(url);
  context = await testContext<Services>(payments, {
    env: {
      VITRINA_STRIPE_KEY: 'sk_test_payments',
      VITRINA_STRIPE_WEBHOOK_SECRET: webhookSecret,
      VITRINA_STRIPE_API_URL: double.url,
      VITRINA_STRIPE_TIMEOUT_MS: '700',
      ...env,
    },
    clock: manualClock(new Date()),
    internal: {
      seller: {
        CheckoutShops: ({ ids }: { ids: string[] }) => ({ checkoutShops: ids.map((shopId) => ({ shopId, ...terms })) }),
      },
    },
  });

  const run = async <T>(document: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await context.ask<Record<string, T>>(document, variables, { as: orders });
    if (errors?.length) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] as T;
  };
  const operation = (name: string, inputType: string) => (input: object) =>
    run<PaymentAnswer>(`mutation ($input: ${inputType}!) { ${name}(input: $input) { ${paymentFields} } }`, { input });
  const authoriseInput = operation('authorisePayment', 'AuthorisePaymentInput');

  return {
    ...context,
    double,
    deliverWebhook: deliver,
    /** Authorises a checkout with a test card (`visa`), or in cash when the card is null. */
    authorise: ({ groupId, buyerId, parts, total }: Placed, card: string | null = 'visa', more: object = {}) =>
      authoriseInput({
        groupId,
        buyerId,
        currency: 'EUR',
        amountMinor: String(total),
        terms: card === null ? 'ON_DELIVERY' : 'PREPAID',
        ...(card !== null && { providerToken: `pm_card_${card}` }),
        returnUrl: 'https://vitrina.example/back',
        parts,
        ...more,
      }),
    capture: ({ groupId }: Placed) => operation('capturePayment', 'CapturePaymentInput')({ groupId }),
    giveUp: ({ groupId }: Placed) => operation('voidPayment', 'VoidPaymentInput')({ groupId }),
    refund: (of: Placed, part: TestPart, amountMinor: number, reference: string = newId('ref')) =>
      run<{ refund: { id: string; state: string } | null; userErrors: PaymentAnswer['userErrors'] }>(
        'mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { refund { id state } userErrors { code field message } } }',
        {
          input: {
            groupId: of.groupId,
            orderId: part.orderId,
            amountMinor: String(amountMinor),
            reference,
            reason: 'Too small.',
          },
        },
      ),
    byGroup: ({ groupId }: Placed) =>
      run<PaymentAnswer['payment']>(
        'query ($groupId: ID!) { paymentByGroup(groupId: $groupId) { id state failure { code } action { redirectUrl } } }',
        { groupId },
      ),
    /** The event orders publishes for each part. */
    created: async (of: Placed, lines?: readonly number[]) => {
      for (const part of of.parts)
        await context.deliver(orderCreated, createdEvent(of, part, lines ?? [Number(part.amountMinor)]));
    },
    delivered: (of: Placed, part: TestPart) =>
      context.deliver(orderDelivered, {
        ...aggregate(part),
        payload: { ...news(of, part), deliveredAt: context.clock.now().toISOString() },
      }),
    completed: (of: Placed, part: TestPart) =>
      context.deliver(orderCompleted, { ...aggregate(part), payload: news(of, part) }),
    cancelled: (of: Placed, part: TestPart) =>
      context.deliver(orderCancelled, { ...aggregate(part), payload: { ...news(of, part), reason: 'shop' as const } }),
    /** Sums by account kind as an admin sees them: debits positive. */
    books: async (): Promise<Record<string, string>> => {
      const rows = await context.database
        .sql`select a.kind, sum(p.amount_minor)::text as s from posting p join account a on a.id = p.account_id where not p.pending group by a.kind`;
      return Object.fromEntries(rows.map((row) => [row['kind'] as string, row['s'] as string]));
    },
    /** What stands on one account, read from the postings themselves. */
    onAccount: async (id: string): Promise<bigint> => {
      const [row] = await context.database
        .sql`select coalesce(sum(amount_minor), 0)::text as s from posting where account_id = ${id} and not pending`;
      return BigInt(row?.['s'] as string);
    },
    close: async () => {
      await double.stop();
      server.closeAllConnections();
      server.close();
      await context.close();
    },
  };
};

export type PaymentsUnderTest = Awaited<ReturnType<typeof bootPayments>>;

const aggregate = (part: TestPart) => ({ aggregateId: part.orderId, aggregateVersion: 1 });
const news = (of: Placed, part: TestPart) => ({
  orderId: part.orderId,
  groupId: of.groupId,
  shopId: part.shopId,
  buyerId: of.buyerId,
  number: 'V-1',
});

const createdEvent = (of: Placed, part: TestPart, lines: readonly number[]) => ({
  ...aggregate(part),
  payload: {
    ...news(of, part),
    paymentId: 'pay_of_test',
    reservationId: 'rsv_of_test',
    paymentTerms: 'prepaid' as const,
    currency: 'EUR',
    totalMinor: part.amountMinor,
    deliveryMinor: '0',
    taxMinor: '0',
    lines: lines.map((total) => ({
      orderLineId: newId('orl'),
      productId: newId('prd'),
      variantId: newId('var'),
      categoryId: newId('cat'),
      quantity: 1,
      totalMinor: String(total),
    })),
  },
});
