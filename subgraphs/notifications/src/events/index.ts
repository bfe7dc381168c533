import type { EventConsumer } from '@vitrina/platform/events';
import type { Services } from '../services.ts';
import * as identity from './identity.ts';
import * as messages from './messages.ts';
import { tellOrderCancelled, tellOrderDelivered, tellOrderPlaced, tellOrderShipped } from './orders.ts';
import * as payments from './payments.ts';
import * as stock from './stock.ts';
import * as videos from './videos.ts';

/** Every event that tells somebody something. */
export const consumers: readonly EventConsumer<Services>[] = [
  ...Object.values(identity),
  tellOrderPlaced,
  tellOrderShipped,
  tellOrderDelivered,
  tellOrderCancelled,
  ...Object.values(payments),
  ...Object.values(stock),
  ...Object.values(videos),
  ...Object.values(messages),
];
