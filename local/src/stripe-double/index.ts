/** A local server that speaks Stripe's HTTP API: the public surface of this folder. */
export type { BookedIntent, Books, CurrencyTotals } from './books.ts';
export { connectStripeDoubleControl, type StripeDoubleControl } from './control/client.ts';
export type { Fault, FaultRule, FaultRuleInput } from './faults.ts';
export type { Settings as StripeDoubleSettings } from './settings.ts';
export { type StripeDouble, type StripeDoubleOptions, startStripeDouble } from './start.ts';
export type { DeliveryAttempt } from './webhooks/delivery.ts';
export type { WebhookModeInput } from './webhooks/modes.ts';
export { PLATFORM_ACCOUNT } from './work.ts';
