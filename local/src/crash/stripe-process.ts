// The Stripe double in a process of its own: a provider does not die with its customer. Its books live in memory.
import { startStripeDouble } from '../stripe-double/index.ts';

const [url, secret] = process.argv.slice(2);
if (!url || !secret) throw new Error('Usage: stripe-process.ts WEBHOOK_URL SIGNING_SECRET');

const double = await startStripeDouble({ webhook: { url, secret } });
// A market that is down for a moment is not a reason to wait long: the webhooks of a kill shall meet the next life.
await double.control.settings({ webhookRetryMaxMs: 3_000, webhookTimeoutMs: 5_000 });
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: double.url });
