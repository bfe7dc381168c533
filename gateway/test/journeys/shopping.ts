import { type Client, eventually } from './client.ts';

export interface Good {
  readonly variantId: string;
  readonly productId: string;
  readonly shopId: string;
  readonly priceMinor: string;
  readonly available: number;
}

interface ShopGoods {
  readonly shopBySlug: {
    readonly id: string;
    readonly products: {
      readonly nodes: readonly {
        readonly id: string;
        readonly variants: {
          readonly nodes: readonly {
            readonly id: string;
            readonly available: number;
            readonly price: { readonly amountMinor: string };
          }[];
        };
      }[];
    };
  } | null;
}

const shopGoods = `query Goods($slug: String!) {
  shopBySlug(slug: $slug) { id products(first: 50) { nodes { id variants(first: 5) { nodes { id available price { amountMinor } } } } } }
}`;

/** Goods of a demo shop that can be bought now. */
export const goodsOf = async (asker: Client, slug: string): Promise<Good[]> => {
  const { shopBySlug } = await asker.ask<ShopGoods>(shopGoods, { slug });
  if (!shopBySlug) throw new Error(`The demo has no shop "${slug}".`);
  return shopBySlug.products.nodes
    .flatMap((product) =>
      product.variants.nodes.map((variant) => ({
        variantId: variant.id,
        productId: product.id,
        shopId: shopBySlug.id,
        priceMinor: variant.price.amountMinor,
        available: variant.available,
      })),
    )
    .filter(({ available }) => available > 5);
};

/** Demo shops that sell in roubles; a checkout is in one currency. */
export const rubleShops = ['kovrik-i-kot', 'tyoply-dom'] as const;

export const address = {
  name: 'Анна Гостья',
  line1: 'Тверская улица, 1',
  city: 'Москва',
  postalCode: '125009',
  country: 'RU',
};

/** A signed-in person's cart with nothing in it: they keep one, and an earlier journey may have left goods there. */
export const emptyCart = async (asker: Client): Promise<string> => {
  const { createCart } = await asker.ask<{ createCart: { cart: { id: string; lines: { id: string }[] } } }>(
    'mutation { createCart { cart { id lines { id } } } }',
  );
  const { id, lines } = createCart.cart;
  if (lines.length > 0) {
    const input = { cartId: id, lineIds: lines.map((line) => line.id) };
    await asker.ask(
      'mutation ($input: RemoveFromCartInput!) { removeFromCart(input: $input) { userErrors { code } } }',
      { input },
    );
  }
  return id;
};

/** Puts goods into a cart and says where they go. */
export const fillCart = async (
  asker: Client,
  cartId: string,
  goods: readonly { readonly variantId: string; readonly quantity: number }[],
): Promise<void> => {
  for (const { variantId, quantity } of goods) {
    await asker.ask(
      'mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { id } userErrors { code message } } }',
      { input: { cartId, variantId, quantity } },
    );
  }
  await asker.ask(
    'mutation ($input: SetCartDeliveryInput!) { setCartDelivery(input: $input) { cart { id } userErrors { code message } } }',
    { input: { cartId, address } },
  );
};

export interface Placed {
  readonly status: string | null;
  readonly replayed: boolean;
  readonly action: { readonly redirectUrl: string | null } | null;
  readonly group: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly version: number;
    readonly orders: readonly {
      readonly id: string;
      readonly status: string;
      readonly shop: { readonly id: string };
    }[];
  } | null;
  readonly userErrors: readonly {
    readonly __typename: string;
    readonly code: string;
    readonly field: readonly string[];
    readonly message: string;
  }[];
}

export const checkoutDocument = `mutation Checkout($input: CheckoutInput!) {
  checkout(input: $input) {
    status replayed action { redirectUrl }
    group { id number status version orders { id status shop { id } } }
    userErrors { __typename code field message
      ... on PriceChanged { was { amountMinor } now { amountMinor } } }
  }
}`;

/**
 * Buys what is in the cart; refusals are part of the answer. Where the market answers before it is done, the same key asks
 * again what became of the purchase, as a storefront would.
 */
export const checkout = async (asker: Client, input: Record<string, unknown>): Promise<Placed> => {
  const ask = async () => (await asker.ask<{ checkout: Placed }>(checkoutDocument, { input })).checkout;
  const first = await ask();
  if (first.status !== 'PROCESSING') return first;
  return { ...(await eventually(ask, ({ status }) => status !== 'PROCESSING')), replayed: first.replayed };
};
