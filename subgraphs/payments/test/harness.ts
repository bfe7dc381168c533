import { manualClock } from '@vitrina/platform/clock';
import { type TestContext, testContext } from '@vitrina/platform/testing';
import type { Services } from '../src/services.ts';
import { payments } from '../src/subgraph.ts';
import { asOrders, ordersNews } from './orders.ts';
import { type RunningDouble, startDouble, webhookSecret, webhookServer } from './stripe-double.ts';

export { type Placed, placed, type TestPart } from './orders.ts';

/** The seller's answer: ten percent for everybody unless a test says otherwise. */
export const terms = { commissionBasisPoints: 1_000 };

const sellerAnswers = {
  CheckoutShops: ({ ids }: { ids: string[] }) => ({ checkoutShops: ids.map((shopId) => ({ shopId, ...terms })) }),
};

/** Reads the books straight from their postings. Debits are positive. */
const bookReaders = ({ database }: TestContext<Services>) => ({
  /** What stands on one account. */
  onAccount: async (id: string): Promise<bigint> => {
    const [row] =
      await database.sql`select coalesce(sum(amount_minor), 0)::text as s from posting where account_id = ${id} and not pending`;
    return BigInt(row?.['s'] as string);
  },
  /** What is announced on one account and not ended. */
  pendingOn: async (id: string): Promise<bigint> => {
    const [row] =
      await database.sql`select coalesce(sum(amount_minor), 0)::text as s from open_pending join posting using (transaction_id) where account_id = ${id}`;
    return BigInt(row?.['s'] as string);
  },
});

/** Boots payments on a database of its own, with a double of Stripe whose webhooks reach the context's own route. */
export const bootPayments = async (env: Record<string, string> = {}) => {
  const route = payments.routes?.find((candidate) => candidate.path === '/webhooks/stripe');
  let context: TestContext<Services>;
  const deliverWebhook = async (body: Buffer, signature: string): Promise<number> => {
    if (!route) throw new Error('payments has no webhook route.');
    const request = { method: 'POST', path: route.path, query: {}, headers: { 'stripe-signature': signature }, body };
    return (await route.handle(request, { services: context.services, log: context.runtime.log })).status;
  };
  const { url, server } = await webhookServer(deliverWebhook);
  const double: RunningDouble = await startDouble(url);
  context = await testContext<Services>(payments, {
    env: {
      VITRINA_STRIPE_KEY: 'sk_test_payments',
      VITRINA_STRIPE_WEBHOOK_SECRET: webhookSecret,
      VITRINA_STRIPE_API_URL: double.url,
      VITRINA_STRIPE_TIMEOUT_MS: '2000',
      ...env,
    },
    clock: manualClock(new Date()),
    internal: { seller: sellerAnswers },
  });
  return {
    ...context,
    ...asOrders(context),
    ...ordersNews(context),
    ...bookReaders(context),
    double,
    deliverWebhook,
    close: async () => {
      await double.stop();
      server.closeAllConnections();
      server.close();
      await context.close();
    },
  };
};

export type PaymentsUnderTest = Awaited<ReturnType<typeof bootPayments>>;
