import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Client, client, eventually } from '../client.ts';
import { address, checkout } from '../shopping.ts';
import { act, newPerson } from './people.ts';
import { fileOf, send } from './shop-belongings.ts';

interface Own {
  readonly viewer: {
    readonly sessions: readonly { readonly id: string; readonly current: boolean }[];
  };
  readonly notifications: { readonly nodes: readonly { readonly id: string }[] };
}

const cartWith = async (buyer: Client, variantId: string): Promise<{ cartId: string; lineId: string }> => {
  const { createCart } = await buyer.ask<{ createCart: { cart: { id: string } } }>(
    'mutation { createCart { cart { id } } }',
  );
  const { cart } = await act<{ cart: { id: string; lines: { id: string }[] } }>(
    buyer,
    'addToCart',
    { cartId: createCart.cart.id, variantId },
    'cart { id lines { id } }',
  );
  await act(buyer, 'setCartDelivery', { cartId: cart.id, address }, '__typename');
  return { cartId: cart.id, lineId: cart.lines[0]?.id ?? '' };
};

/** An order that was paid, with its payment. */
const bought = async (buyer: Client, variantId: string) => {
  const { cartId } = await cartWith(buyer, variantId);
  const { group, userErrors } = await checkout(buyer, {
    idempotencyKey: randomUUID(),
    cartId,
    payment: { providerToken: 'pm_card_visa' },
  });
  if (!group) throw new Error(JSON.stringify(userErrors));
  // Until it is done with the purchase, a busy market gives its buyer no other cart.
  const { orderGroup } = await eventually(
    () =>
      buyer.ask<{ orderGroup: { payment: { id: string } | null; orders: { status: string }[] } }>(
        'query ($id: ID!) { orderGroup(id: $id) { payment { id } orders { status } } }',
        { id: group.id },
      ),
    (answer) => answer.orderGroup.payment !== null && answer.orderGroup.orders.every(({ status }) => status === 'PAID'),
    60_000,
  );
  return { groupId: group.id, orderId: group.orders[0]?.id ?? '', paymentId: orderGroup.payment?.id ?? '' };
};

/** What was said about the order, with a file that was not attached yet, and a message that is kept back. */
const talk = async (buyer: Client, orderId: string) => {
  const { conversation } = await act<{ conversation: { id: string } }>(
    buyer,
    'openConversation',
    { orderId },
    'conversation { id }',
  );
  const say = async (text: string) =>
    (
      await act<{ message: { id: string; state: string } }>(
        buyer,
        'sendMessage',
        { conversationId: conversation.id, clientMessageId: randomUUID(), text },
        'message { id state }',
      )
    ).message;
  const message = await say('Is it blue?');
  const held = await say('call 8 916 123-45-67');
  const { upload } = await act<{ upload: Parameters<typeof send>[0] }>(
    buyer,
    'createMessageAttachmentUpload',
    { conversationId: conversation.id, ...(await fileOf()) },
    'upload { id put { url headers { name value } } }',
  );
  await send(upload);
  return {
    conversationId: conversation.id,
    messageId: message.id,
    heldMessageId: held.id,
    attachmentUploadId: upload.id,
  };
};

/** A browser of the phone double that may be pushed to. */
const browser = async (buyer: Client): Promise<string> => {
  const { pushServerKey } = await client().ask<{ pushServerKey: string }>('{ pushServerKey }');
  const response = await fetch(`${inject('market').phone}/_control/push/subscribe`, {
    method: 'POST',
    body: JSON.stringify({ applicationServerKey: pushServerKey }),
  });
  const { endpoint, keys } = (await response.json()) as { endpoint: string; keys: { p256dh: string; auth: string } };
  const { pushSubscription } = await act<{ pushSubscription: { id: string } }>(
    buyer,
    'registerPushSubscription',
    { endpoint, ...keys, label: 'A browser' },
    'pushSubscription { id }',
  );
  return pushSubscription.id;
};

/** A buyer with one of everything a person can have in the market. */
export const settleBuyer = async (variantId: string) => {
  const person = await newPerson('buyer');
  const buyer = person.client;
  const saved = { ...address, phone: '+7 495 123-45-67' };
  const home = await act<{ address: { id: string } }>(buyer, 'addAddress', { address: saved }, 'address { id }');
  const order = await bought(buyer, variantId);
  const cart = await cartWith(buyer, variantId);
  const card = await act<{ paymentMethod: { id: string } }>(
    buyer,
    'addPaymentMethod',
    { providerToken: 'pm_card_mastercard', idempotencyKey: randomUUID() },
    'paymentMethod { id }',
  );
  const said = await talk(buyer, order.orderId);
  const pushSubscriptionId = await browser(buyer);
  await person.again();
  const { viewer, notifications } = await eventually(
    () => buyer.ask<Own>('{ viewer { sessions { id current } } notifications(first: 5) { nodes { id } } }'),
    (own) => own.notifications.nodes.length > 0,
  );
  return {
    buyer,
    ids: {
      buyerId: person.id,
      otherSessionId: viewer.sessions.find(({ current }) => !current)?.id ?? '',
      pushSubscriptionId,
      notificationId: notifications.nodes[0]?.id ?? '',
      addressId: home.address.id,
      paymentMethodId: card.paymentMethod.id,
      ...order,
      ...cart,
      ...said,
    },
  };
};
