import { cardBehind } from '../charging.ts';
import { invalidParam, refused, resourceMissing, StripeError } from '../errors.ts';
import { listPage } from '../paging.ts';
import type { Params } from '../params.ts';
import type { Route } from '../router.ts';
import { newBillingDetails } from '../shapes/address.ts';
import type { PaymentIntent, PaymentMethod } from '../shapes/index.ts';
import { newPaymentMethod } from '../shapes/payment-method.ts';
import { cardFace, testCard } from '../test-cards.ts';
import { emit, type Work } from '../work.ts';

/** Turns a test token (`pm_card_visa`, `tok_visa`) into a payment method of its own, as Stripe does at first use. */
function fromToken(work: Work, token: string, given: Partial<PaymentMethod> = {}): PaymentMethod | undefined {
  const card = testCard(token);
  if (!card) return undefined;
  return work.tx.put(newPaymentMethod(cardFace(card), given), { hidden: { card: card.name } });
}

/** Reads a payment method named by a parameter: one of ours, or a test token. */
export function resolvePaymentMethod(work: Work, id: string, param = 'payment_method'): PaymentMethod {
  const method = work.tx.find('payment_method', id) ?? (id.startsWith('pm_card_') ? fromToken(work, id) : undefined);
  if (!method) throw resourceMissing('payment_method', id, param);
  return method;
}

/** A method may be used without a customer once; a saved one only for its own customer. */
export function requireUsable(work: Work, method: PaymentMethod, customer: string | null): void {
  if (method.customer && method.customer !== customer) {
    throw refused(
      `The payment method ${method.id} belongs to a Customer. Please include the Customer in the \`customer\` parameter.`,
      { param: 'payment_method' },
    );
  }
  if (!method.customer && work.tx.hidden(method.id).spent === 'yes') {
    throw refused(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { param: 'payment_method' },
    );
  }
}

/** After a success the method is saved for its customer when that was asked for; otherwise it is spent. */
export function saveForLater(work: Work, intent: PaymentIntent, method: PaymentMethod): void {
  if (method.customer) return;
  if (intent.customer && intent.setup_future_usage) {
    const saved = work.tx.put({ ...method, customer: intent.customer }, { hidden: { setUp: 'yes' } });
    emit(work, 'payment_method.attached', saved);
  } else work.tx.put(method, { hidden: { spent: 'yes' } });
}

function create(work: Work, params: Params): PaymentMethod {
  const type = params.requiredString('type');
  if (type !== 'card') throw invalidParam(`The double saves cards only, not ${type}.`, 'type');
  const token = params.group('card').requiredString('token');
  const billing = params.record('billing_details');
  const metadata = params.metadata();
  const redisplay = params.oneOf('allow_redisplay', ['always', 'limited', 'unspecified']) ?? 'unspecified';
  params.done();
  const given = { allow_redisplay: redisplay, billing_details: newBillingDetails(billing), metadata };
  const method = fromToken(work, token, given);
  if (!method) throw refused(`No such token: '${token}'`, { code: 'resource_missing', param: 'card[token]' });
  return method;
}

function retrieve(work: Work, params: Params, id: string): PaymentMethod {
  params.done();
  return resolvePaymentMethod(work, id, 'id');
}

function update(work: Work, params: Params, id: string): PaymentMethod {
  const method = work.tx.require('payment_method', id);
  const metadata = params.metadata(method.metadata);
  const billing = params.record('billing_details');
  params.done();
  const billingDetails = billing
    ? newBillingDetails({ ...method.billing_details, ...billing })
    : method.billing_details;
  const updated = work.tx.put({ ...method, metadata, billing_details: billingDetails });
  emit(work, 'payment_method.updated', updated);
  return updated;
}

function attach(work: Work, params: Params, id: string): PaymentMethod {
  const customer = params.requiredString('customer');
  params.done();
  work.tx.require('customer', customer, 'customer');
  const method = resolvePaymentMethod(work, id, 'payment_method');
  if (method.customer === customer) return method;
  if (method.customer) {
    throw refused('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    });
  }
  requireUsable(work, method, customer);
  const { decline, savesThenDeclines, challenge } = cardBehind(work, method);
  if (decline && !savesThenDeclines && !challenge) {
    throw new StripeError(402, {
      type: 'card_error',
      code: decline.code,
      ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
      message: decline.message,
    });
  }
  const attached = work.tx.put({ ...method, customer });
  emit(work, 'payment_method.attached', attached);
  return attached;
}

function detach(work: Work, params: Params, id: string): PaymentMethod {
  params.done();
  const method = work.tx.require('payment_method', id);
  if (!method.customer) {
    throw refused('The payment method you provided is not attached to a customer so detachment is impossible.', {
      code: 'payment_method_unexpected_state',
    });
  }
  // Stripe never lets a detached method be used again.
  const detached = work.tx.put({ ...method, customer: null }, { hidden: { spent: 'yes' } });
  emit(work, 'payment_method.detached', detached);
  return detached;
}

function list(work: Work, params: Params, ofCustomer?: string) {
  const customer = ofCustomer ?? params.string('customer');
  const type = params.string('type');
  if (ofCustomer) work.tx.require('customer', ofCustomer);
  const url = ofCustomer ? `/v1/customers/${ofCustomer}/payment_methods` : '/v1/payment_methods';
  return listPage(
    work,
    params,
    'payment_method',
    url,
    (method) => method.customer !== null && (!customer || method.customer === customer) && (!type || type === 'card'),
  );
}

/** Saved cards, made from test tokens only. */
export const paymentMethodRoutes: readonly Route[] = [
  ['POST', '/v1/payment_methods', create],
  ['GET', '/v1/payment_methods', (work, params) => list(work, params)],
  ['GET', '/v1/payment_methods/:id', retrieve],
  ['POST', '/v1/payment_methods/:id', update],
  ['POST', '/v1/payment_methods/:id/attach', attach],
  ['POST', '/v1/payment_methods/:id/detach', detach],
  ['GET', '/v1/customers/:id/payment_methods', list],
];
