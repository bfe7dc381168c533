import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** What the graph is asked, and with which secret. */
interface Asked {
  readonly operation: string;
  readonly variables: { readonly input?: { readonly cartId: string; readonly variantId: string } };
  readonly secret: string | undefined;
}
type Answer = { data?: unknown; errors?: { message: string; extensions?: { code: string } }[] };

const refused = (code: string, message: string): Answer => ({
  data: { addToCart: { userErrors: [{ code, message }] } },
});
const added: Answer = { data: { addToCart: { userErrors: [] } } };

let asked: Asked[];
let storage: Map<string, string>;
/** What the graph says to adding, one answer after the other, the last one for all that follow. */
let answers: Answer[];
let creating: () => Answer;

beforeEach(() => {
  [asked, storage, answers] = [[], new Map(), [added]];
  let carts = 0;
  creating = () => {
    carts += 1;
    return { data: { createCart: { cart: { id: `crt_${carts}` }, secret: `secret-${carts}` } } };
  };
  vi.stubGlobal('vitrinaOperations', { CreateCart: 'hash-of-create', AddToCart: 'hash-of-add' });
  vi.stubGlobal('document', { documentElement: { lang: 'ru' } });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => storage.get(name) ?? null,
    setItem: (name: string, value: string) => void storage.set(name, value),
  });
  vi.stubGlobal('fetch', async (_url: string, init: { body: string; headers: Record<string, string> }) => {
    const { operationName: operation, variables } = JSON.parse(init.body);
    asked.push({ operation, variables, secret: init.headers['x-vitrina-cart'] });
    const answer = operation === 'CreateCart' ? creating() : answers.length > 1 ? answers.shift() : answers[0];
    return { json: async () => answer };
  });
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A page that was just opened: it remembers what the browser kept, and nothing else. */
const openPage = async () => {
  vi.resetModules();
  return (await import('./cart.ts')).addToCart;
};
const cartsUsed = () => asked.filter(({ operation }) => operation === 'AddToCart').map(({ secret }) => secret);

describe('the cart of a guest', () => {
  it('is made with the first thing put into it, and is the same on the next page', async () => {
    const [here, there] = [await openPage(), await openPage()];
    expect(await here('var_1')).toEqual({ ok: true });
    expect(await there('var_2')).toEqual({ ok: true });
    expect(asked.map(({ operation }) => operation)).toEqual(['CreateCart', 'AddToCart', 'AddToCart']);
    expect(cartsUsed()).toEqual(['secret-1', 'secret-1']);
    expect(asked[2]?.variables.input).toMatchObject({ cartId: 'crt_1', variantId: 'var_2' });
  });

  it.each<[string, Answer]>([
    ['was bought', refused('CART_ORDERED', 'This cart was ordered.')],
    ['is not there any more', { errors: [{ message: 'No such cart.', extensions: { code: 'NOT_FOUND' } }] }],
  ])('that %s is replaced by a new one, into which the thing goes', async (_what, gone) => {
    storage.set('vitrina.cart', JSON.stringify({ id: 'crt_old', secret: 'old' }));
    answers = [gone, added];
    expect(await (await openPage())('var_1')).toEqual({ ok: true });
    expect(cartsUsed()).toEqual(['old', 'secret-1']);
    expect(JSON.parse(storage.get('vitrina.cart') ?? '')).toEqual({ id: 'crt_1', secret: 'secret-1' });
  });

  it('is replaced once only: a graph that finds no cart at all is not asked for ever', async () => {
    storage.set('vitrina.cart', JSON.stringify({ id: 'crt_old', secret: 'old' }));
    answers = [refused('CART_ORDERED', 'This cart was ordered.')];
    expect(await (await openPage())('var_1')).toEqual({ ok: false, reason: 'This cart was ordered.' });
    expect(asked).toHaveLength(3);
  });

  it('stays when the goods are what is refused, and the graph’s own sentence is told', async () => {
    storage.set('vitrina.cart', JSON.stringify({ id: 'crt_old', secret: 'old' }));
    answers = [refused('OUT_OF_STOCK', 'Only 0 left.')];
    expect(await (await openPage())('var_1')).toEqual({ ok: false, reason: 'Only 0 left.' });
    expect(cartsUsed()).toEqual(['old']);
  });

  it('that cannot be made is said in the graph’s words, and nothing is kept of it', async () => {
    creating = () => ({ errors: [{ message: 'Too many carts; wait a minute.' }] });
    expect(await (await openPage())('var_1')).toEqual({ ok: false, reason: 'Too many carts; wait a minute.' });
    expect(storage.size).toBe(0);
  });

  it.each(['{"id":', '"a word"', 'null', '{"id":"crt_1"}'])('is none where %s is kept under its name', async (kept) => {
    storage.set('vitrina.cart', kept);
    expect(await (await openPage())('var_1')).toEqual({ ok: true });
    expect(cartsUsed()).toEqual(['secret-1']);
  });

  it('lasts as long as the page where the browser keeps nothing', async () => {
    const closed = () => {
      throw new Error('The operation is insecure.');
    };
    vi.stubGlobal('localStorage', { getItem: closed, setItem: closed });
    const addToCart = await openPage();
    expect([await addToCart('var_1'), await addToCart('var_2')]).toEqual([{ ok: true }, { ok: true }]);
    expect(cartsUsed()).toEqual(['secret-1', 'secret-1']);
  });

  it('without a network rejects, so that the page says what to check', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect((await openPage())('var_1')).rejects.toThrow('Failed to fetch');
  });
});
