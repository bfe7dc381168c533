import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';
import { persist, readDatabase } from './faults.ts';
import { type Disk, openDisk } from './full-disk.ts';
import { address, checkoutDocument, type Good, goodsOf, type Placed } from './shopping.ts';

const sendDocument = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { replayed message { id sequence text } userErrors { code message } }
}`;

interface Sent {
  readonly replayed: boolean;
  readonly message: { readonly id: string; readonly sequence: number } | null;
  readonly userErrors: readonly object[];
}

let buyer: Client;
let goods: Good[];
let disk: Disk | undefined;

beforeAll(async () => {
  buyer = await signIn('buyer@vitrina.example');
  goods = await goodsOf(client(), 'kovrik-i-kot');
  disk = await openDisk();
});
afterAll(async () => {
  // Where the market did not answer there is none.
  await disk?.free();
  await disk?.remove();
});

/** A guest's cart of one good, and the checkout that is to be sent for it again and again. */
const fillGuestCart = async (good: Good | undefined) => {
  const { createCart } = await client().ask<{ createCart: { cart: { id: string }; secret: string } }>(
    'mutation { createCart { cart { id } secret } }',
  );
  const guest = client({ cartSecret: createCart.secret });
  const cartId = createCart.cart.id;
  await guest.ask('mutation ($input: AddToCartInput!) { addToCart(input: $input) { userErrors { message } } }', {
    input: { cartId, variantId: good?.variantId, quantity: 1 },
  });
  await guest.ask(
    'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { userErrors { message } } }',
    { input: { cartId, address } },
  );
  const input = {
    idempotencyKey: randomUUID(),
    cartId,
    contactEmail: `disk-${randomUUID()}@example.com`,
    payment: { providerToken: 'pm_card_visa' },
  };
  return { guest, cartId, request: { query: checkoutDocument, variables: { input } } };
};
type GuestCart = Awaited<ReturnType<typeof fillGuestCart>>;

const openChat = async (productId: string | undefined): Promise<string> => {
  const { openConversation } = await buyer.ask<{ openConversation: { conversation: { id: string } } }>(
    'mutation ($input: OpenConversationInput!) { openConversation(input: $input) { conversation { id } userErrors { code message } } }',
    { input: { productId } },
  );
  return openConversation.conversation.id;
};

/** Nothing could be saved, and the answer says when to come again. */
const expectNoRoom = async (asker: Client, request: object): Promise<void> => {
  const { errors } = await asker.send(request);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([
    expect.objectContaining({ code: 'UNAVAILABLE', retryAfterSeconds: expect.any(Number) }),
  ]);
};

const intentsOf = async (paymentIds: readonly string[]) => {
  const books = (await (await fetch(`${inject('market').stripe}/_control/books`)).json()) as {
    intents: { metadata: Record<string, string>; timesCharged: number }[];
  };
  return books.intents.filter(({ metadata }) => paymentIds.includes(metadata['paymentId'] ?? ''));
};

const count = async (context: string, query: string): Promise<number> =>
  Number((await readDatabase<{ count: string }>(context, query))[0]?.count);

const groupsOf = ({ cartId }: GuestCart): Promise<number> =>
  count('orders', `select count(*) from order_group where cart_id = '${cartId}'`);
const messagesOf = (conversationId: string): Promise<number> =>
  count('messaging', `select count(*) from message where conversation_id = '${conversationId}'`);
const reservedOf = ({ variantId }: Good): Promise<number> =>
  count('catalog', `select coalesce(sum(reserved), 0) as count from stock where variant_id = '${variantId}'`);

/** One order, paid once, with its money in escrow; the sum of all postings is zero. */
const expectPaidOnce = async (guest: Client, placed: Placed): Promise<void> => {
  const groupId = placed.group?.id;
  await eventually(
    () =>
      guest.ask<{ orderGroup: { orders: { status: string; escrow: { state: string } | null }[] } }>(
        'query ($id: ID!) { orderGroup(id: $id) { orders { status escrow { state } } } }',
        { id: groupId },
      ),
    ({ orderGroup }) => orderGroup.orders.every(({ status, escrow }) => status === 'PAID' && escrow?.state === 'HELD'),
  );
  const payments = await readDatabase<{ id: string }>(
    'payments',
    `select id from payment where group_id = '${groupId}'`,
  );
  expect(payments).toHaveLength(1);
  expect((await intentsOf(payments.map(({ id }) => id))).map(({ timesCharged }) => timesCharged)).toEqual([1]);
  const unbalanced = 'select currency from posting group by currency having sum(amount_minor) <> 0';
  expect(await readDatabase('payments', unbalanced)).toEqual([]);
};

describe('when the disk fills up under a running market', { timeout: 120_000 }, () => {
  it('what cannot be saved is refused as a whole, and the same request is done once when there is room', async () => {
    const good = goods[0];
    if (!good) throw new Error('The shop has nothing to sell.');
    const cart = await fillGuestCart(good);
    const conversationId = await openChat(good.productId);
    const message = {
      query: sendDocument,
      variables: { input: { conversationId, clientMessageId: randomUUID(), text: 'Есть ли место на складе?' } },
    };
    const [written, reserved] = [await messagesOf(conversationId), await reservedOf(good)];

    // Purchases that are under way when it happens go on where they stopped.
    const under = await Promise.all(goods.slice(1, 4).map(fillGuestCart));
    const begun = under.map(({ guest, request }) => persist(() => guest.send<{ checkout: Placed }>(request)));
    await disk?.fill();
    for (let turn = 0; turn < 2; turn += 1) {
      await expectNoRoom(cart.guest, cart.request);
      await expectNoRoom(buyer, message);
    }
    // What only reads is answered as ever, and what was refused has left nothing behind.
    const { cart: read } = await cart.guest.ask<{ cart: { lines: unknown[] } }>(
      'query ($id: ID!) { cart(id: $id) { lines { id } } }',
      { id: cart.cartId },
    );
    expect(read.lines).toHaveLength(1);
    expect([await groupsOf(cart), await messagesOf(conversationId), await reservedOf(good)]).toEqual([
      0,
      written,
      reserved,
    ]);

    await disk?.free();
    const { data } = await persist(() => cart.guest.send<{ checkout: Placed }>(cart.request));
    expect(data.checkout).toMatchObject({ replayed: false, userErrors: [] });
    const { sendMessage } = (await persist(() => buyer.send<{ sendMessage: Sent }>(message))).data;
    expect(sendMessage).toMatchObject({ replayed: false, userErrors: [] });
    await expectPaidOnce(cart.guest, data.checkout);
    for (const [index, { data: placed }] of (await Promise.all(begun)).entries()) {
      expect(placed.checkout.userErrors).toEqual([]);
      await expectPaidOnce(under[index]?.guest ?? cart.guest, placed.checkout);
    }
    expect(await groupsOf(cart)).toBe(1);
    expect(await messagesOf(conversationId)).toBe(written + 1);

    // Every fact is on the bus, and the outage used up nobody's patience: nothing was parked.
    for (const context of ['orders', 'payments', 'catalog', 'messaging'])
      await eventually(
        () => readDatabase(context, 'select event_id from kit.outbox'),
        (rows) => rows.length === 0,
      );
    expect(await readDatabase('bus', `select consumer, last_error from delivery where state = 'parked'`)).toEqual([]);
  });
});
