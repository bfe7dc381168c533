import { condition, digest, inApp, send, throttle } from '../workflow/step.ts';
import { defineWorkflow } from '../workflow/workflow.ts';

const minute = 60;
const hour = 3_600;

/** Ten orders in a minute are ten lines in the list and one push, which names those that are still to be shipped. */
export const saleToShip = defineWorkflow({
  name: 'sale-to-ship',
  category: 'SALES',
  steps: [inApp(), digest(minute), condition('orders-to-ship'), send('WEB_PUSH', 'TELEGRAM', 'EMAIL')],
});

export const saleCancelled = defineWorkflow({
  name: 'sale-cancelled',
  category: 'SALES',
  steps: [inApp(), send('WEB_PUSH', 'TELEGRAM', 'EMAIL')],
});

/** One message names the goods that run low and what is left of them then, in the app as elsewhere. */
export const stockLow = defineWorkflow({
  name: 'stock-low',
  category: 'STOCK',
  steps: [digest(hour), condition('goods-low'), inApp(), throttle(4, 24 * hour), send('EMAIL', 'WEB_PUSH', 'TELEGRAM')],
});

/** Goods that can be bought again by then are not named. */
export const stockOut = defineWorkflow({
  name: 'stock-out',
  category: 'STOCK',
  steps: [digest(10 * minute), condition('goods-sold-out'), inApp(), send('WEB_PUSH', 'TELEGRAM', 'EMAIL')],
});
