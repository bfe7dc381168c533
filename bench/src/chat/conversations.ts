import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { BenchFailed } from '../bench.ts';
import { clientOf } from '../market/client.ts';
import type { FollowerPlan } from './load/orders.ts';
import { textOf } from './load/texts.ts';
import { openBuyers, openShopSide, type Person } from './people.ts';

const openConversation =
  'mutation ($input: OpenConversationInput!) { openConversation(input: $input) { conversation { id } userErrors { code message } } }';
const sendMessage =
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { sequence } userErrors { code message } } }';
const atOnce = 16;

/** One statement against a context's database. */
const rowsOf = async <T extends postgres.MaybeRow>(
  server: string,
  context: string,
  ask: (sql: postgres.Sql) => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  const url = new URL(server);
  url.pathname = `/vitrina_${context}`;
  const sql = postgres(url.toString(), { max: 1, onnotice: () => {} });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
};

/** Does the work for every item, some at a time. */
const forEach = async <T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) await work(items[index] as T, index);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
};

interface Place {
  readonly server: string;
  readonly gateway: string;
}

/** Opens that many conversations about goods, through mutations; those of an earlier run are found again. */
const openAll = async ({ server, gateway }: Place, buyers: readonly Person[], count: number) => {
  const products = await rowsOf<{ id: string }>(
    server,
    'catalog',
    (sql) => sql`select id from product where status = 'ACTIVE' order by id`,
  );
  const places = Array.from({ length: count }, (_, index) => ({
    buyer: buyers[index % buyers.length] as Person,
    productId: products[Math.floor(index / buyers.length) % products.length]?.id,
  }));
  const opened: { readonly id: string; readonly buyer: Person }[] = [];
  await forEach(places, async ({ buyer, productId }, index) => {
    const { openConversation: payload } = await clientOf(gateway, { accessToken: buyer.token }).ask<{
      openConversation: { conversation: { id: string } | null; userErrors: unknown };
    }>(openConversation, { input: { productId } });
    if (!payload.conversation) throw new BenchFailed(`A conversation was refused: ${JSON.stringify(payload)}`);
    opened[index] = { id: payload.conversation.id, buyer };
  });
  return opened;
};

/** Last `sequence` by conversation. */
const headsOf = async (server: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await rowsOf<{ id: string; head: number }>(
    server,
    'messaging',
    (sql) => sql`select id, last_sequence::int as head from conversation`,
  );
  return new Map(rows.map(({ id, head }) => [id, head]));
};

/** Who follows what: both sides of that many conversations, each with at least one message. */
export const planFollowers = async (place: Place, buyers: number, count: number): Promise<FollowerPlan[]> => {
  const opened = await openAll(place, await openBuyers(place.gateway, buyers), count);
  const before = await headsOf(place.server);
  const silent = opened.filter(({ id }) => before.get(id) === 0);
  await forEach(silent, async ({ id, buyer }, index) => {
    const input = { conversationId: id, clientMessageId: randomUUID(), text: textOf(index) };
    await clientOf(place.gateway, { accessToken: buyer.token }).ask(sendMessage, { input });
  });
  const heads = await headsOf(place.server);
  // Signed in again: access tokens last ten minutes, and opening conversations took some of them.
  const tokens = new Map((await openBuyers(place.gateway, buyers)).map(({ email, token }) => [email, token]));
  const shop = await openShopSide(place.gateway);
  return opened.flatMap(({ id, buyer }) =>
    [tokens.get(buyer.email) ?? '', shop.token].map((token) => ({
      conversationId: id,
      token,
      head: heads.get(id) ?? 0,
    })),
  );
};

/** Facts about messages that nobody was told of yet. */
export const outboxOf = async (server: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    server,
    'messaging',
    (sql) => sql`select count(*)::int as count from kit.outbox`,
  );
  return row?.count ?? 0;
};

/** Facts of rounds without workers have piled up; telling them would be measured as the next round's work. */
export const forgetOutbox = async (server: string): Promise<void> => {
  await rowsOf(server, 'messaging', (sql) => sql`truncate kit.outbox`);
};
