import { newId } from '@vitrina/platform/ids';
import { asService, type TestContext } from '@vitrina/platform/testing';
import { orderCancelled, orderCompleted, orderCreated, orderDelivered } from '@vitrina/schema/events';
import type { Services } from '../src/services.ts';

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

interface RefundAnswer {
  readonly refund: { readonly id: string; readonly state: string } | null;
  readonly userErrors: PaymentAnswer['userErrors'];
}

const refundDocument =
  'mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { refund { id state } userErrors { code field message } } }';
const byGroupDocument =
  'query ($groupId: ID!) { paymentByGroup(groupId: $groupId) { id state failure { code } action { redirectUrl } } }';

/** What orders calls, as orders. */
export const asOrders = (context: TestContext<Services>) => {
  const run = async <T>(document: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await context.ask<Record<string, T>>(document, variables, { as: asService('orders') });
    if (errors?.length) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] as T;
  };
  const operation = (name: string, inputType: string) => (input: object) =>
    run<PaymentAnswer>(`mutation ($input: ${inputType}!) { ${name}(input: $input) { ${paymentFields} } }`, { input });
  return {
    /** Authorises a checkout with a test card (`visa`), or in cash when the card is null. */
    authorise: ({ groupId, buyerId, parts, total }: Placed, card: string | null = 'visa', more: object = {}) =>
      operation(
        'authorisePayment',
        'AuthorisePaymentInput',
      )({
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
      run<RefundAnswer>(refundDocument, {
        input: {
          groupId: of.groupId,
          orderId: part.orderId,
          amountMinor: String(amountMinor),
          reference,
          reason: 'Too small.',
        },
      }),
    byGroup: ({ groupId }: Placed) => run<PaymentAnswer['payment']>(byGroupDocument, { groupId }),
  };
};

/** What orders publishes. */
export const ordersNews = (context: TestContext<Services>) => ({
  /** One event per part; `lines` are the goods' prices when they are not the whole. */
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
});

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
