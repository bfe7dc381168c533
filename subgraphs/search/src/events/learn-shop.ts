import { consume, type EventConsumer } from '@vitrina/platform/events';
import { shopCreated, shopUpdated } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { learnShop } from '../usecases/learn-shop.ts';

/** Consumers that keep what search has to know of shops. */
export const shopConsumers: readonly EventConsumer<Services>[] = [
  consume<Services, typeof shopCreated.payload>(shopCreated, 'learn-new-shop', (event, { tx, services }) =>
    learnShop(services, tx, event.payload, event.aggregateVersion),
  ),
  consume<Services, typeof shopUpdated.payload>(shopUpdated, 'learn-changed-shop', (event, { tx, services }) =>
    learnShop(services, tx, event.payload, event.aggregateVersion),
  ),
];
