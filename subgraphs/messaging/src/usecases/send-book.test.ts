import { asUser } from '@vitrina/platform/testing';
import type { ReceivedUpload } from '@vitrina/platform/uploads';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../domain/spam/fingerprint.ts';
import type { ConversationRow } from '../store/conversation.table.ts';
import type { SendingFacts } from '../store/sending.ts';
import { createSendBook } from './send-book.ts';
import type { SendCommand } from './send-command.ts';

const now = new Date('2026-01-15T12:00:00Z');
const buyer = asUser('usr_buyer').actor;
const staff = asUser('usr_staff', { shops: { shp_1: ['messages:write'] } }).actor;
const stranger = asUser('usr_other').actor;
const lists = { linksAllowedHosts: [], flaggedWords: new Set<string>() };

const conversation = (id: string, more: Partial<ConversationRow> = {}): ConversationRow => ({
  id,
  shopId: 'shp_1',
  buyerId: 'usr_buyer',
  subject: 'prd_1',
  productId: 'prd_1',
  orderId: null,
  lastSequence: 0,
  lastBuyerSequence: 0,
  lastShopSequence: 0,
  edits: 0,
  buyerRead: 0,
  buyerDelivered: 0,
  shopRead: 0,
  shopDelivered: 0,
  blockedByBuyerAt: null,
  blockedByShopAt: null,
  createdAt: now,
  activeAt: new Date(0),
  ...more,
});
const facts = (...conversations: ConversationRow[]): SendingFacts => ({
  conversations,
  earlier: [],
  twins: [],
  recent: [],
});

let made = 0;
const command = (
  text: string,
  { actor = buyer, to = 'cnv_1', more = {} }: { actor?: typeof buyer; to?: string; more?: Partial<SendCommand> } = {},
  clientMessageId = `client-${made}`,
): SendCommand => {
  made += 1;
  const draft = {
    id: `msg_${made}`,
    conversationId: to,
    authorId: actor.kind === 'user' ? actor.userId : '',
    clientMessageId,
    inputHash: `hash of ${text}`,
    text,
    fingerprint: fingerprintOf(text),
    cardType: null,
    cardId: null,
  };
  return { actor, draft, language: 'en', files: [], ...more };
};
const file = (id: string, contentType: string): ReceivedUpload =>
  ({ id, fileName: 'f', contentType, object: { key: `uploads/${id}`, sizeBytes: 7 } }) as ReceivedUpload;

describe('the messages of one batch', () => {
  it('get numbers in turn, each in its own conversation, and say whose was the last', () => {
    const book = createSendBook(facts(conversation('cnv_1', { lastSequence: 4 }), conversation('cnv_2')), now, lists);
    const sent = [
      book.decide(command('one')),
      book.decide(command('two', { actor: staff })),
      book.decide(command('three', { to: 'cnv_2' })),
    ];
    expect(sent.map((outcome) => outcome.kind === 'SENT' && outcome.message.sequence)).toEqual([5, 6, 1]);
    expect(book.changes().conversations).toMatchObject([
      { id: 'cnv_1', lastSequence: 6, lastBuyerSequence: 5, lastShopSequence: 6, activeAt: now },
      { id: 'cnv_2', lastSequence: 1, lastBuyerSequence: 1, lastShopSequence: 0 },
    ]);
    expect(book.conversation('cnv_1').lastSequence).toBe(6);
    expect(() => book.conversation('cnv_9')).toThrow('cnv_9');
  });

  it('that are the same one sent twice are written once, and another content under the same name is refused', () => {
    const book = createSendBook(facts(conversation('cnv_1')), now, lists);
    const [first, again] = [book.decide(command('hello', {}, 'same')), book.decide(command('hello', {}, 'same'))];
    expect([first, again]).toMatchObject([
      { kind: 'SENT', replayed: false, message: { sequence: 1 } },
      { kind: 'SENT', replayed: true, message: { sequence: 1 } },
    ]);
    const other = book.decide(command('good bye', {}, 'same'));
    expect(other).toMatchObject({ kind: 'REFUSED', refusal: { code: 'CLIENT_MESSAGE_ID_REUSED' } });
    expect(book.changes().messages).toHaveLength(1);
  });

  it('of somebody on no side are not decided at all', () => {
    const book = createSendBook(facts(conversation('cnv_1')), now, lists);
    expect(book.decide(command('hi', { actor: stranger }))).toMatchObject({ kind: 'NO_ACCESS', conversation: {} });
    expect(book.decide(command('hi', { to: 'cnv_9' }))).toEqual({ kind: 'NO_ACCESS', conversation: undefined });
    expect(book.changes()).toEqual({ messages: [], conversations: [], files: [] });
  });

  it.each([
    ['the shop blocks', { blockedByShopAt: now }, buyer, 'The other side takes no messages'],
    ['the buyer blocks', { blockedByBuyerAt: now }, buyer, 'You have blocked'],
  ] as const)('are refused while %s, a message that was sent before is still answered', (_who, block, actor, said) => {
    const before = createSendBook(facts(conversation('cnv_1')), now, lists);
    const sent = command('hello', { actor }, 'before');
    before.decide(sent);
    const { messages } = before.changes();
    const book = createSendBook({ ...facts(conversation('cnv_1', block)), earlier: messages }, now, lists);
    expect(book.decide(sent)).toMatchObject({ kind: 'SENT', replayed: true });
    expect(book.decide(command('hello?', { actor }))).toMatchObject({
      kind: 'REFUSED',
      refusal: { code: 'BLOCKED', message: expect.stringContaining(said) },
    });
  });

  it('that are held have no number and move nothing; the next one has the number they would have had', () => {
    const book = createSendBook(facts(conversation('cnv_1')), now, lists);
    const held = book.decide(command('call me at 8 916 123-45-67'));
    expect(held).toMatchObject({ kind: 'SENT', message: { sequence: null, status: 'HELD', reasons: ['PHONE'] } });
    expect(book.changes().conversations).toEqual([]);
    expect(book.decide(command('Is it blue?'))).toMatchObject({ message: { sequence: 1 } });
  });

  it('make a number together although none of them was written before', () => {
    const book = createSendBook(facts(conversation('cnv_1')), now, lists);
    const sent = ['8 916', '123', '45 67'].map((text) => book.decide(command(text)));
    expect(sent.map((outcome) => outcome.kind === 'SENT' && outcome.message.sequence)).toEqual([1, 2, null]);
  });

  it('that say the same in many conversations are a flood, those within the batch counted', () => {
    const ids = Array.from({ length: 12 }, (_, n) => `cnv_${n}`);
    const book = createSendBook(facts(...ids.map((id) => conversation(id))), now, lists);
    const text = 'Best price for your whole collection, look at our page';
    const outcomes = ids.map((to) => book.decide(command(text, { to })));
    const states = outcomes.map((outcome) => (outcome.kind === 'SENT' ? outcome.message.sequence : outcome.kind));
    expect(states[0]).toBe(1);
    expect(states).toContain(null);
    expect(states.at(-1)).toBe('REFUSED');
  });

  it('take their files along, pictures to be rendered and others as they are', () => {
    const book = createSendBook(facts(conversation('cnv_1')), now, lists);
    book.decide(command('', { more: { files: [file('upl_1', 'image/png'), file('upl_2', 'application/pdf')] } }));
    const refused = { code: 'UPLOAD_NOT_FOUND', field: [], message: 'gone' } as unknown as NonNullable<
      SendCommand['problem']
    >;
    expect(book.decide(command('', { more: { problem: refused } }))).toEqual({ kind: 'REFUSED', refusal: refused });
    const { messages, files } = book.changes();
    expect(messages).toMatchObject([{ attachmentCount: 2 }]);
    expect(files).toMatchObject([
      { position: 0, uploadId: 'upl_1', kind: 'IMAGE', state: 'PROCESSING', dueAt: now, originalKey: 'uploads/upl_1' },
      { position: 1, uploadId: 'upl_2', kind: 'FILE', state: 'READY', dueAt: null },
    ]);
  });
});
