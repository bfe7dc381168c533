import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type As, contact, type Decided, safetyOf } from './safety.ts';
import { admin, colleague, openSetting, robot, type Setting, staff, stranger, support } from './setting.ts';

let s: Setting;
let safety: ReturnType<typeof safetyOf>;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_FLAGGED_WORDS: 'dash it, дурак' });
  safety = safetyOf(s);
});
afterAll(() => s.close());

describe('a held message', () => {
  it('is seen by its author with the reason and what to do, by support, and by nobody else', async () => {
    const { messageId, id, buyer } = await safety.held();
    expect(await safety.see(buyer, messageId)).toMatchObject({ state: 'HELD', sequence: null, text: contact });
    expect((await safety.see(buyer, messageId))?.reasons[0]).toMatchObject({
      code: 'PHONE',
      message: /take it out/ as never,
    });
    expect((await safety.see(buyer, messageId, 'ru'))?.reasons[0]?.message).toContain('удалите его');
    expect((await safety.see(support, messageId))?.state).toBe('HELD');
    expect(await Promise.all([staff, colleague, robot, stranger].map((as) => safety.see(as, messageId)))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(await safety.history(staff, id)).toEqual([]);
    expect(await safety.history(buyer, id)).toEqual([]);
  });

  it('is announced to moderation with its reasons and not as sent', async () => {
    const { messageId } = await safety.held();
    const events = await s.published('message.held');
    expect(events.at(-1)).toMatchObject({ aggregateId: messageId, payload: { messageId, reasons: ['PHONE'] } });
    const sent = await s.published('message.sent');
    expect(sent.filter(({ payload }) => (payload as { messageId: string }).messageId === messageId)).toEqual([]);
  });

  it('gets the next number when it is let through, and is announced and heard live then', async () => {
    const { messageId, id, buyer } = await safety.held();
    await s.send(staff, id, 'Hello! How can I help?');
    const live = await s.follow<{ text: string; sequence: number }>(
      staff,
      'subscription ($id: ID!) { messageAdded(conversationId: $id, afterSeq: 1) { text sequence } }',
      { id },
    );
    const waiting = live.next();
    const { message, userErrors } = await safety.decide(messageId, 'RELEASE', 'Fine for the courier');
    expect([message?.sequence, message?.state, userErrors]).toEqual([2, 'SENT', []]);
    expect(await waiting).toMatchObject({ text: contact, sequence: 2 });
    await live.close();
    expect(await safety.history(staff, id)).toEqual(['Hello! How can I help?', contact]);
    expect((await s.published('message.sent')).at(-1)).toMatchObject({
      aggregateId: id,
      payload: { messageId, sequence: 2 },
    });
    expect((await s.send(buyer, id, 'Thanks')).message?.sequence).toBe(3);
  });

  it('stays its author’s alone when it is rejected, with the note', async () => {
    const { messageId, id, buyer } = await safety.held();
    await safety.decide(messageId, 'REJECT', 'Give the phone in the address');
    expect(await safety.see(buyer, messageId)).toMatchObject({
      state: 'REJECTED',
      moderationNote: 'Give the phone in the address',
    });
    expect(await safety.see(staff, messageId)).toBeNull();
    expect(await safety.history(staff, id)).toEqual([]);
  });

  it('is decided once: the same decision again changes nothing, another one is refused', async () => {
    const { messageId, id } = await safety.held();
    await safety.decide(messageId, 'RELEASE');
    expect(await safety.decide(messageId, 'RELEASE')).toMatchObject({ message: { sequence: 1 }, userErrors: [] });
    expect((await safety.decide(messageId, 'REJECT')).userErrors[0]?.code).toBe('ALREADY_DECIDED');
    expect(await safety.history(staff, id)).toEqual([contact]);
  });

  it('has one number and one announcement when ten people decide at once', async () => {
    const { messageId, id, buyer } = await safety.held();
    const writing = Array.from({ length: 5 }, (_, n) => s.send(buyer, id, `Question ${n} about the mug`));
    const decisions = Array.from({ length: 10 }, (_, n) =>
      safety.decide(messageId, n % 2 ? 'RELEASE' : 'REJECT', null, n % 3 ? support : admin),
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
    const blocked = await safety.held();
    await s.send(blocked.buyer, blocked.id, 'Is it available?');
    await s.run(staff, 'blockConversation', { conversationId: blocked.id }, 'conversation { id }');
    expect((await safety.decide(blocked.messageId, 'RELEASE')).userErrors[0]?.code).toBe('BLOCKED');
    expect((await safety.decide(blocked.messageId, 'REJECT')).message?.state).toBe('REJECTED');
    const gone = await safety.held();
    await s.run(gone.buyer, 'deleteMessage', { messageId: gone.messageId }, 'message { id }');
    expect((await safety.decide(gone.messageId, 'RELEASE')).userErrors[0]?.code).toBe('MESSAGE_DELETED');
  });

  it('is decided by support and admins alone', async () => {
    const { messageId, buyer } = await safety.held();
    for (const as of [buyer, staff, robot, stranger])
      await expect(safety.decide(messageId, 'RELEASE', null, as)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(safety.decide(newId('msg'), 'RELEASE')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(safety.decide('nonsense', 'RELEASE')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await safety.decide(messageId, 'REJECT', 'x'.repeat(501))).userErrors[0]).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: ['note'],
    });
  });
});

describe('a word on the operator’s list', () => {
  const flagged = async (as: As, id: string | undefined): Promise<boolean> =>
    ((await safety.see(as, id))?.reasons ?? []).some(({ code }) => code === 'PROFANITY');

  it('is flagged for support and keeps nothing back', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Что за дурaк это шил?');
    expect(message?.state).toBe('SENT');
    expect(await Promise.all([support, staff, buyer].map((as) => flagged(as, message?.id)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is flagged when an edit puts it in, and no more when another one takes it out', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Кто это шил?');
    const edit = (text: string) =>
      s.run<Decided>(buyer, 'editMessage', { messageId: message?.id, text }, 'message { id }');
    expect((await edit('Что за дурак это шил?')).userErrors).toEqual([]);
    expect([await flagged(support, message?.id), await flagged(buyer, message?.id)]).toEqual([true, false]);
    await edit('Кто же это шил?');
    expect(await flagged(support, message?.id)).toBe(false);
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
      made.push((await safety.held()).messageId);
      s.clock.advance(1_000);
    }
    await safety.decide(made[1], 'REJECT');
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
