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

const contactOfGuest = async ({ internal }: Services, orderId: string): Promise<Contact | null> => {
  const { orderContacts } = await internal.call('orders', OrderContactsDocument, { ids: [orderId] });
  const [contact] = orderContacts;
  return contact ? { email: contact.email, locale: localeOfCountry(contact.country) } : null;
};

/** Where a recipient can be reached now: a person by their account, a guest by their order; null when nowhere any more. */
export const contactOf = async (services: Services, recipientId: string): Promise<Contact | null> => {
  if (!recipientId.startsWith('usr_')) return contactOfGuest(services, recipientId);
  const { userContacts } = await services.internal.call('identity', UserContactsDocument, { ids: [recipientId] });
  return userContacts[0] ?? null;
};

/** The people of a shop who are told about its business. */
export const peopleOfShop = async ({ internal }: Services, shopId: string): Promise<readonly string[]> => {
  const { shopContacts } = await internal.call('seller', ShopContactsDocument, { ids: [shopId] });
  return shopContacts[0]?.notifyUserIds ?? [];
};
