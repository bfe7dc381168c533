import type { Refusal } from '@vitrina/platform/result';
import type { SagaRefusal } from '@vitrina/platform/saga';
import type { CancelReason } from '../../domain/order-state.ts';
import { plain } from '../../domain/refusals.ts';
import { because } from './data.ts';

/** The buyer gave the purchase up while the bank waited for them. */
export const givenUp = because([
  plain('CHECKOUT_GIVEN_UP', ['payment'], 'You gave this purchase up; nothing was charged. Order again at any time.'),
]);

/** Why the orders of a purchase that was undone are cancelled. */
export const cancelReasonOf = (failure: SagaRefusal | null): CancelReason => {
  switch (failure?.code) {
    case 'OUT_OF_STOCK':
    case 'RESERVATION_EXPIRED':
    case 'RESERVATION_GONE':
      return 'OUT_OF_STOCK';
    case 'DEADLINE_EXCEEDED':
      return 'PAYMENT_EXPIRED';
    case givenUp.code:
      return 'BUYER';
    default:
      return 'PAYMENT_FAILED';
  }
};

/** The reason as events spell it. */
export const eventReason = (reason: CancelReason) =>
  reason.toLowerCase() as 'buyer' | 'shop' | 'payment_failed' | 'payment_expired' | 'out_of_stock' | 'market';

const expired = plain(
  'PAYMENT_EXPIRED',
  ['payment'],
  'The payment was not finished in time and nothing was charged; order again.',
);

/** What the buyer reads about a purchase that was undone. */
export const refusalsOf = (failure: SagaRefusal | null): Refusal[] => {
  if (failure?.code === 'DEADLINE_EXCEEDED' || !failure) return [expired];
  const refusals = failure['refusals'] as Refusal[] | undefined;
  return refusals ?? [plain(failure.code, [], failure.message)];
};
