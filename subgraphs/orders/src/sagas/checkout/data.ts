import { invariant } from '@vitrina/platform/errors';
import type { Refusal } from '@vitrina/platform/result';
import type { SagaRefusal, SagaScope } from '@vitrina/platform/saga';
import type { Terms } from '../../domain/order-state.ts';
import type { Ports } from '../../ports.ts';

/** How the buyer pays, until payments knows; it is forgotten then. */
export interface PaymentChoice {
  readonly paymentMethodId: string | null;
  readonly providerToken: string | null;
  readonly saveMethod: boolean;
  readonly returnUrl: string | null;
}

/** What the saga remembers; its subject is the order group. */
export type CheckoutData = {
  /** Whether there is anything to capture. */
  readonly terms: Terms;
  readonly payment: PaymentChoice | null;
  readonly reservationId?: string;
  readonly paymentId?: string;
};

export type CheckoutScope = SagaScope<Ports, CheckoutData>;

export const checkoutSagaName = 'orders.checkout';

/** How long a buyer may take at the bank; stock is held twice as long, so a late yes still finds it. */
export const paymentDeadlineSeconds = 900;

/** A buyer may take as long as the deadline allows; a purchase unfinished some minutes after it is late. */
export const lateSeconds = paymentDeadlineSeconds + 300;

/** Several refusals as one reason to undo; the buyer sees all of them. */
export const because = (refusals: readonly Refusal[]): SagaRefusal => {
  const [first] = refusals;
  invariant(first, 'A refusal says why.');
  return { code: first.code, message: first.message, refusals };
};

/** What a callee said, for the log of a defect. */
export const said = (errors: readonly { readonly code: string; readonly message: string }[]): string =>
  errors.map(({ code, message }) => `${code} ${message}`).join('; ');
