import { describe, expect, it } from 'vitest';
import { isFragment, joinFragments } from './fragments.ts';
import { judgeText } from './judge-text.ts';

const facts = { linksAllowedHosts: ['market.example'], recentTexts: [], firstContact: false };
/** What the last of several messages leads to, when none before it was kept back. */
const lastOf = (...texts: string[]) => {
  const verdicts = texts.map((text, at) => judgeText(text, { ...facts, earlierTexts: texts.slice(0, at) }));
  expect(verdicts.slice(0, -1).map(({ outcome }) => outcome)).toEqual(texts.slice(1).map(() => 'ALLOW'));
  return verdicts.at(-1)?.reasons.map(({ code }) => code) ?? [];
};

describe('a contact in several messages', () => {
  it.each([
    ['a number', ['8 916', '123', '45 67'], 'PHONE'],
    ['a number in pairs', ['8', '916', '12', '34', '56', '7'], 'PHONE'],
    ['a number with words around it', ['мой номер 8916', '123 потом', '45-67'], 'PHONE'],
    ['a number after others', ['5', '8 916', '123', '45 67'], 'PHONE'],
    ['a spelled number', ['восемь девятьсот', 'шестнадцать сто', 'двадцать три', '45 67'], 'PHONE'],
    ['an address', ['anna', '@', 'mail'], 'EMAIL'],
    ['a link', ['t', '.me'], 'MESSENGER'],
    ['a name in pieces', ['теле', 'грам'], 'MESSENGER'],
    ['a bank card', ['4111', '1111', '1111', '1111'], 'PAYMENT_CARD'],
  ])('is seen when it is complete: %s', (_what, texts, code) => expect(lastOf(...texts)).toContain(code));

  it.each([
    ['sizes', ['42', '43', 'или 44?']],
    ['quantities and prices', ['2 штуки', '1500?', 'за 2800 отдадите?']],
    ['small talk', ['Привет', 'ок', 'да', 'спасибо', '👍']],
    ['dates', ['22.11', '23.11', 'до 14:00']],
    ['a number that was begun before a sentence', ['8 916', 'Нет, я про артикул, который на коробке', '123 45 67']],
    ['an order number', ['Заказ 9161', '2345', '67 штук']],
  ])('is not seen in %s', (_what, texts) => expect(lastOf(...texts)).toEqual([]));

  it('is looked for in the last few messages alone', () => {
    const long = Array.from({ length: 40 }, () => '8 916');
    expect(joinFragments('123', long)[0]).toBe(`${'8916'.repeat(6)}123`);
    expect(joinFragments('Здравствуйте, есть ли этот чайник в красном?', ['8 916'])).toEqual([]);
    expect(joinFragments('45', ['Здравствуйте, есть ли этот чайник в красном?'])).toEqual([]);
    expect(isFragment('')).toBe(false);
  });
});
