import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openConversation, run, talkers } from './chatting.ts';
import { type Client, eventually } from './client.ts';
import { act, newPerson } from './strangers/people.ts';

const added = `subscription ($id: ID!, $after: Int) {
  messageAdded(conversationId: $id, afterSeq: $after) { sequence text }
}`;
const changed = `subscription ($shopId: ID, $after: DateTime) {
  conversationChanged(shopId: $shopId, afterActivity: $after) { id unreadCount lastChangeAt }
}`;

const mark =
  'mutation ($input: MarkConversationInput!) { markConversationRead(input: $input) { conversation { id } } }';
const read = 'query ($id: ID!) { conversation(id: $id) { lastChangeAt unreadCount } }';

interface Listed {
  readonly id: string;
  readonly unreadCount: number;
  readonly lastChangeAt: string;
}

const { buyer, owner, goods } = await talkers();
const good = goods.at(-2);
const shopId = good?.shopId ?? '';

/** Somebody new who answers for the shop, and how to dismiss them. */
const employ = async () => {
  const person = await newPerson('helper');
  const { staff } = await act<{ staff: { id: string } }>(
    owner,
    'addShopStaff',
    { shopId, email: person.email, role: 'FULFILMENT' },
    'staff { id }',
  );
  const inbox = 'query ($shopId: ID!) { inbox(shopId: $shopId, first: 1) { nodes { id } } }';
  const helper = await person.again();
  await eventually(
    () => helper.try(inbox, { shopId }),
    ({ errors }) => errors === undefined,
  );
  return { helper, dismiss: () => act(owner, 'removeShopStaff', { shopId, staffId: staff.id }, '__typename') };
};

const write = (asker: Client, conversationId: string, text: string) =>
  run<{ message: { sequence: number } }>(
    asker,
    'sendMessage',
    { conversationId, clientMessageId: randomUUID(), text },
    'message { sequence }',
  );

/** Takes events until the stream ends, which it does by throwing. */
const theEndOf = async (stream: { next(): Promise<unknown> }): Promise<never> => {
  for (;;) await stream.next();
};

describe('those who share an inbox', { timeout: 120_000 }, () => {
  it('see each other’s reading, also what they missed, and nothing more from the moment they are dismissed', async () => {
    const { helper, dismiss } = await employ();
    const id = await openConversation(buyer, good);
    const { message } = await write(buyer, id, 'Можно забрать завтра?');
    const { conversation } = await helper.ask<{ conversation: Listed }>(read, { id });
    expect(conversation.unreadCount).toBeGreaterThan(0);

    await owner.ask(mark, { input: { conversationId: id, sequence: message.sequence } });
    const list = helper.subscribe<{ conversationChanged: Listed }>(changed, {
      shopId,
      after: conversation.lastChangeAt,
    });
    let shown: Listed | undefined;
    while (shown?.id !== id || shown.unreadCount > 0) shown = (await list.next()).conversationChanged;
    expect(shown.lastChangeAt > conversation.lastChangeAt).toBe(true);

    const live = helper.subscribe<{ messageAdded: { text: string } }>(added, { id, after: message.sequence - 1 });
    expect((await live.next()).messageAdded.text).toBe('Можно забрать завтра?');
    const ends = [list, live].map((stream) => expect(theEndOf(stream)).rejects.toMatchObject({ code: 4403 }));
    await dismiss();
    await Promise.all(ends);
    await write(buyer, id, 'Или послезавтра?');
    // Requests know rights that are at most a second old.
    const gone = await eventually(
      () => helper.ask<{ conversation: Listed | null }>(read, { id }),
      ({ conversation: seen }) => seen === null,
    );
    expect(gone).toEqual({ conversation: null });
    // One after the other: a stream that fails before somebody waits for it never says so.
    for (const [document, variables, code] of [
      [added, { id, after: 0 }, 'NOT_FOUND'],
      [changed, { shopId }, 'FORBIDDEN'],
    ] as const)
      await expect(helper.subscribe(document, variables).next()).rejects.toMatchObject([{ extensions: { code } }]);
  });
});
