import { newId } from '@vitrina/platform/ids';
import { moderationDecided } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admin,
  colleague,
  openSetting,
  robot,
  type SentPayload,
  type Setting,
  staff,
  stranger,
  support,
} from './setting.ts';

type As = typeof staff;

interface Held {
  readonly id: string;
  readonly sequence: number | null;
  readonly state: string;
  readonly text: string | null;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
  readonly moderationNote: string | null;
}
interface Decided {
  readonly message: Held | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const fields = 'id sequence state text reasons { code message } moderationNote';
const contact = 'my number is 8 916 123-45-67';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

const decide = (
  messageId: string | undefined,
  decision: 'RELEASE' | 'REJECT',
  note: string | null = null,
  as: As = support,
) => s.run<Decided>(as, 'decideHeldMessage', { messageId, decision, note }, `message { ${fields} }`);
const report = (as: As, messageId: string | undefined, more: object = {}) =>
  s.run<Decided>(as, 'reportMessage', { messageId, reason: 'FRAUD', ...more }, 'message { id }');
const see = async (as: As, id: string | undefined, locale = 'en'): Promise<Held | null> => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Message { ${fields} } } }`;
  const { data } = await s.ask<{ _entities: (Held | null)[] }>(
    query,
    { of: [{ __typename: 'Message', id }] },
    { as, meta: { locale } },
  );
  return data?._entities[0] ?? null;
};
/** A conversation in which the buyer wrote something the filter keeps back. */
const held = async () => {
  const talk = await s.talk();
  const { message } = (await s.send(talk.buyer, talk.id, contact)) as SentPayload;
  return { ...talk, messageId: message?.id ?? '' };
};
const moderation = (
  messageId: string,
  decision: 'APPROVED' | 'REJECTED',
  second: number,
  reason: string | null = null,
) =>
  s.deliver(moderationDecided, {
    aggregateId: messageId,
    aggregateVersion: second,
    payload: {
      subjectType: 'message',
      subjectId: messageId,
      decision,
      reason,
      decidedAt: new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString(),
    },
  });
const history = async (as: As, conversationId: string): Promise<(string | null)[]> => {
  const data = await s.read<{ conversation: { messages: { nodes: { text: string | null }[] } } }>(
    as,
    'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { text } } } }',
    { id: conversationId },
  );
  return data.conversation.messages.nodes.map(({ text }) => text);
};

describe('a held message', () => {
  it('is seen by its author with the reason and what to do, by support, and by nobody else', async () => {
    const { messageId, id, buyer } = await held();
    expect(await see(buyer, messageId)).toMatchObject({ state: 'HELD', sequence: null, text: contact });
    expect((await see(buyer, messageId))?.reasons[0]).toMatchObject({ code: 'PHONE', message: /take it out/ as never });
    expect((await see(buyer, messageId, 'ru'))?.reasons[0]?.message).toContain('удалите его');
    expect((await see(support, messageId))?.state).toBe('HELD');
    expect(await Promise.all([staff, colleague, robot, stranger].map((as) => see(as, messageId)))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await history(staff, id)).toEqual([]);
    expect(await history(buyer, id)).toEqual([]);
  });

  it('is announced to moderation with its reasons and not as sent', async () => {
    const { messageId } = await held();
    const events = await s.published('message.held');
    expect(events.at(-1)).toMatchObject({ aggregateId: messageId, payload: { messageId, reasons: ['PHONE'] } });
    const sent = await s.published('message.sent');
    expect(sent.filter(({ payload }) => (payload as { messageId: string }).messageId === messageId)).toEqual([]);
  });

  it('gets the next number when it is let through, and is announced and heard live then', async () => {
    const { messageId, id, buyer } = await held();
    await s.send(staff, id, 'Hello! How can I help?');
    const live = await s.follow<{ text: string; sequence: number }>(
      staff,
      'subscription ($id: ID!) { messageAdded(conversationId: $id, afterSeq: 1) { text sequence } }',
      { id },
    );
    const waiting = live.next();
    const { message, userErrors } = await decide(messageId, 'RELEASE', 'Fine for the courier');
    expect([message?.sequence, message?.state, userErrors]).toEqual([2, 'SENT', []]);
    expect(await waiting).toMatchObject({ text: contact, sequence: 2 });
    await live.close();
    expect(await history(staff, id)).toEqual(['Hello! How can I help?', contact]);
    expect((await s.published('message.sent')).at(-1)).toMatchObject({
      aggregateId: id,
      payload: { messageId, sequence: 2 },
    });
    expect((await s.send(buyer, id, 'Thanks')).message?.sequence).toBe(3);
  });

  it('stays its author’s alone when it is rejected, with the note', async () => {
    const { messageId, id, buyer } = await held();
    await decide(messageId, 'REJECT', 'Give the phone in the address');
    expect(await see(buyer, messageId)).toMatchObject({
      state: 'REJECTED',
      moderationNote: 'Give the phone in the address',
    });
    expect(await see(staff, messageId)).toBeNull();
    expect(await history(staff, id)).toEqual([]);
  });

  it('is decided once: the same decision again changes nothing, another one is refused', async () => {
    const { messageId, id } = await held();
    await decide(messageId, 'RELEASE');
    expect(await decide(messageId, 'RELEASE')).toMatchObject({ message: { sequence: 1 }, userErrors: [] });
    expect((await decide(messageId, 'REJECT')).userErrors[0]?.code).toBe('ALREADY_DECIDED');
    expect(await history(staff, id)).toEqual([contact]);
  });

  it('has one number and one announcement when ten people decide at once', async () => {
    const { messageId, id, buyer } = await held();
    const writing = Array.from({ length: 5 }, (_, n) => s.send(buyer, id, `Question ${n} about the mug`));
    const decisions = Array.from({ length: 10 }, (_, n) =>
      decide(messageId, n % 2 ? 'RELEASE' : 'REJECT', null, n % 3 ? support : admin),
    );
    const outcomes = await Promise.all(decisions);
    await Promise.all(writing);
    const accepted = outcomes.filter(({ userErrors }) => userErrors.length === 0);
    expect(accepted).toHaveLength(5);
    expect(new Set(accepted.map(({ message }) => message?.state)).size).toBe(1);
    const rows = await s.database
      .sql`select sequence from message where conversation_id = ${id} and sequence is not null order by sequence`;
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_row, at) => at + 1));
    const announced = (await s.published('message.sent')).filter(
      ({ payload }) => (payload as { messageId: string }).messageId === messageId,
    );
    expect(announced).toHaveLength(accepted[0]?.message?.state === 'REJECTED' ? 0 : 1);
  });

  it('is not let through across a block, nor after its author took it back', async () => {
    const blocked = await held();
    await s.send(blocked.buyer, blocked.id, 'Is it available?');
    await s.run(staff, 'blockConversation', { conversationId: blocked.id }, 'conversation { id }');
    expect((await decide(blocked.messageId, 'RELEASE')).userErrors[0]?.code).toBe('BLOCKED');
    expect((await decide(blocked.messageId, 'REJECT')).message?.state).toBe('REJECTED');
    const gone = await held();
    await s.run(gone.buyer, 'deleteMessage', { messageId: gone.messageId }, 'message { id }');
    expect((await decide(gone.messageId, 'RELEASE')).userErrors[0]?.code).toBe('MESSAGE_DELETED');
  });

  it('is decided by support and admins alone', async () => {
    const { messageId, buyer } = await held();
    for (const as of [buyer, staff, robot, stranger])
      await expect(decide(messageId, 'RELEASE', null, as)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(decide(newId('msg'), 'RELEASE')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide('nonsense', 'RELEASE')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await decide(messageId, 'REJECT', 'x'.repeat(501))).userErrors[0]).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: ['note'],
    });
  });
});

describe('a word on the operator’s list', () => {
  it('is flagged for support and keeps nothing back', async () => {
    const strict = await openSetting({ MESSAGING_FLAGGED_WORDS: 'dash it, дурак' });
    const { id, buyer } = await strict.talk();
    const { message } = await strict.send(buyer, id, 'Что за дурaк это шил?');
    expect(message?.state).toBe('SENT');
    const query = 'query ($id: ID!) { conversation(id: $id) { messages(first: 1) { nodes { reasons { code } } } } }';
    const seen = await Promise.all([support, staff, buyer].map((as) => strict.read(as, query, { id })));
    const codes = seen.map((data) => JSON.stringify(data).includes('PROFANITY'));
    expect(codes).toEqual([true, false, false]);
    await strict.close();
  });
});

describe('the list of held messages', () => {
  const list =
    'query ($first: Int, $after: String, $last: Int) { heldMessages(first: $first, after: $after, last: $last) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }';
  interface Page {
    readonly heldMessages: {
      readonly totalCount: number;
      readonly nodes: { id: string }[];
      readonly pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }

  it('pages through what waits, oldest first, without what is decided or taken back', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      made.push((await held()).messageId);
      s.clock.advance(1_000);
    }
    await decide(made[1], 'REJECT');
    const seen: string[] = [];
    let after: string | null = null;
    let next = true;
    while (next) {
      const page: Page = await s.read<Page>(support, list, { first: 2, after });
      const { heldMessages } = page;
      seen.push(...heldMessages.nodes.map(({ id }) => id));
      after = heldMessages.pageInfo.endCursor;
      next = heldMessages.pageInfo.hasNextPage;
      expect(heldMessages.totalCount).toBeGreaterThanOrEqual(4);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => made.includes(id))).toEqual([made[0], made[2], made[3], made[4]]);
    const { heldMessages } = await s.read<Page>(support, list, { last: 1 });
    expect(heldMessages.nodes[0]?.id).toBe(made[4]);
  });

  it('is for support', async () => {
    await expect(s.read(staff, list, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('moderation’s word', () => {
  it('lets a held message through once, however often it is delivered', async () => {
    const { messageId, id } = await held();
    await moderation(messageId, 'APPROVED', 5);
    await moderation(messageId, 'APPROVED', 5);
    expect(await history(staff, id)).toEqual([contact]);
    expect(await see(staff, messageId)).toMatchObject({ sequence: 1, state: 'SENT' });
  });

  it('is the newest one, in whatever order they come', async () => {
    const { messageId, buyer } = await held();
    await moderation(messageId, 'REJECTED', 9, 'No contacts');
    await moderation(messageId, 'APPROVED', 3);
    expect(await see(buyer, messageId)).toMatchObject({ state: 'REJECTED', moderationNote: 'No contacts' });
    await moderation(messageId, 'APPROVED', 11);
    expect(await see(staff, messageId)).toMatchObject({ state: 'SENT', sequence: 1 });
  });

  it('takes down what was read already, and shows it again', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Something ugly about the mug');
    await moderation(message?.id ?? '', 'REJECTED', 1);
    expect(await see(staff, message?.id)).toMatchObject({ text: null, sequence: 1 });
    expect(await history(staff, id)).toEqual([null]);
    await moderation(message?.id ?? '', 'APPROVED', 2);
    expect(await history(staff, id)).toEqual(['Something ugly about the mug']);
  });

  it('about something unknown or of another context changes nothing', async () => {
    await moderation(newId('msg'), 'APPROVED', 1);
    await moderation('nonsense', 'REJECTED', 1);
  });
});

describe('a bank card number', () => {
  it('is stored nowhere: not in a message, an edit, a report, a note or the name of a file', async () => {
    const card = '4111 1111 1111 1111';
    const { id, buyer } = await s.talk();
    const { message } = await s.send(staff, id, 'Hello there');
    const mine = await s.send(buyer, id, 'Is it available?');
    const { messageId } = await held();
    const refusals = [
      await s.send(buyer, id, `Here is my card: ${card}`),
      await s.run<Decided>(
        buyer,
        'editMessage',
        { messageId: mine.message?.id, text: `My card ${card}` },
        'message { id }',
      ),
      await report(buyer, message?.id, { comment: `They asked for ${card}` }),
      await decide(messageId, 'REJECT', `Do not send ${card}`),
      await s.run<Decided>(
        buyer,
        'createMessageAttachmentUpload',
        { conversationId: id, fileName: `${card}.jpg`, sizeBytes: 10 },
        'upload { id }',
      ),
    ];
    expect(refusals.map(({ userErrors }) => [userErrors[0]?.code, userErrors[0]?.field.join('.')])).toEqual([
      ['MESSAGE_REJECTED', 'text'],
      ['MESSAGE_REJECTED', 'text'],
      ['CARD_NUMBER', 'comment'],
      ['CARD_NUMBER', 'note'],
      ['CARD_NUMBER', 'fileName'],
    ]);
  });
});

describe('reporting a message', () => {
  it('tells moderation once per person, keeps what it said, and shows it to support alone', async () => {
    const { id, buyer, buyerId } = await s.talk();
    const { message } = await s.send(staff, id, 'You are a fool');
    await report(buyer, message?.id, { reason: 'ABUSE', comment: ' rude \u0000' });
    await report(buyer, message?.id, { reason: 'SPAM' });
    const events = (await s.published('message.reported')).filter(
      ({ payload }) => (payload as { messageId: string }).messageId === message?.id,
    );
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ payload: { reportedBy: buyerId, reason: 'ABUSE', side: 'SHOP' } });
    await s.run(staff, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    const query =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Message { reports { reason comment textThen } } } }';
    const reports = async (as: As) =>
      (
        await s.read<{ _entities: { reports: unknown }[] }>(as, query, {
          of: [{ __typename: 'Message', id: message?.id }],
        })
      )._entities[0]?.reports;
    expect(await reports(support)).toEqual([{ reason: 'ABUSE', comment: 'rude', textThen: 'You are a fool' }]);
    expect([await reports(buyer), await reports(staff)]).toEqual([null, null]);
  });

  it('publishes once when the same person reports ten times at once', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Give me a discount or else');
    await Promise.all(Array.from({ length: 10 }, () => report(staff, message?.id)));
    const events = (await s.published('message.reported')).filter(
      ({ payload }) => (payload as { messageId: string }).messageId === message?.id,
    );
    expect(events).toHaveLength(1);
  });

  it('is refused for messages of the own side, deleted ones, and those one cannot see', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(staff, id, 'Hello there');
    expect((await report(colleague, message?.id)).userErrors[0]?.code).toBe('OWN_SIDE');
    await expect(report(stranger, message?.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(report(buyer, newId('msg'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const hidden = await held();
    await expect(report(staff, hidden.messageId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await s.run(staff, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    expect((await report(buyer, message?.id)).userErrors[0]?.code).toBe('MESSAGE_DELETED');
    expect((await report(buyer, message?.id, { comment: 'x'.repeat(1_001) })).userErrors[0]).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: ['comment'],
    });
  });
});
