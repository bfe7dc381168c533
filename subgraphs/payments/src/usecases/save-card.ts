import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq } from 'drizzle-orm';
import { notAToken } from '../domain/authorisation.ts';
import type { CardView } from '../domain/provider.ts';
import { isProviderToken } from '../domain/provider-token.ts';
import { methodOfUser } from '../queries/payment-methods.ts';
import type { Services } from '../services.ts';
import { type PaymentMethodRow, paymentMethod } from '../store/payment-method.table.ts';
import { ensureCustomer, refusalOfAnswer } from './ensure-customer.ts';

const unavailable = plainRefusal('PROVIDER_UNAVAILABLE', [], 'Cards cannot be saved just now; try again later.');

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

/** Saves a card by the provider's token, once per idempotency key. The same card twice is one saved method. */
export const saveCard = async (
  services: Services,
  userId: string,
  input: { readonly providerToken: string; readonly idempotency: IdempotencyScope },
): Promise<{ readonly outcome: Outcome; readonly replayed: boolean }> => {
  // The provider is called outside the transaction: a slow answer must not hold a connection.
  const kept = await keepAtProvider(services, userId, input.providerToken);
  return idempotently(services.database, input.idempotency, async (tx): Promise<Outcome> => {
    if (!kept.ok) return { id: null, refusals: kept.refusals };
    const { token: providerToken, customer: customerId, brand, last4, expiryMonth, expiryYear } = kept.value;
    const provider = services.providers.card?.name ?? '';
    const row = { provider, providerToken, customerId, userId, brand, last4, expiryMonth, expiryYear };
    const [saved] = await tx
      .insert(paymentMethod)
      .values({ id: newId('pmt'), ...row, createdAt: services.clock.now() })
      .onConflictDoUpdate({
        target: [paymentMethod.provider, paymentMethod.providerToken],
        set: { removedAt: null, brand, last4, expiryMonth, expiryYear },
      })
      .returning({ id: paymentMethod.id });
    return saved ? { id: saved.id, refusals: null } : { id: null, refusals: [unavailable] };
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
  if (!(await methodOfUser(orm, userId, id))) return ok(owned);
  const forgotten = await services.providers.vault?.forgetCard(owned.providerToken);
  if (forgotten?.kind === 'unknown') return refuse(refusalOfAnswer(forgotten));
  await orm.update(paymentMethod).set({ removedAt: services.clock.now() }).where(eq(paymentMethod.id, id));
  return ok(owned);
};
