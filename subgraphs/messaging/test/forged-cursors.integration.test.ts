import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSetting, type Setting, shopId, support } from './setting.ts';

let s: Setting;
let id: string;
beforeAll(async () => {
  s = await openSetting();
  const talk = await s.talk();
  id = talk.id;
  await s.send(talk.buyer, id, 'Hello');
});
afterAll(() => s.close());

const cursorOf = (...key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const timed = [
  ['yesterday', 'x'],
  [7, 'x'],
  ['+099999-01-01T00:00:00.000Z', 'x'],
  ['-000001-01-01T00:00:00.000Z', 'x'],
  ['2026-01-01T00:00:00.000Z', null],
];
const numbered = [['x'], [null], [1e300], [0.5], [2 ** 40]];

const named = [[7], [null], [1.5]];

const asked: readonly (readonly [string, string, readonly (readonly unknown[])[]])[] = [
  ['held messages', 'query ($after: String) { heldMessages(after: $after) { nodes { id } } }', timed],
  ['reported messages', 'query ($after: String) { reportedMessages(after: $after) { nodes { state } } }', timed],
  [
    'an inbox',
    'query ($after: String, $shopId: ID!) { inbox(shopId: $shopId, after: $after) { nodes { id } } }',
    timed,
  ],
  [
    'a conversation',
    'query ($after: String, $id: ID!) { conversation(id: $id) { messages(after: $after) { nodes { id } } } }',
    numbered,
  ],
  [
    'what is found in one',
    'query ($after: String, $id: ID!) { conversation(id: $id) { messages(search: "hello", after: $after) { nodes { id } } } }',
    numbered,
  ],
  [
    'messages found',
    'query ($after: String, $shopId: ID!) { searchMessages(shopId: $shopId, query: "hello", after: $after) { nodes { id } } }',
    named,
  ],
];

describe('a cursor somebody made up', () => {
  it.each(asked)('is refused as one in the list of %s', async (_what, query, keys) => {
    for (const key of keys)
      await expect(
        s.read(support, query, { after: cursorOf(...key), id, shopId }),
        JSON.stringify(key),
      ).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
  });

  it('may name a place that is not there', async () => {
    const nul = cursorOf('2026-01-01T00:00:00.000Z', 'nul\u0000');
    for (const [, query] of asked.slice(0, 3)) await s.read(support, query, { after: nul, shopId });
    for (const [, query] of asked.slice(3, 5)) await s.read(support, query, { after: cursorOf(-5), id });
  });

  it('and ids that no database takes find nothing, also where lists are followed', async () => {
    const changed = await s.follow(
      support,
      'subscription ($shopId: ID) { conversationChanged(shopId: $shopId) { id } }',
      {
        shopId: 'shp_\u0000',
      },
    );
    await changed.close();
    const found = 'query ($shopId: ID) { searchMessages(shopId: $shopId, query: "hello") { nodes { id } } }';
    expect(await s.read(support, found, { shopId: 'shp_\u0000' })).toEqual({ searchMessages: { nodes: [] } });
  });
});
