import { hashInput } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type AuthorisationRequest, refusalOf } from '../domain/authorisation.ts';
import { cashProvider } from '../domain/payment.ts';
import { methodOfUser } from '../queries/payment-methods.ts';
import type { Services } from '../services.ts';
import { readPaymentOfGroup } from '../store/load-payment.ts';
import { escrow, type PaymentRow, payment } from '../store/payment.table.ts';
import { providerCall } from '../store/provider-call.table.ts';
import { ensureCustomer } from './ensure-customer.ts';
import { runOpenCalls } from './run-provider-call.ts';

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

/** Writes the payment, its parts and the intended call down, before anybody is called. False when the group has a payment. */
const writeDown = (
  services: Services,
  request: AuthorisationRequest,
  means: Means,
  inputHash: string,
): Promise<boolean> =>
  services.database.transaction(async (tx) => {
    const now = services.clock.now();
    const id = newId('pay');
    const { groupId, buyerId, guestKey, currency, amountMinor, paymentMethodId, saveMethod, returnUrl } = request;
    const fresh = await tx
      .insert(payment)
      .values({
        id,
        groupId,
        buyerId,
        guestKey,
        currency,
        amountMinor,
        paymentMethodId,
        saveMethod,
        returnUrl,
        ...means,
        inputHash,
        createdAt: now,
        updatedAt: now,
      })
      .onConflictDoNothing({ target: payment.groupId })
      .returning({ id: payment.id });
    if (fresh.length === 0) return false;
    await tx
      .insert(escrow)
      .values(
        request.parts.map((part, position) => ({ id: newId('esc'), paymentId: id, position, currency, ...part })),
      );
    await tx
      .insert(providerCall)
      .values({ id: newId('pcl'), paymentId: id, kind: 'AUTHORISE', amountMinor, startedAt: now });
    return true;
  });

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
  let row = await readPaymentOfGroup(orm, request.groupId);
  if (!row) {
    const means = await meansOf(services, request);
    if (!means.ok) return means;
    await writeDown(services, request, means.value, inputHash);
    row = await readPaymentOfGroup(orm, request.groupId);
  }
  if (row?.inputHash !== inputHash) {
    return refuse(
      plainRefusal(
        'GROUP_ALREADY_PAID_FOR',
        ['groupId'],
        'This group has a payment with other terms; ask for it with paymentByGroup.',
      ),
    );
  }
  await runOpenCalls(services, row.id);
  return ok((await readPaymentOfGroup(orm, request.groupId)) ?? row);
};
