/** SHA-256 of the registered operations the page runs; put in by the build from schema/operations. */
declare const vitrinaOperations: { readonly CreateCart: string; readonly AddToCart: string };

/** A guest's cart: the secret is what makes it theirs. */
interface GuestCart {
  readonly id: string;
  readonly secret: string;
}

/** What became of adding: the graph's own sentence when it refused. */
export type Added = { readonly ok: true } | { readonly ok: false; readonly reason: string | undefined };

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const storedUnder = 'vitrina.cart';

/** Runs a registered operation by its hash, with the secret of the guest's cart where there is one. */
const run = async <Data>(
  operationName: keyof typeof vitrinaOperations,
  variables: Readonly<Record<string, unknown>>,
  secret?: string,
): Promise<Answer<Data>> => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': document.documentElement.lang,
      ...(secret && { 'x-vitrina-cart': secret }),
    },
    body: JSON.stringify({
      operationName,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash: vitrinaOperations[operationName] } },
    }),
  });
  return (await response.json()) as Answer<Data>;
};

/** The cart of an earlier visit, on whichever page of the market it was made. */
const remembered = (): GuestCart | undefined => {
  const text = localStorage.getItem(storedUnder);
  return text ? (JSON.parse(text) as GuestCart) : undefined;
};

const makeCart = async (): Promise<GuestCart> => {
  const { data, errors } = await run<{ createCart: { cart: { id: string }; secret: string } }>('CreateCart', {});
  if (!data) throw new Error(errors?.[0]?.message ?? 'The cart was not made.');
  const cart = { id: data.createCart.cart.id, secret: data.createCart.secret };
  localStorage.setItem(storedUnder, JSON.stringify(cart));
  return cart;
};

interface AddToCartData {
  readonly addToCart: { readonly userErrors: readonly { readonly code: string; readonly message: string }[] } | null;
}

const add = (cart: GuestCart, variantId: string): Promise<Answer<AddToCartData>> =>
  run<AddToCartData>('AddToCart', { input: { cartId: cart.id, variantId, quantity: 1 } }, cart.secret);

/** The cart we remember cannot be used any more: bought, or not there. Other refusals are about the goods. */
const isCartGone = ({ data, errors = [] }: Answer<AddToCartData>): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'NOT_FOUND') ||
  (data?.addToCart?.userErrors.some(({ code }) => code === 'CART_ORDERED') ?? false);

/** Puts one unit into the guest's cart; a cart that was bought or has run out is replaced by a new one. Rejects without a network. */
export const addToCart = async (variantId: string): Promise<Added> => {
  const known = remembered();
  let answer = await add(known ?? (await makeCart()), variantId);
  if (known && isCartGone(answer)) answer = await add(await makeCart(), variantId);
  const refusal = answer.errors?.[0] ?? answer.data?.addToCart?.userErrors[0];
  return refusal ? { ok: false, reason: refusal.message } : { ok: true };
};
