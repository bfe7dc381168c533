import { invariant } from '@vitrina/platform/errors';
import { type RemoteStep, stepDone, stepRefused } from '@vitrina/platform/saga';
import { plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { because, type CheckoutData, said } from './data.ts';

const gone = because([
  plain(
    'RESERVATION_GONE',
    [],
    'The goods were given to somebody else before the purchase was finished; your money comes back.',
  ),
]);

/** Takes the held units off hand for good. */
export const commit: RemoteStep<Ports, CheckoutData> = {
  kind: 'remote',
  name: 'commit',
  run: async ({ services, subject }) => {
    const { userErrors } = await services.catalog.commit(subject);
    if (userErrors.length === 0) return stepDone();
    invariant(
      userErrors.every(({ code }) => code === 'RESERVATION_GONE'),
      `catalog refused to commit: ${said(userErrors)}`,
    );
    return stepRefused(gone);
  },
  askOutcome: async ({ services, subject }) => {
    const reservation = await services.catalog.reservation(subject);
    switch (reservation?.state) {
      case 'COMMITTED':
        return stepDone();
      case 'RELEASED':
      case 'EXPIRED':
        return stepRefused(gone);
      default:
        return { kind: 'absent' };
    }
  },
};
