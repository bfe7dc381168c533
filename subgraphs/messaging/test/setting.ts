import type { Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { asClient, asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import type { Services } from '../src/services.ts';
import { messaging } from '../src/subgraph.ts';

export const shopId = newId('shp');
export const otherShopId = newId('shp');
export const buyerId = newId('usr');
export const buyer = asUser(buyerId);
export const staff = asUser(newId('usr'), { shops: { [shopId]: ['messages:write'] } });
export const colleague = asUser(newId('usr'), { shops: { [shopId]: ['messages:write'] } });
/** Works in the shop, but does not answer buyers. */
export const packer = asUser(newId('usr'), { shops: { [shopId]: ['orders:read'] } });
export const stranger = asUser(newId('usr'), { shops: { [otherShopId]: ['messages:write'] } });
export const robot = asClient(newId('key'), shopId, ['messages:write']);
export const support = asUser(newId('usr'), { scopes: ['support'] });
export const admin = asUser(newId('usr'), { scopes: ['admin'] });

export const goods = { mug: newId('prd'), lamp: newId('prd'), hidden: newId('prd'), theirs: newId('prd') };
export const purchases = { mine: newId('ord'), another: newId('ord'), guests: newId('ord'), theirs: newId('ord') };

const listed = [
  { productId: goods.mug, shopId, onSale: true },
  { productId: goods.lamp, shopId, onSale: true },
  { productId: goods.hidden, shopId, onSale: false },
  { productId: goods.theirs, shopId: otherShopId, onSale: true },
];
const parties = [
  { orderId: purchases.mine, shopId, buyerId },
  { orderId: purchases.another, shopId, buyerId },
  { orderId: purchases.guests, shopId, buyerId: null },
  { orderId: purchases.theirs, shopId: otherShopId, buyerId: newId('usr') },
];

export interface UserError {
  readonly __typename?: string;
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
  readonly retryAfterSeconds?: number;
}
export interface SeenMessage {
  readonly id: string;
  readonly sequence: number | null;
  readonly text: string | null;
  readonly state: string;
  readonly revision: number;
}
export interface SentPayload {
  readonly message: SeenMessage | null;
  readonly userErrors: readonly UserError[];
  readonly replayed: boolean;
}

const errorFields = '__typename code field message ... on RateLimited { retryAfterSeconds }';
export const messageFields = 'id sequence text state revision';

export interface Setting extends TestContext<Services> {
  /** Opens a conversation and gives its id; refusals are thrown with their code. */
  open(as: Identity, about: object): Promise<string>;
  /** A conversation of a buyer of its own about the mug. */
  talk(): Promise<{ readonly id: string; readonly buyer: Identity; readonly buyerId: string }>;
  send(as: Identity, conversationId: string, text: string, more?: object): Promise<SentPayload>;
  /** Runs a mutation with an input; errors are thrown with their code. */
  run<P = Record<string, unknown>>(as: Identity, mutation: string, input: object, fields: string): Promise<P>;
  /** Runs a query; errors are thrown with their code. */
  read<D = Record<string, unknown>>(as: Identity, query: string, variables?: Record<string, unknown>): Promise<D>;
  /** Reads a subscription; the first failure is thrown with its code. */
  follow<T>(as: Identity, document: string, variables: Record<string, unknown>): Promise<Followed<T>>;
}

export interface Followed<T> {
  /** The next event; undefined once it has ended. */
  next(): Promise<T | undefined>;
  close(): Promise<unknown> | undefined;
}

const thrown = (error: { message: string; extensions?: Record<string, unknown> }): Error =>
  Object.assign(new Error(error.message), { code: error.extensions?.['code'] });

/** Boots the context between a catalog and orders that know the goods above. */
export const openSetting = async (env: Record<string, string> = {}): Promise<Setting> => {
  const context = await testContext<Services>(messaging, {
    env: { MESSAGING_SENDS_PER_MINUTE: '100000', MESSAGING_CONVERSATION_SENDS_PER_MINUTE: '100000', ...env },
    internal: {
      catalog: {
        ListedProducts: ({ ids }: { ids: string[] }) => ({
          listedProducts: listed.filter(({ productId }) => ids.includes(productId)),
        }),
      },
      identity: {
        UserNames: ({ ids }: { ids: string[] }) => ({
          userContacts: ids.map((userId) => ({ userId, displayName: `Buyer ${userId}` })),
        }),
      },
      orders: {
        OrderParties: ({ ids }: { ids: string[] }) => ({
          orderParties: parties.filter(({ orderId }) => ids.includes(orderId)),
        }),
      },
    },
  });
  const read: Setting['read'] = async (as, query, variables = {}) => {
    const { data, errors } = await context.ask(query, variables, { as });
    if (errors?.[0]) throw thrown(errors[0] as never);
    return data as never;
  };
  const run: Setting['run'] = async (as, mutation, input, fields) => {
    const type = `${mutation.startsWith('mark') ? 'MarkConversation' : mutation === 'unblockConversation' ? 'BlockConversation' : mutation[0]?.toUpperCase() + mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { ${errorFields} } } }`;
    return (await read<Record<string, never>>(as, document, { input }))[mutation] as never;
  };
  const open: Setting['open'] = async (as, about) => {
    const opened = await run<{ conversation: { id: string } | null; userErrors: UserError[] }>(
      as,
      'openConversation',
      about,
      'conversation { id }',
    );
    if (opened.userErrors[0]) throw Object.assign(new Error(opened.userErrors[0].message), opened.userErrors[0]);
    return opened.conversation?.id ?? '';
  };
  return {
    ...context,
    read,
    run,
    open,
    talk: async () => {
      const id = newId('usr');
      const somebody = asUser(id);
      return { id: await open(somebody, { productId: goods.mug }), buyer: somebody, buyerId: id };
    },
    send: (as, conversationId, text, more = {}) =>
      run<SentPayload>(
        as,
        'sendMessage',
        { conversationId, clientMessageId: newId('cli'), text, ...more },
        `replayed message { ${messageFields} }`,
      ),
    follow: async (as, document, variables) => {
      const stream = await context.subscribe(document, variables, { as });
      if (!(Symbol.asyncIterator in stream)) throw thrown(stream.errors?.[0] as never);
      return {
        next: async () => {
          const { value, done } = await stream.next();
          if (done) return undefined;
          if (value.errors?.[0]) throw thrown(value.errors[0] as never);
          return JSON.parse(JSON.stringify(Object.values(value.data ?? {})[0]));
        },
        close: () => stream.return?.(),
      };
    },
  };
};
