import { UserContactsDocument } from '../generated/identity-client.ts';
import { OrderContactsDocument } from '../generated/orders-client.ts';
import { ShopContactsDocument } from '../generated/seller-client.ts';
import type { Services } from '../services.ts';

export interface Contact {
  readonly email: string;
  readonly locale: string;
}

/** A guest's language is not known; where the goods go is the best hint. */
const localeOfCountry = (country: string): string => (['RU', 'BY', 'KZ', 'KG'].includes(country) ? 'ru' : 'en');

/** Recipients with where they can be reached; those who cannot be any more are left out. */
export type Contacts = ReadonlyMap<string, Contact>;

const contactsOfGuests = async ({ internal }: Services, ids: string[]): Promise<readonly [string, Contact][]> => {
  if (ids.length === 0) return [];
  const { orderContacts } = await internal.call('orders', OrderContactsDocument, { ids });
  return orderContacts.map(({ orderId, email, country }) => [orderId, { email, locale: localeOfCountry(country) }]);
};

const contactsOfPeople = async ({ internal }: Services, ids: string[]): Promise<readonly [string, Contact][]> => {
  if (ids.length === 0) return [];
  const { userContacts } = await internal.call('identity', UserContactsDocument, { ids });
  return userContacts.map(({ userId, email, locale }) => [userId, { email, locale }]);
};

/** Where recipients can be reached now, people by their account and guests by their order: one question for each kind. */
export const contactsOf = async (services: Services, recipientIds: readonly string[]): Promise<Contacts> => {
  const ids = [...new Set(recipientIds)];
  const isPerson = (id: string): boolean => id.startsWith('usr_');
  const [people, guests] = await Promise.all([
    contactsOfPeople(services, ids.filter(isPerson)),
    contactsOfGuests(
      services,
      ids.filter((id) => !isPerson(id)),
    ),
  ]);
  return new Map([...people, ...guests]);
};

/** The people of shops who are told about their business; one question for all of them. */
export const peopleOfShops = async (
  { internal }: Services,
  shopIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const ids = [...new Set(shopIds)];
  if (ids.length === 0) return new Map();
  const { shopContacts } = await internal.call('seller', ShopContactsDocument, { ids });
  return new Map(shopContacts.map(({ shopId, notifyUserIds }) => [shopId, notifyUserIds]));
};
