import { hashInput } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type AuthorisationRequest, refusalOf } from '../domain/authorisation.ts';
import { cashProvider, freshPart } from '../domain/payment.ts';
import { methodOfUser } from '../queries/payment-methods.ts';
import type { Services } from '../services.ts';
import { readPaymentOfGroup } from '../store/load-payment.ts';
import type { PaymentRow } from '../store/payment.table.ts';
import { insertPayment } from '../store/write-payment.ts';
import { ensureCustomer } from './ensure-customer.ts';
import { finish } from './run-provider-call.ts';
import { callRow, type Saved } from './save-change.ts';

interface Means {
  readonly provider: string;
  readonly providerToken: string | null;
  readonly providerCustomerId: string | null;
}

const unavailable = plainRefusal(
  'PREPAID_UNAVAILABLE',
  ['terms'],
  'Card payments are not available just now; pay on delivery or try later.',
);

const otherTerms = plainRefusal(
  'GROUP_ALREADY_PAID_FOR',
  ['groupId'],
  'This group has a payment with other terms; ask for it with paymentByGroup.',
);

/** What pays: cash, a saved card of this very person, or a fresh token. */
const meansOf = async (services: Services, request: AuthorisationRequest): Promise<Result<Means, Refusal>> => {
  if (request.terms === 'ON_DELIVERY')
    return ok({ provider: cashProvider, providerToken: null, providerCustomerId: null });
  const { card } = services.providers;
  if (!card) return refuse(unavailable);
  if (request.paymentMethodId !== null) {
    const saved =
      request.buyerId === null
        ? undefined
        : await methodOfUser(services.database.orm, request.buyerId, request.paymentMethodId);
    if (!saved)
      return refuse(
        plainRefusal(
          'PAYMENT_METHOD_NOT_FOUND',
          ['paymentMethodId'],
          'This card is not saved any more; choose another or enter it again.',
        ),
      );
    return ok({ provider: card.name, providerToken: saved.providerToken, providerCustomerId: saved.customerId });
  }
  // A card that cannot be kept may still pay: keeping it is the lesser wish.
  const customer =
    request.saveMethod && request.buyerId !== null ? await ensureCustomer(services, request.buyerId) : null;
  return ok({
    provider: card.name,
    providerToken: request.providerToken,
    providerCustomerId: customer?.ok ? customer.value : null,
  });
};

/** Writes the payment, its parts and the intended call down, before anybody is called. Undefined when the group has a payment. */
const writeDown = async (
  services: Services,
  request: AuthorisationRequest,
  means: Means,
  inputHash: string,
): Promise<Saved | undefined> => {
  const now = services.clock.now();
  const id = newId('pay');
  const { groupId, buyerId, guestKey, currency, amountMinor, paymentMethodId, saveMethod, returnUrl } = request;
  const row: PaymentRow = {
    id,
    groupId,
    buyerId,
    guestKey,
    currency,
    amountMinor,
    capturedMinor: 0n,
    refundedMinor: 0n,
    state: 'PENDING',
    providerIntentId: null,
    paymentMethodId,
    saveMethod,
    returnUrl,
    redirectUrl: null,
    clientSecret: null,
    failureCode: null,
    failureMessage: null,
    ...means,
    inputHash,
    voidRequestedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const parts = request.parts.map(({ orderId, shopId, amountMinor: partMinor }, position) => ({
    ...freshPart({ orderId, shopId, currency, amountMinor: partMinor }),
    id: newId('esc'),
    paymentId: id,
    position,
  }));
  const call = callRow(services, { paymentId: id, kind: 'AUTHORISE', amountMinor, refundId: null }, 'caller');
  const isNew = await insertPayment(services.database.orm, { row, parts, call });
  return isNew ? { row, calls: [call] } : undefined;
};

/**
 * Promises the money of an order group, once per group: the unique group makes a second payment impossible, and whoever
 * comes second gets the first one's outcome. A decline is a payment in the state FAILED, not a refusal. When the
 * provider does not answer, the payment stays PENDING until asking shows what became of it.
 */
export const authorisePayment = async (
  services: Services,
  request: AuthorisationRequest,
): Promise<Result<PaymentRow, Refusal>> => {
  const wrong = refusalOf(request);
  if (wrong) return refuse(wrong);
  const inputHash = hashInput(request);
  const { orm } = services.database;
  // A fresh card can be written down at once: the unique group says whether there is a payment. What has to be looked up
  // first may have gone since, and a repetition shall not be refused for that.
  const isFresh = request.paymentMethodId === null && !request.saveMethod;
  if (isFresh || !(await readPaymentOfGroup(orm, request.groupId))) {
    const means = await meansOf(services, request);
    if (!means.ok) return means;
    const saved = await writeDown(services, request, means.value, inputHash);
    if (saved) return ok(await finish(services, saved));
  }
  const row = await readPaymentOfGroup(orm, request.groupId);
  return row?.inputHash === inputHash ? ok(await finish(services, { row, calls: [] })) : refuse(otherTerms);
};
