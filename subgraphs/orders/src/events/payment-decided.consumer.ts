import { consume } from '@vitrina/platform/events';
import { paymentAuthorised, paymentFailed } from '@vitrina/schema/events';
import { checkoutSagaName } from '../sagas/checkout/data.ts';
import type { Services } from '../services.ts';

/** The bank said yes: the purchase that waits for it asks payments and goes on. */
export const goOnWhenAuthorised = consume<Services, typeof paymentAuthorised.payload>(
  paymentAuthorised,
  'go-on-when-authorised',
  ({ payload }, { tx, services }) => services.sagas.signal(tx, checkoutSagaName, payload.groupId),
);

/** The bank said no: the purchase that waits for it asks payments and is undone. */
export const goOnWhenFailed = consume<Services, typeof paymentFailed.payload>(
  paymentFailed,
  'go-on-when-failed',
  ({ payload }, { tx, services }) => services.sagas.signal(tx, checkoutSagaName, payload.groupId),
);
