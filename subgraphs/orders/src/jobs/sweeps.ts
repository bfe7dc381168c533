import type { Sweep } from '@vitrina/platform/jobs';
import { sagaJobHandler, sagaSweep, sagaWatchSweep } from '@vitrina/platform/saga';
import { lateSeconds } from '../sagas/checkout/data.ts';
import type { Services } from '../services.ts';
import { completeOrders } from '../usecases/complete-orders.ts';

const sagasOf = ({ sagas }: Services) => sagas;

/** Wakes purchases and cancellations. */
export const runSaga = sagaJobHandler<Services>('orders', sagasOf);

/** Finds purchases and cancellations that are due or lost their worker. */
export const runSagas = sagaSweep<Services>(sagasOf);

/** Tells those who watch the metrics how many purchases, cancellations and failed refunds wait for a person; `stuckSagas` lists them. */
export const countStuck = sagaWatchSweep<Services>('orders', sagasOf, lateSeconds);

/** Closes return windows. */
export const completeDeliveredOrders: Sweep<Services> = {
  name: 'complete-delivered-orders',
  everySeconds: 60,
  run: ({ services, signal }) => completeOrders(services, signal),
};
