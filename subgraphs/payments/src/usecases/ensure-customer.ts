import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq } from 'drizzle-orm';
import type { Answer } from '../domain/provider.ts';
import type { Services } from '../services.ts';
import { providerCustomer } from '../store/payment-method.table.ts';

const busy = plainRefusal(
  'PROVIDER_UNAVAILABLE',
  [],
  'The card provider does not answer just now; try again in a moment.',
);

/** The refusal a person sees when the provider did not do it, or may not have. */
export const refusalOfAnswer = (answer: Exclude<Answer<unknown>, { kind: 'known' }>): Refusal =>
  answer.kind === 'unknown' ? busy : plainRefusal(answer.failure.code, [], answer.failure.message);

/** The provider's customer for a person, made when first needed; repeating is harmless on both sides. */
export const ensureCustomer = async (services: Services, userId: string): Promise<Result<string, Refusal>> => {
  const { vault, card } = services.providers;
  if (!vault || !card) return refuse(busy);
  const { orm } = services.database;
  const [known] = await orm
    .select()
    .from(providerCustomer)
    .where(and(eq(providerCustomer.provider, card.name), eq(providerCustomer.userId, userId)));
  if (known) return ok(known.customerId);
  const made = await vault.createCustomer(userId);
  if (made.kind !== 'known') return refuse(refusalOfAnswer(made));
  const row = { provider: card.name, userId, customerId: made.value, createdAt: services.clock.now() };
  await orm.insert(providerCustomer).values(row).onConflictDoNothing();
  return ok(made.value);
};
