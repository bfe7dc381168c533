import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq } from 'drizzle-orm';
import { notAToken } from '../domain/authorisation.ts';
import type { CardView } from '../domain/provider.ts';
import { isProviderToken } from '../domain/provider-token.ts';
import type { Services } from '../services.ts';
import { type PaymentMethodRow, paymentMethod } from '../store/payment-method.table.ts';
import { ensureCustomer, refusalOfAnswer } from './ensure-customer.ts';

const unavailable = plainRefusal(
  'PROVIDER_UNAVAILABLE',
  [],
  'Saved cards cannot be changed just now; try again later.',
);
/** True for a refusal that says nothing about the card: the same request may succeed in a moment. */
const isPassing = ({ code }: Refusal): boolean => code === unavailable.code;

/** Whoever detached a card may give it away; what was saved for somebody stays theirs. */
const somebodyElses = plainRefusal(
  'PAYMENT_METHOD_UNUSABLE',
  ['providerToken'],
  'This card belongs to another account; enter it again.',
);

/** Starts saving a card: the provider's script collects the number with the secret. */
export const startCardSetup = async (
  services: Services,
  userId: string,
): Promise<Result<{ readonly providerToken: string; readonly clientSecret: string }, Refusal>> => {
  const customer = await ensureCustomer(services, userId);
  if (!customer.ok) return customer;
  if (!services.providers.vault) return refuse(unavailable);
  const made = await services.providers.vault.createSetup(customer.value);
  return made.kind === 'known' ? ok(made.value) : refuse(refusalOfAnswer(made));
};

/** Binds the card at the provider. Harmless to repeat: a card that is the customer's stays so. */
const keepAtProvider = async (
  services: Services,
  userId: string,
  token: string,
): Promise<Result<CardView & { readonly customer: string }, Refusal>> => {
  if (!isProviderToken(token)) return refuse(notAToken(['providerToken']));
  const customer = await ensureCustomer(services, userId);
  if (!customer.ok) return customer;
  if (!services.providers.vault) return refuse(unavailable);
  const kept = await services.providers.vault.saveCard(token, customer.value);
  return kept.kind === 'known' ? ok({ ...kept.value, customer: customer.value }) : refuse(refusalOfAnswer(kept));
};

type Outcome =
  | { readonly id: string; readonly refusals: null }
  | { readonly id: null; readonly refusals: readonly [Refusal, ...Refusal[]] };

/** Thrown to leave a key free for the next try. */
class NotNow extends Error {
  override readonly name = 'NotNow';
}

/**
 * Saves a card by the provider's token, once per idempotency key. The same card twice is one saved method. That the
 * provider was away is not remembered: the same key may be tried again.
 */
export const saveCard = async (
  services: Services,
  userId: string,
  input: { readonly providerToken: string; readonly idempotency: IdempotencyScope },
): Promise<{ readonly outcome: Outcome; readonly replayed: boolean }> => {
  // The provider is called outside the transaction: a slow answer must not hold a connection.
  const kept = await keepAtProvider(services, userId, input.providerToken);
  const saving = idempotently(services.database, input.idempotency, async (tx): Promise<Outcome> => {
    if (!kept.ok && kept.refusals.some(isPassing)) throw new NotNow();
    if (!kept.ok) return { id: null, refusals: kept.refusals };
    const { token: providerToken, customer: customerId, brand, last4, expiryMonth, expiryYear } = kept.value;
    const provider = services.providers.card?.name ?? '';
    const row = { provider, providerToken, customerId, userId, brand, last4, expiryMonth, expiryYear };
    const [saved] = await tx
      .insert(paymentMethod)
      .values({ id: newId('pmt'), ...row, createdAt: services.clock.now() })
      .onConflictDoUpdate({
        target: [paymentMethod.provider, paymentMethod.providerToken],
        set: { removedAt: null, customerId, brand, last4, expiryMonth, expiryYear },
        setWhere: eq(paymentMethod.userId, userId),
      })
      .returning({ id: paymentMethod.id });
    return saved ? { id: saved.id, refusals: null } : { id: null, refusals: [somebodyElses] };
  });
  return saving.catch((error: unknown) => {
    if (!(error instanceof NotNow) || kept.ok) throw error;
    return { outcome: { id: null, refusals: kept.refusals }, replayed: false };
  });
};

/** Forgets a card at the provider, then here: what we forgot could not be forgotten there any more. Again changes nothing. */
export const forgetCard = async (
  services: Services,
  userId: string,
  id: string,
): Promise<Result<PaymentMethodRow, Refusal>> => {
  const { orm } = services.database;
  const [owned] = await orm
    .select()
    .from(paymentMethod)
    .where(and(eq(paymentMethod.id, id), eq(paymentMethod.userId, userId)));
  if (!owned)
    return refuse(plainRefusal('PAYMENT_METHOD_NOT_FOUND', ['id'], 'You have no such card; reload the list.'));
  if (owned.removedAt) return ok(owned);
  const { vault } = services.providers;
  if (!vault) return refuse(unavailable);
  const forgotten = await vault.forgetCard(owned.providerToken);
  // A card the provider does not know any more is forgotten there.
  if (forgotten.kind === 'unknown') return refuse(refusalOfAnswer(forgotten));
  if (forgotten.kind === 'refused' && isPassing(refusalOfAnswer(forgotten))) return refuse(refusalOfAnswer(forgotten));
  await orm.update(paymentMethod).set({ removedAt: services.clock.now() }).where(eq(paymentMethod.id, id));
  return ok(owned);
};
