import { newId } from '@vitrina/platform/ids';
import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type As, safetyOf } from './safety.ts';
import {
  admin,
  colleague,
  goods,
  openSetting,
  packer,
  robot,
  type Setting,
  staff,
  stranger,
  support,
} from './setting.ts';

interface Reported {
  readonly message: { readonly id: string; readonly text: string | null; readonly moderationNote: string | null };
  readonly reports: readonly { readonly reporter: { readonly id: string } | null; readonly reason: string }[];
  readonly context: readonly { readonly text: string | null }[];
  readonly state: string;
  readonly decidedBy: { readonly id: string } | null;
  readonly note: string | null;
  readonly blocked: boolean;
}
interface Page {
  readonly reportedMessages: {
    readonly totalCount: number;
    readonly nodes: readonly Reported[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
interface Decided {
  readonly reportedMessage: Reported | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

const fields = `state note blocked decidedBy { id } message { id text moderationNote } reports { reporter { id } reason }
  context(before: 2, after: 1) { text }`;
const list = `query ($state: ReportedMessageState = OPEN, $first: Int, $after: String, $last: Int) {
  reportedMessages(state: $state, first: $first, after: $after, last: $last) {
    totalCount nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;

let s: Setting;
let safety: ReturnType<typeof safetyOf>;
beforeAll(async () => {
  s = await openSetting({ MESSAGING_REPORTS_PER_HOUR: '100000' });
  safety = safetyOf(s);
});
afterAll(() => s.close());

const decide = (messageId: string | undefined, decision: string, note: string | null = null, as: As = support) =>
  s.run<Decided>(as, 'decideReportedMessage', { messageId, decision, note }, `reportedMessage { ${fields} }`);
const ids = async (state: string | null, more: object = { first: 100 }): Promise<string[]> => {
  const { reportedMessages } = await s.read<Page>(support, list, { state, ...more });
  return reportedMessages.nodes.map(({ message }) => message.id);
};
/** A conversation whose middle message the buyer reported. */
const reported = async () => {
  const talk = await s.talk();
  const texts = ['Is it blue?', 'Look yourself', 'How rude', 'You are a fool', 'I will complain', 'Do so'];
  const sent: string[] = [];
  for (const [n, text] of texts.entries())
    sent.push((await s.send(n % 2 ? staff : talk.buyer, talk.id, text)).message?.id ?? '');
  const messageId = sent[3] ?? '';
  await safety.report(talk.buyer, messageId, { reason: 'ABUSE', comment: 'rude' });
  return { ...talk, messageId };
};

describe('the list of reported messages', () => {
  it('shows who reported what and why, with what was written around it', async () => {
    const { messageId, buyerId } = await reported();
    const { reportedMessages } = await s.read<Page>(support, list, { last: 1 });
    expect(reportedMessages.nodes).toEqual([
      {
        state: 'OPEN',
        note: null,
        blocked: false,
        decidedBy: null,
        message: { id: messageId, text: 'You are a fool', moderationNote: null },
        reports: [{ reporter: { id: buyerId }, reason: 'ABUSE' }],
        context: ['Look yourself', 'How rude', 'You are a fool', 'I will complain'].map((text) => ({ text })),
      },
    ]);
  });

  it('holds a message once however many report it, in the place of the first report', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Give me a discount or else');
    await safety.report(staff, message?.id);
    s.clock.advance(1_000);
    const later = await reported();
    for (const as of [colleague, robot]) await safety.report(as, message?.id, { reason: 'SPAM' });
    const open = await ids('OPEN');
    expect(open.filter((one) => one === message?.id)).toHaveLength(1);
    expect(open.indexOf(message?.id ?? '')).toBeLessThan(open.indexOf(later.messageId));
    const { reportedMessages } = await s.read<Page>(support, list, { first: 100 });
    const reports = reportedMessages.nodes.find((one) => one.message.id === message?.id)?.reports;
    // The API client that reported it is nobody to be looked up.
    expect(reports?.map(({ reporter }) => reporter === null).sort()).toEqual([false, false, true]);
  });

  it('pages by a key, by state, forward and backward', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      s.clock.advance(1_000);
      made.push((await reported()).messageId);
    }
    await decide(made[1], 'DISMISS');
    await decide(made[3], 'REMOVE');
    const seen: string[] = [];
    let [after, next]: [string | null, boolean] = [null, true];
    while (next) {
      const page: Page = await s.read<Page>(support, list, { first: 2, after });
      seen.push(...page.reportedMessages.nodes.map(({ message }) => message.id));
      expect(page.reportedMessages.totalCount).toBeGreaterThanOrEqual(3);
      ({ endCursor: after, hasNextPage: next } = page.reportedMessages.pageInfo);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((one) => made.includes(one))).toEqual([made[0], made[2], made[4]]);
    expect(await ids('OPEN', { last: 2 })).toEqual([made[2], made[4]]);
    expect((await ids('DISMISSED')).filter((one) => made.includes(one))).toEqual([made[1]]);
    expect((await ids('REMOVED')).filter((one) => made.includes(one))).toEqual([made[3]]);
    expect((await ids(null)).filter((one) => made.includes(one))).toEqual(made);
  });

  it('is for support and admins alone, by every way', async () => {
    const { messageId, buyer } = await reported();
    for (const as of [buyer, staff, packer, robot, stranger]) {
      await expect(s.read(as, list, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(decide(messageId, 'REMOVE', null, as)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await s.read<Page>(admin, list, { first: 1 })).reportedMessages.nodes).toHaveLength(1);
    expect((await safety.see(buyer, messageId))?.text).toBe('You are a fool');
  });

  it('looks at a bounded stretch of a conversation', async () => {
    await reported();
    const wide = '{ reportedMessages(last: 1) { nodes { context(before: 21) { id } } } }';
    await expect(s.read(support, wide)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const none = '{ reportedMessages(last: 1) { nodes { context(before: 0, after: 0) { text } } } }';
    expect(await s.read(support, none)).toMatchObject({
      reportedMessages: { nodes: [{ context: [{ text: 'You are a fool' }] }] },
    });
  });
});

describe('a decision about a reported message', () => {
  it('that nothing is wrong leaves the message alone and tells its author nothing', async () => {
    const { messageId, id } = await reported();
    const { reportedMessage } = await decide(messageId, 'DISMISS', 'Only banter');
    expect(reportedMessage).toMatchObject({ state: 'DISMISSED', note: 'Only banter', blocked: false });
    expect(await safety.see(staff, messageId)).toMatchObject({ text: 'You are a fool', moderationNote: null });
    expect(await safety.history(staff, id)).toContain('You are a fool');
  });

  it('to remove takes the text from everybody, tells the author why, and keeps what was reported', async () => {
    const { messageId, id, buyer } = await reported();
    expect((await decide(messageId, 'REMOVE', 'Insults are not allowed')).reportedMessage?.state).toBe('REMOVED');
    expect(await safety.see(buyer, messageId)).toMatchObject({ text: null });
    expect((await safety.see(staff, messageId))?.moderationNote).toBe('Insults are not allowed');
    expect(await safety.history(buyer, id)).not.toContain('You are a fool');
    expect((await s.send(staff, id, 'I am sorry')).message?.sequence).toBe(7);
  });

  it('to block keeps the writing side from the other one everywhere, until that one lifts it', async () => {
    const { messageId, buyer, id } = await reported();
    const other = await s.open(buyer, { productId: goods.lamp });
    const live = await s.follow(staff, 'subscription ($id: ID!) { messageAdded(conversationId: $id) { id } }', {
      id: other,
    });
    const ended = expect(live.next()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await decide(messageId, 'REMOVE_AND_BLOCK')).reportedMessage).toMatchObject({ blocked: true });
    await ended;
    for (const conversationId of [id, other])
      expect((await s.send(staff, conversationId, 'Hello?')).userErrors[0]?.code).toBe('BLOCKED');
    const lifted = await s.run<{ conversation: { blockedBy: string[] } }>(
      buyer,
      'unblockConversation',
      { conversationId: id },
      'conversation { blockedBy }',
    );
    expect(lifted.conversation.blockedBy).toEqual([]);
  });

  it('holds when it is made first; the same one again is a retry, another one needs it reopened', async () => {
    const { messageId } = await reported();
    await decide(messageId, 'REMOVE', 'Insult');
    expect(await decide(messageId, 'REMOVE', 'Again')).toMatchObject({
      reportedMessage: { note: 'Insult' },
      userErrors: [],
    });
    for (const decision of ['DISMISS', 'REMOVE_AND_BLOCK'])
      expect((await decide(messageId, decision)).userErrors[0]?.code).toBe('ALREADY_DECIDED');
    expect((await decide(messageId, 'REOPEN')).reportedMessage?.state).toBe('OPEN');
    expect((await decide(messageId, 'DISMISS', 'It was a quotation')).reportedMessage?.state).toBe('DISMISSED');
    expect(await safety.see(staff, messageId)).toMatchObject({
      text: 'You are a fool',
      moderationNote: 'It was a quotation',
    });
  });

  it('is one when ten people decide at once, blocks among them', async () => {
    const { messageId, id, buyer } = await reported();
    const decisions = ['DISMISS', 'REMOVE', 'REMOVE_AND_BLOCK'];
    const outcomes = await Promise.all([
      ...Array.from({ length: 10 }, (_, n) =>
        decide(messageId, decisions[n % 3] ?? '', null, n % 2 ? support : asUser(newId('usr'), { scopes: ['admin'] })),
      ),
      s.run(buyer, 'blockConversation', { conversationId: id }, 'conversation { id }'),
      s.send(buyer, id, 'One more thing'),
    ]);
    const accepted = (outcomes.slice(0, 10) as Decided[]).filter(({ userErrors }) => userErrors.length === 0);
    // Removing what was removed and blocked already is a repetition; whoever came second of different minds was refused.
    expect(
      new Set(accepted.map(({ reportedMessage }) => `${reportedMessage?.state} ${reportedMessage?.blocked}`)).size,
    ).toBe(1);
    expect(accepted.length).toBeGreaterThanOrEqual(3);
  });

  it('brings nothing back that its author did not want any more after it was removed', async () => {
    const { messageId, buyer } = await reported();
    await decide(messageId, 'REMOVE');
    await s.run(staff, 'deleteMessage', { messageId }, 'message { id }');
    expect(await s.database.sql`select text, taken_down_text from message where id = ${messageId}`).toEqual([
      { text: '', taken_down_text: null },
    ]);
    await decide(messageId, 'REOPEN');
    expect((await decide(messageId, 'DISMISS')).reportedMessage).toMatchObject({
      state: 'DISMISSED',
      message: { text: null },
    });
    expect((await safety.see(buyer, messageId))?.text).toBeNull();
  });

  it('waits anew when somebody else reports a dismissed one', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'What nonsense you sell');
    await safety.report(staff, message?.id);
    await decide(message?.id, 'DISMISS');
    await safety.report(staff, message?.id);
    expect(await ids('OPEN')).not.toContain(message?.id);
    await safety.report(colleague, message?.id);
    expect(await ids('OPEN')).toContain(message?.id);
  });

  it('is possible after the author took the message back, and about nothing that was not reported', async () => {
    const { messageId } = await reported();
    await s.run(staff, 'deleteMessage', { messageId }, 'message { id }');
    expect((await decide(messageId, 'REMOVE', 'Seen')).reportedMessage).toMatchObject({
      state: 'REMOVED',
      message: { text: null },
    });
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Hello');
    for (const one of [message?.id, newId('msg'), 'nonsense', 'msg_\u0000'])
      await expect(decide(one, 'DISMISS')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const refused = [
      await decide(messageId, 'REOPEN', 'x'.repeat(501)),
      await decide(messageId, 'REOPEN', '4111 1111 1111 1111'),
    ];
    expect(refused.map(({ userErrors }) => [userErrors[0]?.code, userErrors[0]?.field])).toEqual([
      ['TEXT_TOO_LONG', ['note']],
      ['CARD_NUMBER', ['note']],
    ]);
  });
});
