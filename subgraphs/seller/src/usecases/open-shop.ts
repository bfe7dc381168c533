import { type IdempotencyScope, idempotently } from '@vitrina/platform/idempotency';
import { newId } from '@vitrina/platform/ids';
import type { RateLimit } from '@vitrina/platform/rate-limit';
import type { Refusal } from '@vitrina/platform/result';
import type { LocalisedText } from '../domain/localised.ts';
import { emailNotVerified, slugTaken, tooManyRequests } from '../domain/refusals.ts';
import { readShopFields, readSlug } from '../domain/shop-form.ts';
import { UserContactsDocument } from '../generated/identity-client.ts';
import type { Services } from '../services.ts';
import { insertShop } from '../store/shops.ts';
import { putStaff } from '../store/staff.ts';
import { announce } from './announce.ts';
import { settleStaffSoon } from './settle-staff.ts';

export interface NewShop {
  readonly slug: string;
  readonly name: string;
  readonly descriptions: readonly LocalisedText[];
  readonly country: string;
  readonly currency: string;
  readonly returnWindowDays: number;
}

/** What is remembered under the idempotency key. */
type Outcome = { readonly shopId: string; readonly staffId: string } | { readonly refusals: readonly Refusal[] };

const openingsPerPerson: RateLimit = { name: 'seller.open-shop', points: 100, windowSeconds: 3_600 };

const check = (input: NewShop): readonly Refusal[] => {
  const slug = readSlug(input.slug);
  const fields = readShopFields(input);
  return [...(slug.ok ? [] : slug.refusals), ...(fields.ok ? [] : fields.refusals)];
};

/** Refusals that a later try under another key may not meet are found before the key is taken. */
const refusedBeforehand = async (
  { internal, rateLimiter }: Services,
  userId: string,
  input: NewShop,
): Promise<{ email: string } | readonly Refusal[]> => {
  const mistakes = check(input);
  if (mistakes.length > 0) return mistakes;
  const spent = await rateLimiter.consume(openingsPerPerson, userId);
  if (!spent.allowed) return [tooManyRequests(spent.retryAfterSeconds)];
  const { userContacts } = await internal.call('identity', UserContactsDocument, { ids: [userId] });
  const contact = userContacts[0];
  return contact?.emailVerified ? { email: contact.email } : [emailNotVerified()];
};

/**
 * Opens a shop with its founder as owner. The shop, the owner's row and the event are one transaction; identity is told
 * about the owner after it, and again by a sweep should it be away at that moment.
 */
export const openShop = async (
  services: Services,
  scope: IdempotencyScope,
  userId: string,
  input: NewShop,
): Promise<{ readonly shopId: string | null; readonly refusals: readonly Refusal[]; readonly replayed: boolean }> => {
  const beforehand = await refusedBeforehand(services, userId, input);
  if (!('email' in beforehand)) return { shopId: null, refusals: beforehand, replayed: false };
  const fields = readShopFields(input);
  if (!fields.ok) return { shopId: null, refusals: fields.refusals, replayed: false };

  const { outcome, replayed } = await idempotently<Outcome>(services.database, scope, async (tx) => {
    const now = services.clock.now();
    const shop = await insertShop(tx, {
      id: newId('shp'),
      slug: input.slug,
      name: fields.value.name ?? input.name,
      descriptions: fields.value.descriptions ?? [],
      country: input.country,
      currency: input.currency,
      status: 'ACTIVE',
      returnWindowDays: input.returnWindowDays,
      lowStockThreshold: 5,
      acceptsOrders: true,
      cancellationWindowMinutes: 30,
      commissionBasisPoints: null,
      version: 1,
      createdAt: now,
    });
    if (!shop) return { refusals: [slugTaken()] };
    const staffId = newId('stf');
    await putStaff(tx, {
      id: staffId,
      shopId: shop.id,
      userId,
      email: beforehand.email,
      role: 'OWNER',
      createdAt: now,
    });
    await announce(services, tx, 'created', shop);
    return { shopId: shop.id, staffId };
  });
  if ('refusals' in outcome) return { shopId: null, refusals: outcome.refusals, replayed };
  await settleStaffSoon(services, outcome.staffId);
  return { shopId: outcome.shopId, refusals: [], replayed };
};
