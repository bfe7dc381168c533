import { UserContactsDocument } from '../generated/identity-client.ts';
import { ShopContactsDocument } from '../generated/seller-client.ts';
import type { Services } from '../services.ts';

export interface Contact {
  readonly email: string;
  readonly locale: string;
}

/** Where a recipient can be reached now; null when nowhere any more. */
export const contactOf = async ({ internal }: Services, recipientId: string): Promise<Contact | null> => {
  const { userContacts } = await internal.call('identity', UserContactsDocument, { ids: [recipientId] });
  return userContacts[0] ?? null;
};

/** The people of a shop who are told about its business. */
export const peopleOfShop = async ({ internal }: Services, shopId: string): Promise<readonly string[]> => {
  const { shopContacts } = await internal.call('seller', ShopContactsDocument, { ids: [shopId] });
  return shopContacts[0]?.notifyUserIds ?? [];
};
