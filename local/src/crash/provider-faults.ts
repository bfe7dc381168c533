import type { StripeDoubleControl } from '../stripe-double/index.ts';

/**
 * What goes wrong at the provider, in turns: the answer of an effect is lost, a 5xx hides that something happened,
 * nothing happened at all, too many requests. Half of the trouble follows an effect, which is where money is lost.
 */
const faults: readonly Parameters<StripeDoubleControl['addFault']>[0][] = [
  { method: 'POST', path: '/v1/payment_intents', fault: { kind: 'timeout_after' } },
  { method: 'POST', path: '/v1/payment_intents/*/capture', fault: { kind: 'timeout_after' } },
  { method: 'POST', path: '/v1/payment_intents/*/capture', fault: { kind: 'respond', status: 500, effect: 'applied' } },
  { method: 'POST', path: '/v1/payment_intents', fault: { kind: 'timeout_before', by: 'drop' } },
  { method: 'POST', path: '/v1/payment_intents/*/cancel', fault: { kind: 'timeout_after' } },
  { method: 'POST', path: '/v1/refunds', fault: { kind: 'timeout_after' } },
  { method: 'POST', path: '/v1/payment_intents', fault: { kind: 'rate_limit' } },
];

const duplicates: Parameters<StripeDoubleControl['addWebhookMode']>[0] = {
  count: 2,
  mode: { kind: 'duplicate', times: 3 },
};

/** Arms the next fault of the turn and has two webhooks come three times. */
export const troubleProvider = async (stripe: StripeDoubleControl, nth: number): Promise<void> => {
  const fault = faults[nth % faults.length];
  if (fault) await stripe.addFault(fault);
  await stripe.addWebhookMode(duplicates);
};
