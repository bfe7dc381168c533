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

/** Where the browser keeps nothing for this page, the cart lasts as long as the page does. */
let ofThisPage: GuestCart | undefined;

const isCart = (value: unknown): value is GuestCart =>
  typeof value === 'object' && value !== null && 'id' in value && 'secret' in value;

/** The cart of an earlier visit, on whichever page of the market it was made. What cannot be read is no cart. */
const remembered = (): GuestCart | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storedUnder) ?? 'null');
    if (isCart(kept)) return kept;
  } catch (error) {
    console.warn('The cart of an earlier visit could not be read', error);
  }
  return ofThisPage;
};

const remember = (cart: GuestCart): void => {
  ofThisPage = cart;
  try {
    localStorage.setItem(storedUnder, JSON.stringify(cart));
  } catch (error) {
    console.warn('The cart is kept for this page only', error);
  }
};

const makeCart = async (): Promise<GuestCart | { readonly reason: string | undefined }> => {
  const { data, errors } = await run<{ createCart: { cart: { id: string }; secret: string } }>('CreateCart', {});
  if (!data) return { reason: errors?.[0]?.message };
  const cart = { id: data.createCart.cart.id, secret: data.createCart.secret };
  remember(cart);
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
  let cart = known ?? (await makeCart());
  if ('reason' in cart) return { ok: false, reason: cart.reason };
  let answer = await add(cart, variantId);
  if (known && isCartGone(answer)) {
    cart = await makeCart();
    if ('reason' in cart) return { ok: false, reason: cart.reason };
    answer = await add(cart, variantId);
  }
  const refusal = answer.errors?.[0] ?? answer.data?.addToCart?.userErrors[0];
  return refusal ? { ok: false, reason: refusal.message } : { ok: true };
};
