import type { Identity } from '@vitrina/platform/auth';
import { newId } from '@vitrina/platform/ids';
import { asService } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPerConversation } from '../src/store/recent-messages.ts';
import {
  colleague,
  goods,
  openSetting,
  type Setting,
  shopId,
  staff,
  stranger,
  support,
  type UserError,
} from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

interface Shown {
  readonly text: string | null;
  readonly revision: number;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
}
const shown = 'message { text revision editedAt deletedAt }';
const change = (as: Identity, mutation: string, input: object) =>
  s.run<{ message: Shown | null; userErrors: UserError[] }>(as, mutation, input, shown);
const first = async () => {
  const talk = await s.talk();
  const { message } = await s.send(talk.buyer, talk.id, 'Is it blue or green?');
  return { ...talk, messageId: message?.id ?? '' };
};

describe('editing a message', () => {
  it('changes its text and counts up its revision; the same text changes nothing', async () => {
    const { buyer, messageId } = await first();
    const edited = await change(buyer, 'editMessage', { messageId, text: 'Is it red?' });
    expect(edited.message).toMatchObject({ text: 'Is it red?', revision: 2, editedAt: s.clock.now().toISOString() });
    expect((await change(buyer, 'editMessage', { messageId, text: ' Is it  red? ' })).message?.revision).toBe(2);
  });

  it('is for its author alone, and support may not', async () => {
    const { id, buyer, messageId } = await first();
    const { message } = await s.send(staff, id, 'Both.');
    for (const as of [staff, stranger, support])
      await expect(change(as, 'editMessage', { messageId, text: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const as of [colleague, buyer])
      await expect(change(as, 'deleteMessage', { messageId: message?.id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    await expect(change(buyer, 'editMessage', { messageId: 'msg_\u0000', text: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('ends after its time, with the text it had', async () => {
    const { buyer, messageId } = await first();
    s.clock.advance(15 * 60_000 + 1);
    expect((await change(buyer, 'editMessage', { messageId, text: 'Later' })).userErrors).toMatchObject([
      { code: 'EDIT_WINDOW_OVER', field: ['messageId'] },
    ]);
  });

  it('does not smuggle in what could not have been sent', async () => {
    const { buyer, messageId } = await first();
    const text = 'Pay me to my card 4111 1111 1111 1111';
    expect((await change(buyer, 'editMessage', { messageId, text })).userErrors).toMatchObject([
      { code: 'MESSAGE_REJECTED' },
    ]);
    expect((await change(buyer, 'editMessage', { messageId, text: ' ' })).userErrors).toMatchObject([
      { code: 'TEXT_REQUIRED' },
    ]);
  });

  it('spreads no text over many conversations that could not be sent to them', async () => {
    const text = 'We have new mugs in every colour of the rainbow';
    const unasked: string[] = [];
    for (let n = 0; n < 5; n += 1)
      unasked.push((await s.send(staff, (await s.talk()).id, `Hello ${n}`)).message?.id ?? '');
    const refused: unknown[] = [];
    for (const messageId of unasked)
      refused.push((await change(staff, 'editMessage', { messageId, text })).userErrors.map(({ code }) => code));
    expect(refused).toEqual([[], [], [], [], ['MESSAGE_REJECTED']]);
    // A comma put right spreads nothing; the text sent anew does.
    expect((await change(staff, 'editMessage', { messageId: unasked[0], text: `${text}!` })).userErrors).toEqual([]);
    expect((await s.send(staff, (await s.talk()).id, text)).message?.state).toBe('HELD');
  });

  it('counts every one of several edits at once', async () => {
    const { buyer, messageId } = await first();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => change(buyer, 'editMessage', { messageId, text: `Version number ${n}` })),
    );
    const [row] = await s.database.sql`select revision from message where id = ${messageId}`;
    expect(row?.['revision']).toBe(9);
  });
});

describe('deleting a message', () => {
  it('leaves its place and nothing else, once and for all', async () => {
    const { id, buyer, messageId } = await first();
    await s.send(staff, id, 'Both.');
    const gone = await change(buyer, 'deleteMessage', { messageId });
    expect(gone.message).toMatchObject({ text: null, revision: 2, deletedAt: expect.any(String) });
    expect((await change(buyer, 'deleteMessage', { messageId })).message?.revision).toBe(2);
    expect((await change(buyer, 'editMessage', { messageId, text: 'again' })).userErrors).toMatchObject([
      { code: 'MESSAGE_DELETED' },
    ]);
    const { conversation } = await s.read<{ conversation: { messages: { nodes: object[] } } }>(
      staff,
      'query ($id: ID!) { conversation(id: $id) { messages { nodes { sequence text } } } }',
      { id },
    );
    expect(conversation.messages.nodes).toEqual([
      { sequence: 1, text: null },
      { sequence: 2, text: 'Both.' },
    ]);
    expect(
      await s.database.sql`select 1 from message where text like 'Is it blue%' and id = ${messageId}`,
    ).toHaveLength(0);
  });

  it('does not make a text new that went to many conversations already', async () => {
    const text = 'We have new lamps that shine in every colour of the rainbow';
    for (let n = 0; n < 4; n += 1) {
      const { message } = await s.send(staff, (await s.talk()).id, text);
      expect((await change(staff, 'deleteMessage', { messageId: message?.id })).message?.text).toBeNull();
    }
    expect((await s.send(staff, (await s.talk()).id, text)).message?.state).toBe('HELD');
  });
});

describe('history', () => {
  const page = async (as: Identity, id: string, args: string) =>
    (
      await s.read<{
        conversation: {
          messages: {
            nodes: { sequence: number; text: string }[];
            totalCount: null;
            pageInfo: Record<string, unknown>;
          };
        };
      }>(
        as,
        `query ($id: ID!) { conversation(id: $id) { messages(${args}) { nodes { sequence text } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
        { id },
      )
    ).conversation.messages;

  it('is read in both directions, the same from memory and from the database', async () => {
    const { id, buyer } = await s.talk();
    // More than is remembered, so that one reading needs both.
    const messages = keptPerConversation + 6;
    for (let n = 1; n <= messages; n += 1) await s.send(n % 2 ? buyer : staff, id, `text number ${n}`);
    for (const round of ['remembered', 'forgotten']) {
      if (round === 'forgotten') await s.runtime.recent.close();
      const forward: number[] = [];
      for (let after = ''; ; ) {
        const { nodes, pageInfo } = await page(buyer, id, `first: 40${after && `, after: "${after}"`}`);
        forward.push(...nodes.map(({ sequence }) => sequence));
        if (!pageInfo['hasNextPage']) break;
        after = pageInfo['endCursor'] as string;
      }
      const backward: number[] = [];
      for (let before = ''; ; ) {
        const { nodes, pageInfo } = await page(staff, id, `last: 40${before && `, before: "${before}"`}`);
        backward.unshift(...nodes.map(({ sequence }) => sequence));
        if (!pageInfo['hasPreviousPage']) break;
        before = pageInfo['startCursor'] as string;
      }
      expect(forward).toEqual(Array.from({ length: messages }, (_, n) => n + 1));
      expect(backward).toEqual(forward);
    }
  });

  it('takes no cursor it did not give', async () => {
    const { id, buyer } = await first();
    for (const cursor of ['nonsense', Buffer.from('[1,2]').toString('base64url')])
      await expect(page(buyer, id, `first: 5, after: "${cursor}"`)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await page(buyer, id, `first: 5, after: "${Buffer.from('[-7]').toString('base64url')}"`);
  });

  it('is searched by words in any of their forms, in Russian and English, within and across conversations', async () => {
    const { id, buyer } = await s.talk();
    await s.send(buyer, id, 'Есть ли синие кружки с ручками?');
    await s.send(staff, id, 'The mugs were delivered yesterday');
    const found = async (as: Identity, search: string) =>
      (await page(as, id, `search: ${JSON.stringify(search)}`)).nodes.map(({ sequence }) => sequence);
    expect(await found(buyer, 'кружка ручка')).toEqual([1]);
    expect(await found(staff, 'delivering')).toEqual([2]);
    expect(await found(staff, 'кружка -синяя')).toEqual([]);
    expect(await found(staff, `"'; -- <>&|!:*`)).toEqual([]);
    await expect(found(buyer, 'x')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });

    const across = async (as: Identity, args: string) =>
      (
        await s.read<{ searchMessages: { nodes: { conversation: { id: string } }[] } }>(
          as,
          `{ searchMessages(${args}) { nodes { conversation { id } } } }`,
        )
      ).searchMessages.nodes.map(({ conversation }) => conversation.id);
    expect(await across(buyer, 'query: "синяя кружка"')).toEqual([id]);
    expect(await across(staff, `query: "синяя кружка", shopId: "${shopId}"`)).toContain(id);
    expect(await across(staff, 'query: "синяя кружка"')).toEqual([]);
    await expect(across(stranger, `query: "кружка", shopId: "${shopId}"`)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('limits', () => {
  let strict: Setting;
  beforeAll(async () => {
    strict = await openSetting({
      MESSAGING_SENDS_PER_MINUTE: '4',
      MESSAGING_CONVERSATION_SENDS_PER_MINUTE: '2',
      MESSAGING_OPENINGS_PER_HOUR: '2',
    });
  });
  afterAll(() => strict.close());

  it('say when to come back, per author and conversation and per author', async () => {
    const { id, buyer } = await strict.talk();
    for (const text of ['one', 'two']) expect((await strict.send(buyer, id, text)).userErrors).toEqual([]);
    const [refused] = (await strict.send(buyer, id, 'three')).userErrors;
    expect(refused).toMatchObject({ __typename: 'RateLimited', code: 'RATE_LIMITED' });
    expect(refused?.retryAfterSeconds).toBeGreaterThan(0);
    // Somebody else in the same conversation is not held up by it.
    expect((await strict.send(staff, id, 'four')).userErrors).toEqual([]);
    const other = await strict.open(buyer, { productId: goods.lamp });
    const [last] = (await Promise.all([strict.send(buyer, other, 'five'), strict.send(buyer, other, 'six')])).flatMap(
      ({ userErrors }) => userErrors,
    );
    expect(last?.code).toBe('RATE_LIMITED');
    await expect(strict.open(buyer, { productId: goods.mug })).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('count an edit as a message of its conversation, whichever message it changes', async () => {
    const { id, buyer } = await strict.talk();
    const { message } = await strict.send(buyer, id, 'Is it blue?');
    const edit = (text: string) =>
      strict.run<{ userErrors: UserError[] }>(buyer, 'editMessage', { messageId: message?.id, text }, shown);
    expect((await edit('Is it red?')).userErrors).toEqual([]);
    expect((await strict.send(buyer, id, 'Or green?')).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
    expect((await edit('Is it white?')).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
  });
});

describe('news of messages for notifications', () => {
  const news = async (ids: string[], as: Identity = asService('notifications')) =>
    (
      await s.read<{ messageNews: Record<string, unknown>[] }>(
        as,
        'query ($ids: [ID!]!) { messageNews(ids: $ids) { messageId side authorName excerpt readByOtherSide deleted } }',
        { ids },
      )
    ).messageNews;

  it('say how they stand at this moment', async () => {
    const { id, buyer, messageId } = await first();
    const { message } = await s.send(staff, id, 'слово '.repeat(100));
    const [question, answer] = await news([messageId, message?.id ?? '', newId('msg'), 'nonsense\u0000']);
    expect(question).toMatchObject({
      side: 'BUYER',
      authorName: expect.stringContaining('Buyer'),
      excerpt: 'Is it blue or green?',
      readByOtherSide: false,
    });
    expect(answer).toMatchObject({ side: 'SHOP', authorName: null, readByOtherSide: false, deleted: false });
    expect([...String(answer?.['excerpt'])].length).toBeLessThanOrEqual(140);
    await s.run(staff, 'markConversationRead', { conversationId: id, sequence: 1 }, 'conversation { id }');
    await change(buyer, 'deleteMessage', { messageId });
    expect(await news([messageId])).toMatchObject([{ excerpt: '', readByOtherSide: true, deleted: true }]);
  });

  it('are asked about five hundred at once and not about more, of which some would seem unknown', async () => {
    const ids = Array.from({ length: 501 }, () => newId('msg'));
    await expect(news(ids)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await news(ids.slice(1))).toEqual([]);
  });

  it('are for notifications alone', async () => {
    await expect(news([], asService('orders'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(news([], staff)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
