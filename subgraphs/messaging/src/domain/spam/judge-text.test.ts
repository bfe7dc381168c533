import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';
import { floodLimits, judgeText } from './judge-text.ts';
import { sentenceOf } from './reasons.ts';

const facts = { linksAllowedHosts: ['market.example'], recentTexts: [], firstContact: false };
const codes = (text: string, more = {}) => judgeText(text, { ...facts, ...more }).reasons.map(({ code }) => code);

describe('what a verdict says', () => {
  it('refuses a card number without repeating it, whatever else is in the text', () => {
    const verdict = judgeText('Переведите на карту 4111 1111 1111 1111 или звоните 8 916 123-45-67', facts);
    expect(verdict).toMatchObject({ outcome: 'REJECT', reasons: [{ code: 'PAYMENT_CARD', excerpt: null }] });
    expect(JSON.stringify(verdict)).not.toContain('1111');
  });

  it('refuses an offer to pay elsewhere that comes with a way to do so, and holds one without', () => {
    expect(judgeText('Оплатите напрямую, будет дешевле', facts).outcome).toBe('HOLD');
    const both = judgeText('Оплатите напрямую, будет дешевле, пишите @annashop', facts);
    expect(both.outcome).toBe('REJECT');
    expect(both.reasons.map(({ code }) => code)).toEqual(['OFF_PLATFORM_PAYMENT', 'MESSENGER']);
  });

  it('names the remedy in both languages for every code', () => {
    const [reason] = judgeText('мой номер 8 916 123-45-67', facts).reasons;
    expect(reason?.message.ru).toContain('удалите его');
    expect(reason?.message.en).toBe(sentenceOf('PHONE', 'en'));
    expect(reason?.excerpt).toBe('8 916 123-45-67');
  });

  it('cuts excerpts for moderators to 60 characters on one line', () => {
    const [reason] = judgeText(`https://evil.example/${'a'.repeat(5000)}`, facts).reasons;
    expect([...(reason?.excerpt ?? '')].length).toBeLessThanOrEqual(60);
  });

  it('flags swear words from a list and keeps nothing back for them', () => {
    const verdict = judgeText('Где мой чёртов заказ?', { ...facts, flaggedWords: new Set(['чертов']) });
    expect(verdict).toMatchObject({ outcome: 'ALLOW', reasons: [{ code: 'PROFANITY', excerpt: 'чертов' }] });
  });

  it('is stricter with an advertisement nobody asked for', () => {
    const text = '🔥🔥🔥 ВСЕМ ПРИВЕТ! Заработок от 500$ в неделю, бесплатное обучение!!! Пишите @profit_now';
    expect(codes(text, { firstContact: true })).toContain('LOOKS_LIKE_SPAM');
    expect(judgeText(text, { ...facts, firstContact: true }).outcome).toBe('HOLD');
  });
});

describe('the same text again and again', () => {
  const text = 'Здравствуйте! Посмотрите наш новый каталог кружек, скидки всем';
  const sent = (times: number) => Array.from({ length: times }, () => fingerprintOf(text));

  it('is held in the fifth conversation and refused in the eleventh', () => {
    expect(codes(text, { recentTexts: sent(floodLimits.hold - 1) })).not.toContain('DUPLICATE_FLOOD');
    expect(judgeText(text, { ...facts, recentTexts: sent(floodLimits.hold) }).outcome).toBe('HOLD');
    expect(judgeText(text, { ...facts, recentTexts: sent(floodLimits.reject) }).outcome).toBe('REJECT');
  });

  it('stays the same text with numbers, smiles and look-alike letters put in', () => {
    const disguised = 'Здpавcтвуйте!! 1️⃣ Поcмотpите наш нoвый катaлог кpужек 😍 скидки всем 77';
    expect(fingerprintOf(disguised)).toBe(fingerprintOf(text));
  });

  it('is no flood when staff answer many buyers, nor when it is short and everyday', () => {
    expect(codes(text, { recentTexts: sent(30), side: 'SHOP' })).toEqual([]);
    expect(codes(text, { recentTexts: sent(30), side: 'SHOP', firstContact: true })).toContain('DUPLICATE_FLOOD');
    expect(codes('Спасибо!', { recentTexts: Array.from({ length: 50 }, () => fingerprintOf('Спасибо!')) })).toEqual([]);
  });
});

describe('whatever is sent', () => {
  it('is judged without failing, the same way twice', () => {
    const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
    fc.assert(
      fc.property(anything, (text) => {
        expect(judgeText(text, facts)).toEqual(judgeText(text, facts));
      }),
    );
  });

  it.each([
    ['letters', 'а'.repeat(1_000_000)],
    ['digits with gaps', '1 '.repeat(500_000)],
    ['dots', 'a.'.repeat(500_000)],
    ['at signs', 'a@'.repeat(500_000)],
    ['spelled numbers', 'восемь '.repeat(150_000)],
    ['a messenger begun again and again', 't e l e g r a '.repeat(80_000)],
    ['an offer begun again and again', 'переведи мне '.repeat(80_000)],
    ['brackets', '(at) (dot) '.repeat(90_000)],
  ])('takes bounded time for a megabyte of %s', (_what, text) => {
    const begun = performance.now();
    judgeText(text, facts);
    // Generous, because other suites run beside: what grows with the square of the length takes minutes.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
