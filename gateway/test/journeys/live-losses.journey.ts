import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Client, client, eventually, signIn } from './client.ts';
import { pidsAt } from './gateway-processes.ts';
import { checkout, emptyCart, fillCart, goodsOf } from './shopping.ts';

const { gateway, topology } = inject('market');
/** The second gateway listens on the port after the first one's; in one process there is but one. */
const second = topology === 'distributed' ? gateway.replace(/\d+$/, (port) => String(Number(port) + 1)) : gateway;

let buyer: Client & { readonly accessToken: string };
let owner: Client;

/** A person of their own, so that what they are told is what happens here. */
beforeAll(async () => {
  const { signUp } = await client().ask<{ signUp: { authentication: { accessToken: string } } }>(
    'mutation ($input: SignUpInput!) { signUp(input: $input) { authentication { accessToken } userErrors { code message } } }',
    {
      input: {
        email: `losses-${randomUUID()}@example.com`,
        password: 'a quiet harbour 7',
        displayName: 'Читатель',
        locale: 'ru',
        transport: 'BODY',
      },
    },
  );
  const { accessToken } = signUp.authentication;
  buyer = { ...client({ accessToken }), accessToken };
  owner = await signIn('owner@vitrina.example');
});

/** One live field that can be resumed: how it is asked for, and the position of each event. */
interface Live {
  readonly query: string;
  readonly variables: (after: number) => Record<string, unknown>;
  readonly position: (data: never) => number;
}

const notifications: Live = {
  query: 'subscription ($after: Int) { notificationAdded(afterSequence: $after) { sequence kind } }',
  variables: (after) => ({ after }),
  position: ({ notificationAdded }: { notificationAdded: { sequence: number } }) => notificationAdded.sequence,
};
const statusOf = (groupId: string): Live => ({
  query: `subscription ($groupId: ID, $after: Int) {
    orderStatusChanged(groupId: $groupId, afterVersion: $after) { version order { status } } }`,
  variables: (after) => ({ groupId, after }),
  position: ({ orderStatusChanged }: { orderStatusChanged: { version: number } }) => orderStatusChanged.version,
});

/** Follows a field after a position and writes down what comes, until the socket is gone. */
const follow = (origin: string, live: Live, after: number, seen: number[] = []) => {
  const socket = createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { token: buyer.accessToken },
  });
  const failures: string[] = [];
  const gone = new Promise<void>((resolve) => {
    socket.subscribe(
      { query: live.query, variables: live.variables(after) },
      {
        next: ({ data, errors }) => {
          if (errors) failures.push(JSON.stringify(errors));
          else seen.push(live.position(data as never));
        },
        error: () => resolve(),
        complete: () => resolve(),
      },
    );
  });
  return { seen, failures, gone, cut: () => socket.terminate(), stop: () => socket.dispose() };
};

/** Takes away what a subscriber hangs on: its gateway where there are two, else its socket. */
const lose = async (followers: readonly ReturnType<typeof follow>[]): Promise<void> => {
  const [victim] = await pidsAt(second);
  if (topology === 'distributed') process.kill(victim ?? 0, 'SIGKILL');
  else for (const { cut } of followers) cut();
  await Promise.all(followers.map(({ gone }) => gone));
};

const buy = async () => {
  const [good] = (await goodsOf(client(), 'kovrik-i-kot')).slice(2);
  const cartId = await emptyCart(buyer);
  await fillCart(buyer, cartId, [{ variantId: good?.variantId ?? '', quantity: 1 }]);
  const payment = { providerToken: 'pm_card_visa' };
  const { group, userErrors } = await checkout(buyer, { idempotencyKey: randomUUID(), cartId, payment });
  expect(userErrors).toEqual([]);
  return { groupId: group?.id ?? '', orderId: group?.orders[0]?.id ?? '' };
};

/** The shop sees an order once it is confirmed, which a busy machine may do after the checkout has answered. */
const asShop = (field: string, input: Record<string, unknown>) =>
  eventually(
    () =>
      owner.try<Record<string, { userErrors: { code: string }[] } | null>>(
        `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { userErrors { code } } }`,
        { input: { idempotencyKey: randomUUID(), ...input } },
      ),
    ({ data, errors }) => !errors && data[field]?.userErrors.length === 0,
    30_000,
  );

const reaches = (seen: readonly number[], last: number) =>
  eventually(
    () => Promise.resolve(seen),
    (all) => (all.at(-1) ?? 0) >= last,
    30_000,
  );

/** Everything there is after the beginning, as a client of its own gets it now. */
const everything = async (live: Live, last: number): Promise<readonly number[]> => {
  const whole = follow(gateway, live, 0);
  await reaches(whole.seen, last);
  await whole.stop();
  return whole.seen;
};

const newest = async (): Promise<number> => {
  const { notifications: list } = await buyer.ask<{ notifications: { nodes: { sequence: number }[] } }>(
    '{ notifications(first: 1) { nodes { sequence } } }',
  );
  return list.nodes[0]?.sequence ?? 0;
};
const versionOf = async (id: string): Promise<number> =>
  (await buyer.ask<{ orderGroup: { version: number } }>('query ($id: ID!) { orderGroup(id: $id) { version } }', { id }))
    .orderGroup.version;

describe('somebody whose connection is lost while things happen to their order', { timeout: 180_000 }, () => {
  it('resumes elsewhere and gets every notification and every change of status once and in order', async () => {
    const told = follow(second, notifications, 0);
    const { groupId, orderId } = await buy();
    const status = follow(second, statusOf(groupId), 0);
    await eventually(newest, (sequence) => sequence >= 3, 60_000);
    await reaches(told.seen, 3);
    await reaches(status.seen, 1);

    await lose([told, status]);
    const [beforeTold, beforeStatus] = [told.seen.at(-1) ?? 0, status.seen.at(-1) ?? 0];
    await asShop('shipOrder', { orderId, carrier: 'СДЭК', trackingNumber: 'RA1' });
    await eventually(newest, (sequence) => sequence > beforeTold, 60_000);

    const toldOn = follow(gateway, notifications, beforeTold, told.seen);
    const statusOn = follow(gateway, statusOf(groupId), beforeStatus, status.seen);
    await reaches(told.seen, beforeTold + 1);
    await reaches(status.seen, beforeStatus + 1);
    await asShop('markDelivered', { orderId });
    const shipped = await newest();
    await reaches(status.seen, await versionOf(groupId));
    await eventually(newest, (sequence) => sequence > Math.max(beforeTold + 1, shipped - 1), 60_000);
    const last = { told: await newest(), status: await versionOf(groupId) };
    await Promise.all([reaches(told.seen, last.told), reaches(status.seen, last.status)]);

    expect([told, status, toldOn, statusOn].flatMap(({ failures }) => failures)).toEqual([]);
    expect(told.seen).toEqual(Array.from({ length: told.seen.length }, (_, index) => index + 1));
    expect(status.seen).toEqual(await everything(statusOf(groupId), last.status));
    expect(status.seen).toEqual([...new Set(status.seen)].sort((one, other) => one - other));
    await Promise.all([toldOn.stop(), statusOn.stop()]);
    await eventually(
      () => pidsAt(second),
      (pids) => pids.length === (topology === 'distributed' ? 1 : 0),
      60_000,
    );
  });
});
