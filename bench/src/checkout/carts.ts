import postgres from 'postgres';
import { BenchFailed } from '../bench.ts';
import { type Client, clientOf } from '../market/client.ts';

/** A guest's cart, ready to be bought. */
export interface ReadyCart {
  readonly id: string;
  readonly guest: Client;
}

const createCart = 'mutation { createCart { cart { id } secret } }';
const addToCart = 'mutation ($input: AddToCartInput!) { addToCart(input: $input) { userErrors { code message } } }';
const setDelivery =
  'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { userErrors { code message } } }';

const address = {
  name: 'Анна Гостья',
  line1: 'Тверская улица, 1',
  city: 'Москва',
  postalCode: '125009',
  country: 'RU',
};

const accepted = (what: string, errors: readonly unknown[]): void => {
  if (errors.length > 0) throw new BenchFailed(`${what} was refused: ${JSON.stringify(errors)}`);
};

/** Variants sold in roubles, one list per shop, with shelves filled: this is not about running out. */
export const stockUp = async (postgresUrl: string): Promise<readonly (readonly string[])[]> => {
  const url = new URL(postgresUrl);
  url.pathname = '/vitrina_catalog';
  const sql = postgres(url.toString(), { max: 1 });
  await sql`update stock set on_hand = 1000000 + reserved, version = version + 1 where on_hand < 500000`;
  const shops = await sql<{ variantIds: string[] }[]>`
    select (array_agg(v.id order by v.id))[1:40] as "variantIds" from variant v
    join product p on p.id = v.product_id and p.status = 'ACTIVE' and p.currency = 'RUB'
    join stock s on s.variant_id = v.id and s.on_hand - s.reserved >= 1000
    where v.removed_at is null group by v.shop_id order by v.shop_id`;
  await sql.end();
  if (shops.length < 2) throw new BenchFailed('The demo has to sell in roubles in two shops at least.');
  return shops.map(({ variantIds }) => variantIds);
};

/** Fills the cart of a new guest with one unit from each of two shops, delivered to one address. */
const fill = async (gateway: string, goods: readonly (readonly string[])[], number: number): Promise<ReadyCart> => {
  const { createCart: made } = await clientOf(gateway).ask<{ createCart: { cart: { id: string }; secret: string } }>(
    createCart,
  );
  const guest = clientOf(gateway, { cartSecret: made.secret });
  const cartId = made.cart.id;
  for (const place of [0, 1]) {
    const shop = goods[(number + place) % goods.length] ?? [];
    const input = { cartId, variantId: shop[number % shop.length], quantity: 1 };
    const { addToCart: added } = await guest.ask<{ addToCart: { userErrors: unknown[] } }>(addToCart, { input });
    accepted('addToCart', added.userErrors);
  }
  const { setCartDelivery } = await guest.ask<{ setCartDelivery: { userErrors: unknown[] } }>(setDelivery, {
    input: { cartId, address },
  });
  accepted('setCartDelivery', setCartDelivery.userErrors);
  return { id: cartId, guest };
};

/** Fills that many carts, eight at a time. */
export const fillCarts = async (
  gateway: string,
  goods: readonly (readonly string[])[],
  count: number,
): Promise<ReadyCart[]> => {
  const carts: ReadyCart[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      carts.push(await fill(gateway, goods, next));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return carts;
};
