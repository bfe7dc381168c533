import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type As, contact, type Decided, safetyOf } from './safety.ts';
import { colleague, goods, openSetting, type Setting, staff, stranger, support } from './setting.ts';

let s: Setting;
let safety: ReturnType<typeof safetyOf>;
beforeAll(async () => {
  s = await openSetting();
  safety = safetyOf(s);
});
afterAll(() => s.close());

describe('moderation’s word', () => {
  it('lets a held message through once, however often it is delivered', async () => {
    const { messageId, id } = await safety.held();
    await safety.moderation(messageId, 'APPROVED', 5);
    await safety.moderation(messageId, 'APPROVED', 5);
    expect(await safety.history(staff, id)).toEqual([contact]);
    expect(await safety.see(staff, messageId)).toMatchObject({ sequence: 1, state: 'SENT' });
  });

  it('is the newest one, in whatever order they come', async () => {
    const { messageId, buyer } = await safety.held();
    await safety.moderation(messageId, 'REJECTED', 9, 'No contacts');
    await safety.moderation(messageId, 'APPROVED', 3);
    expect(await safety.see(buyer, messageId)).toMatchObject({ state: 'REJECTED', moderationNote: 'No contacts' });
    await safety.moderation(messageId, 'APPROVED', 11);
    expect(await safety.see(staff, messageId)).toMatchObject({ state: 'SENT', sequence: 1 });
  });

  it('takes down what was read already, and shows it again', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Something ugly about the mug');
    await safety.moderation(message?.id ?? '', 'REJECTED', 1);
    expect(await safety.see(staff, message?.id)).toMatchObject({ text: null, sequence: 1 });
    expect(await safety.history(staff, id)).toEqual([null]);
    await safety.moderation(message?.id ?? '', 'APPROVED', 2);
    expect(await safety.history(staff, id)).toEqual(['Something ugly about the mug']);
  });

  it('takes down what a message shows beside its text as well', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'Look at this', { card: { productId: goods.lamp } });
    const card = async () => {
      const of = [{ __typename: 'Message', id: message?.id }];
      const query =
        'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Message { card { __typename } } } }';
      return (await s.read<{ _entities: { card: unknown }[] }>(staff, query, { of }))._entities[0]?.card;
    };
    await safety.moderation(message?.id ?? '', 'REJECTED', 1);
    expect(await card()).toBeNull();
    await safety.moderation(message?.id ?? '', 'APPROVED', 2);
    expect(await card()).toEqual({ __typename: 'Product' });
  });

  it('about something unknown or of another context changes nothing', async () => {
    await safety.moderation(newId('msg'), 'APPROVED', 1);
    await safety.moderation('nonsense', 'REJECTED', 1);
  });
});

describe('a bank card number', () => {
  it('is stored nowhere: not in a message, an edit, a report, a note or the name of a file', async () => {
    const card = '4111 1111 1111 1111';
    const { id, buyer } = await s.talk();
    const { message } = await s.send(staff, id, 'Hello there');
    const mine = await s.send(buyer, id, 'Is it available?');
    const { messageId } = await safety.held();
    const refusals = [
      await s.send(buyer, id, `Here is my card: ${card}`),
      await s.run<Decided>(
        buyer,
        'editMessage',
        { messageId: mine.message?.id, text: `My card ${card}` },
        'message { id }',
      ),
      await safety.report(buyer, message?.id, { comment: `They asked for ${card}` }),
      await safety.decide(messageId, 'REJECT', `Do not send ${card}`),
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
    await safety.report(buyer, message?.id, { reason: 'ABUSE', comment: ' rude \u0000' });
    await safety.report(buyer, message?.id, { reason: 'SPAM' });
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
    await Promise.all(Array.from({ length: 10 }, () => safety.report(staff, message?.id)));
    const events = (await s.published('message.reported')).filter(
      ({ payload }) => (payload as { messageId: string }).messageId === message?.id,
    );
    expect(events).toHaveLength(1);
  });

  it('is refused for messages of the own side, deleted ones, and those one cannot see', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(staff, id, 'Hello there');
    expect((await safety.report(colleague, message?.id)).userErrors[0]?.code).toBe('OWN_SIDE');
    await expect(safety.report(stranger, message?.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(safety.report(buyer, newId('msg'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const hidden = await safety.held();
    await expect(safety.report(staff, hidden.messageId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await s.run(staff, 'deleteMessage', { messageId: message?.id }, 'message { id }');
    expect((await safety.report(buyer, message?.id)).userErrors[0]?.code).toBe('MESSAGE_DELETED');
    expect((await safety.report(buyer, message?.id, { comment: 'x'.repeat(1_001) })).userErrors[0]).toMatchObject({
      code: 'TEXT_TOO_LONG',
      field: ['comment'],
    });
  });
});
