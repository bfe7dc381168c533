import type { IntentView, PaymentProvider, RefundView } from '../../domain/provider.ts';
import { known } from '../../domain/provider.ts';

const view = (state: IntentView['state'], capturedMinor = 0n): IntentView => ({
  intentId: null,
  paymentId: null,
  state,
  capturedMinor,
  action: null,
  failure: null,
  card: null,
  fee: null,
});

const returned: RefundView = { providerRefundId: null, refundId: null, state: 'SUCCEEDED' };

/**
 * Cash at the door, behind the same port: nobody is called, so every answer is known. Authorising notes that the money
 * is due; collecting is not a call but the event `order.delivered`; a refund is cash the shop hands back.
 */
export const cashOnDelivery: PaymentProvider = {
  name: 'cash-on-delivery',
  authorise: async () => known(view('AUTHORISED')),
  askAuthorised: async () => known(view('AUTHORISED')),
  capture: async ({ amountMinor }) => known(view('CAPTURED', amountMinor)),
  askCaptured: async ({ amountMinor }) => known(view('CAPTURED', amountMinor)),
  cancel: async () => known(view('VOIDED')),
  askCancelled: async () => known(view('VOIDED')),
  refund: async () => known(returned),
  askRefunded: async () => known(returned),
  retrieve: async () => known(view('AUTHORISED')),
  retrieveRefund: async () => known(returned),
};
