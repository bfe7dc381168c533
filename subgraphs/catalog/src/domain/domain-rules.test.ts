import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { checkPlacement, isWithin } from './category-tree.ts';
import { isStorable } from './check-text.ts';
import { isGtin } from './gtin.ts';
import { textIn } from './localised-text.ts';
import { slugCandidates, slugOf } from './slug.ts';
import { signalOf } from './stock-signals.ts';

describe('a text in several languages', () => {
  const texts = { en: 'Teapot', ru: 'Чайник', 'pt-BR': 'Bule' };
  it.each([
    ['ru', 'Чайник'],
    ['ru-RU', 'Чайник'],
    ['pt', 'Bule'],
    ['pt-PT', 'Bule'],
    ['ja', 'Teapot'],
  ])('for %s is read as %s', (locale, expected) => expect(textIn(texts, locale)).toBe(expected));

  it('falls back to any language when there is no English, and to nothing when there is no text', () => {
    expect(textIn({ ru: 'Чайник', de: 'Kanne' }, 'fr')).toBe('Kanne');
    expect(textIn({}, 'fr')).toBeUndefined();
  });
});

describe('a GTIN', () => {
  it.each(['96385074', '036000291452', '4006381333931', '10614141000415'])('%s is valid', (gtin) =>
    expect(isGtin(gtin)).toBe(true),
  );
  it.each(['4006381333932', '123', '40063813339311', 'ABCDEFGH', ''])('"%s" is not', (gtin) =>
    expect(isGtin(gtin)).toBe(false),
  );
});

describe('a slug', () => {
  it.each([
    ['Animals & Pet Supplies', 'animals-pet-supplies'],
    ['Багаж и сумки', 'bagazh-i-sumki'],
    ['Crème brûlée', 'creme-brulee'],
    ['Ёлка', 'yolka'],
    ['🫖', 'category'],
    ['__proto__', 'proto'],
  ])('of "%s" is %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('gets longer until it is free, and never contains an underscore', () => {
    expect(slugCandidates('Tools', 'garden', 'cat_01h2xcejqtf2nbrexx3vqjhp41')).toEqual([
      'tools',
      'garden-tools',
      'tools-xx3vqjhp41',
    ]);
  });
});

describe('a place in the tree', () => {
  const field = ['parentId'];
  it('is refused inside the category itself', () => {
    expect(checkPlacement({ path: 'a.b', height: 2, parentPath: 'a.b.c', field })).toMatchObject({
      ok: false,
      refusals: [{ code: 'CYCLE' }],
    });
    expect(isWithin('a.bc', 'a.b')).toBe(false);
  });
  it('is refused when the deepest leaf would come below level 12', () => {
    const ten = 'a.b.c.d.e.f.g.h.i.j';
    expect(checkPlacement({ height: 2, parentPath: ten, field })).toMatchObject({ ok: true });
    expect(checkPlacement({ height: 3, parentPath: ten, field })).toMatchObject({
      ok: false,
      refusals: [{ code: 'TOO_DEEP' }],
    });
  });
});

describe('a stock signal', () => {
  const signal = (before: number, after: number, threshold = 3) => signalOf({ before, after, threshold });
  it('is given only on the way across a line', () => {
    expect([signal(10, 3), signal(3, 2), signal(2, 0), signal(0, 0), signal(0, 2), signal(2, 10)]).toEqual([
      'low',
      undefined,
      'out',
      undefined,
      'restocked',
      undefined,
    ]);
  });
  it('is never "low" when the threshold is 0', () => expect(signal(5, 1, 0)).toBeUndefined());
});

describe('storable text', () => {
  it('excludes NUL and half pairs and nothing else', () => {
    expect(['a\u0000', '\ud83d', 'x\udc00y'].map(isStorable)).toEqual([false, false, false]);
    expect(['', '😀', '‮rtl', '\u0001\u001f', 'Ṱ̺̺o'].map(isStorable)).toEqual([true, true, true, true, true]);
  });
});

describe('canonical JSON', () => {
  it('is equal whatever the order of keys, and keeps the order of lists', () => {
    expect(canonicalJson({ b: 1n, a: [2, { d: 1, c: null }] })).toBe(
      canonicalJson({ a: [2, { c: null, d: 1 }], b: '1' }),
    );
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
