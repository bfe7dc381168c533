import { type Client, client, signIn } from './client.ts';
import { type Good, goodsOf } from './shopping.ts';

type Person = Client & { readonly accessToken: string };

/** Who talks in the demo: a buyer, the owner of a shop, and support; with the shop's goods to talk about. */
interface Talkers {
  readonly buyer: Person;
  readonly owner: Person;
  readonly support: Person;
  readonly goods: readonly Good[];
}

export const talkers = async (): Promise<Talkers> => {
  const [buyer, owner, support] = await Promise.all(
    ['buyer', 'owner', 'support'].map((name) => signIn(`${name}@vitrina.example`)),
  );
  if (!buyer || !owner || !support) throw new Error('Nobody signed in.');
  return { buyer, owner, support, goods: await goodsOf(client(), 'kovrik-i-kot') };
};

/** Sends a mutation with one input and gives its payload, refusals included. */
export const run = async <P>(asker: Client, mutation: string, input: object, selection: string): Promise<P> => {
  const type = `${mutation.replace(/^./, (letter) => letter.toUpperCase())}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
  return (await asker.ask<Record<string, P>>(document, { input }))[mutation] as P;
};

/** Opens the buyer's conversation about a product, and gives its id. */
export const openConversation = async (buyer: Client, good: Good | undefined): Promise<string> => {
  const input = { productId: good?.productId };
  const opened = await run<{ conversation: { id: string } }>(buyer, 'openConversation', input, 'conversation { id }');
  return opened.conversation.id;
};
