import { condition, delay, email, inApp, send, webPush } from '../workflow/step.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

const hour = 3_600;

/** A receipt: it is not sent for an order that was given up before it could be. */
export const orderPlaced = defineWorkflow({
  name: 'order-placed',
  category: 'PURCHASES',
  steps: [inApp(), condition('order-alive'), email()],
});

export const orderPaid = defineWorkflow({
  name: 'order-paid',
  category: 'PAYMENTS',
  steps: [inApp(), email()],
});

export const orderShipped = defineWorkflow({
  name: 'order-shipped',
  category: 'PURCHASES',
  steps: [inApp(), email(), send('WEB_PUSH', 'TELEGRAM')],
});

export const orderDelivered = defineWorkflow({
  name: 'order-delivered',
  category: 'PURCHASES',
  steps: [inApp(), webPush()],
});

export const orderCancelled = defineWorkflow({
  name: 'order-cancelled',
  category: 'PURCHASES',
  steps: [inApp(), email(), send('WEB_PUSH', 'TELEGRAM')],
});

export const paymentFailed = defineWorkflow({
  name: 'payment-failed',
  category: 'PAYMENTS',
  steps: [inApp(), email(), send('WEB_PUSH', 'TELEGRAM')],
});

/** "Pay now" an hour later, unless the same goods were bought meanwhile; asked again when it is really sent. */
export const paymentReminder = defineWorkflow({
  name: 'payment-reminder',
  category: 'PURCHASES',
  steps: [delay(hour), condition('payment-awaited'), inApp(), send('WEB_PUSH', 'TELEGRAM', 'EMAIL')],
});

export const paymentRefunded = defineWorkflow({
  name: 'payment-refunded',
  category: 'PAYMENTS',
  steps: [inApp(), email()],
});
