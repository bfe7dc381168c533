import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { floodLimits } from './judge-text.ts';
import { judgeWriting, type Twin, type Writing } from './judge-writing.ts';

const lists = { linksAllowedHosts: [], flaggedWords: new Set(['dash']) };
const text = 'We have new mugs in every colour of the rainbow';
const fingerprint = fingerprintOf(text);
const conversation = { id: 'cnv_1', lastBuyerSequence: 0, lastShopSequence: 0 };
const writing = (more: Partial<Writing> = {}): Writing => ({
  text,
  fingerprint,
  authorId: 'usr_1',
  side: 'BUYER',
  conversation,
  twins: [],
  earlierTexts: [],
  ...more,
});
const twins = (count: number, more: Partial<Twin> = {}): Twin[] =>
  Array.from({ length: count }, (_, n) => ({
    authorId: 'usr_1',
    conversationId: `cnv_${n + 2}`,
    fingerprint,
    ...more,
  }));
const codes = (more: Partial<Writing>) => judgeWriting(writing(more), lists).reasons.map(({ code }) => code);

describe('a text that was written elsewhere', () => {
  it('is a flood from the fourth other conversation on', () => {
    expect(codes({ twins: twins(floodLimits.hold - 1) })).toEqual([]);
    expect(codes({ twins: twins(floodLimits.hold) })).toEqual(['DUPLICATE_FLOOD']);
    expect(judgeWriting(writing({ twins: twins(floodLimits.reject) }), lists).outcome).toBe('REJECT');
  });

  it.each<[string, Partial<Twin>]>([
    ['by somebody else', { authorId: 'usr_2' }],
    ['in this conversation', { conversationId: 'cnv_1' }],
    ['with other words', { fingerprint: 'another' }],
  ])('is none for what was written %s', (_what, more) => {
    expect(codes({ twins: twins(floodLimits.reject, more) })).toEqual([]);
  });

  it('is none for staff who were asked, and is one for staff whom nobody asked', () => {
    const shop = { side: 'SHOP', twins: twins(floodLimits.hold) } as const;
    expect(codes({ ...shop, conversation: { ...conversation, lastBuyerSequence: 1 } })).toEqual([]);
    expect(codes({ ...shop, conversation: { ...conversation, lastShopSequence: 3 } })).toEqual(['DUPLICATE_FLOOD']);
  });
});

it('words on the operator’s list and parts sent before are told to the filter', () => {
  expect(codes({ text: 'dash it' })).toEqual(['PROFANITY']);
  expect(codes({ text: '45 67', earlierTexts: ['8 916', '123'] })).toEqual(['PHONE']);
});
