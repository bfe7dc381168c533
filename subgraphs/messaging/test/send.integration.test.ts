import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buyer,
  goods,
  openSetting,
  purchases,
  type SentPayload,
  type Setting,
  shopId,
  staff,
  stranger,
  support,
} from './setting.ts';

let s: Setting;
beforeAll(async () => {
  s = await openSetting();
});
afterAll(() => s.close());

const codes = ({ userErrors }: { userErrors: readonly { code: string }[] }) => userErrors.map(({ code }) => code);

describe('sending a message', () => {
  it('gives each its number in the conversation, whichever side writes', async () => {
    const { id, buyer: somebody } = await s.talk();
    const first = await s.send(somebody, id, 'Is the mug microwave safe?');
    const second = await s.send(staff, id, 'It is.');
    expect([first, second].map(({ message }) => message?.sequence)).toEqual([1, 2]);
    expect(first).toMatchObject({ replayed: false, userErrors: [], message: { state: 'SENT', revision: 1 } });
  });

  it('publishes what others need to tell about it, and no text', async () => {
    const { id, buyerId, buyer: somebody } = await s.talk();
    const { message } = await s.send(somebody, id, 'A secret question');
    const events = await s.published('message.sent');
    expect(events.at(-1)).toMatchObject({
      aggregateId: id,
      payload: {
        messageId: message?.id,
        conversationId: id,
        shopId,
        buyerId,
        side: 'BUYER',
        sequence: 1,
        productId: goods.mug,
      },
    });
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('gives the first message back for a retry, and refuses another content under the same id', async () => {
    const { id, buyer: somebody } = await s.talk();
    const clientMessageId = newId('cli');
    const first = await s.send(somebody, id, 'Hello there', { clientMessageId });
    const again = await s.send(somebody, id, '  Hello   there ', { clientMessageId });
    expect(again).toMatchObject({ replayed: true, message: { id: first.message?.id, sequence: 1 } });
    expect(codes(await s.send(somebody, id, 'Hello you', { clientMessageId }))).toEqual(['CLIENT_MESSAGE_ID_REUSED']);
    expect((await s.send(staff, id, 'Hello you', { clientMessageId })).message?.sequence).toBe(2);
  });

  it('writes once when the same message is sent twenty times at once', async () => {
    const { id, buyer: somebody } = await s.talk();
    const clientMessageId = newId('cli');
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => s.send(somebody, id, 'Anybody there?', { clientMessageId })),
    );
    expect(new Set(sent.map(({ message }) => message?.id)).size).toBe(1);
    expect(sent.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  it('numbers messages without gaps when many write into many conversations at once', async () => {
    const talks = await Promise.all(Array.from({ length: 8 }, () => s.talk()));
    const sent = await Promise.all(
      Array.from({ length: 160 }, (_, n) => {
        const talk = talks[n % 8] as (typeof talks)[number];
        return s.send(n % 3 === 0 ? staff : talk.buyer, talk.id, `Message number ${n}`);
      }),
    );
    expect(sent.every(({ message }) => message !== null)).toBe(true);
    for (const { id } of talks) {
      const rows = await s.database.sql`select sequence from message where conversation_id = ${id} order by sequence`;
      expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    }
  });

  it.each([
    ['nothing', '', ['TEXT_REQUIRED']],
    ['nothing visible', ' \u202e\u0000\u2066 \n ', ['TEXT_REQUIRED']],
    ['too much', 'long '.repeat(1000), ['TEXT_TOO_LONG']],
  ])('refuses a text that is %s', async (_what, text, wanted) => {
    const { id, buyer: somebody } = await s.talk();
    expect(codes(await s.send(somebody, id, text))).toEqual(wanted);
  });

  it('finds no conversation for strangers, and refuses those who only read', async () => {
    const { id } = await s.talk();
    await expect(s.send(stranger, id, 'Hi')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(s.send(stranger, newId('cnv'), 'Hi')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(s.send(support, id, 'Hi')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('shows an order of the two and products of the shop as cards, nothing else', async () => {
    const id = await s.open(buyer, { orderId: purchases.mine });
    const show = async (as: typeof buyer, card: object) => codes(await s.send(as, id, '', { card }));
    expect(await show(buyer, { orderId: purchases.mine })).toEqual([]);
    expect(await show(buyer, { orderId: purchases.another })).toEqual([]);
    expect(await show(buyer, { productId: goods.lamp })).toEqual([]);
    expect(await show(staff, { productId: goods.hidden })).toEqual([]);
    for (const card of [
      { productId: goods.hidden },
      { productId: goods.theirs },
      { orderId: purchases.theirs },
      { orderId: 'nonsense' },
      {},
      { orderId: purchases.mine, productId: goods.mug },
    ])
      expect(await show(buyer, card)).toEqual(['CARD_NOT_ALLOWED']);
  });
});

describe('a telephone number in several messages', () => {
  const told = async (...texts: readonly (readonly [as: 'buyer' | 'staff', text: string])[]) => {
    const { id, buyer } = await s.talk();
    const states: (string | undefined)[] = [];
    for (const [as, text] of texts) {
      s.clock.advance(1_000);
      states.push((await s.send(as === 'buyer' ? buyer : staff, id, text)).message?.state);
    }
    return { states, id, buyer };
  };

  it('is held with its last part, also when the other side speaks in between', async () => {
    const { states, id, buyer } = await told(
      ['buyer', '8 916'],
      ['staff', 'Pardon?'],
      ['buyer', '123'],
      ['buyer', '45 67'],
    );
    expect(states).toEqual(['SENT', 'SENT', 'SENT', 'HELD']);
    expect((await s.send(buyer, id, '4567')).message?.state).toBe('HELD');
  });

  it('is held when all parts are sent at once', async () => {
    const { id, buyer } = await s.talk();
    const sent = await Promise.all(['8 916', '123', '45 67'].map((text) => s.send(buyer, id, text)));
    expect(sent.filter(({ message }) => message?.state === 'HELD')).toHaveLength(1);
  });

  it('is not made of what two people wrote, nor of what was said long ago or elsewhere', async () => {
    const both = await told(['buyer', '8 916'], ['staff', '123'], ['buyer', 'Which one?'], ['staff', '45 67']);
    expect(both.states).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
    const { id, buyer } = await told(['buyer', '8 916'], ['buyer', '123']);
    s.clock.advance(11 * 60_000);
    expect((await s.send(buyer, id, '45 67')).message?.state).toBe('SENT');
    const elsewhere = await s.open(buyer, { productId: goods.lamp });
    expect((await s.send(buyer, elsewhere, '8')).message?.state).toBe('SENT');
  });

  it.each([
    ['first to last', [0, 1, 2]],
    ['last to first', [2, 1, 0]],
    ['in any order', [1, 2, 0]],
  ])('is not put together by edits either, %s', async (_how, order) => {
    const { id, buyer } = await s.talk();
    const sent: string[] = [];
    for (const text of ['hello', 'there', 'again']) sent.push((await s.send(buyer, id, text)).message?.id ?? '');
    s.clock.advance(12 * 60_000);
    const refused: string[][] = [];
    for (const at of order) {
      const input = { messageId: sent[at], text: ['8 916', '123', '45 67'][at] };
      refused.push(codes(await s.run<SentPayload>(buyer, 'editMessage', input, 'message { id }')));
    }
    expect(refused).toEqual([[], [], ['MESSAGE_REJECTED']]);
  });

  it('is held when its first part stands where support let something else through', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'my number is 8 916 123-45-67');
    await s.run(support, 'decideHeldMessage', { messageId: message?.id, decision: 'RELEASE' }, 'message { id }');
    s.clock.advance(1_000);
    const input = { messageId: message?.id, text: '8 916' };
    expect(codes(await s.run<SentPayload>(buyer, 'editMessage', input, 'message { id }'))).toEqual([]);
    expect((await s.send(buyer, id, '123')).message?.state).toBe('SENT');
    expect((await s.send(buyer, id, '45 67')).message?.state).toBe('HELD');
  });

  it('is held when what was edited a moment ago is its first part', async () => {
    const { id, buyer } = await s.talk();
    const { message } = await s.send(buyer, id, 'hello');
    s.clock.advance(12 * 60_000);
    const edited = await s.run<SentPayload>(
      buyer,
      'editMessage',
      { messageId: message?.id, text: '8 916' },
      'message { id }',
    );
    expect(codes(edited)).toEqual([]);
    expect((await s.send(buyer, id, '123')).message?.state).toBe('SENT');
    expect((await s.send(buyer, id, '45 67')).message?.state).toBe('HELD');
  });
});
