/**
 * How many payments per second the double sustains, the SDK's own work included:
 * `npx tsx local/src/stripe-double/measure.ts [dataDir]`. Each payment is two requests: create with a hold, capture.
 */
import Stripe from 'stripe';
import { startStripeDouble } from './index.ts';

const PAYMENTS = 3_000;

const double = await startStripeDouble({ dataDir: process.argv[2] });
const stripe = new Stripe('sk_test_measure', { host: double.host, port: double.port, protocol: 'http' });

async function payAndCapture(): Promise<void> {
  const held = await stripe.paymentIntents.create({
    amount: 5_000,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    capture_method: 'manual',
    confirm: true,
    payment_method: 'pm_card_visa',
  });
  await stripe.paymentIntents.capture(held.id);
}

for (const callers of [1, 16]) {
  let left = PAYMENTS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (left-- > 0) await payAndCapture();
    }),
  );
  const perSecond = Math.round((PAYMENTS * 1_000) / (performance.now() - start));
  process.stdout.write(`${callers} at once: ${perSecond} create+capture/s\n`);
}
await double.close();
