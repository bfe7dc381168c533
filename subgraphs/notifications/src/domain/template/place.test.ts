import { describe, expect, it } from 'vitest';
import { declaredFacts, factsOfKind, sampleFacts, templateKinds } from './facts.ts';
import { templateLocaleOf } from './place.ts';
import { readSections } from './sections.ts';

describe('facts', () => {
  it('are exactly the declared ones: what is missing stands as null, what is not a text’s business is left out', () => {
    const given = { number: 'V-1', carrier: null, requestId: 'secret', orderId: 'ord_1' };
    expect(declaredFacts(factsOfKind('order-shipped', 'EMAIL') ?? [], given, 'en')).toEqual({
      number: 'V-1',
      carrier: null,
      trackingNumber: null,
      unsubscribeUrl: null,
    });
    expect(declaredFacts(factsOfKind('stock-out', 'IN_APP') ?? [], {}, 'en')).toEqual({ count: 1, lines: [], more: 0 });
  });

  it('are in the reader’s language, or else in English, or in whatever there is', () => {
    const definitions = factsOfKind('stock-out', 'IN_APP') ?? [];
    const titles: Readonly<Record<string, string>>[] = [
      { en: 'Rug', ru: 'Ковёр' },
      { en: 'Lamp' },
      { de: 'Regal' },
      {},
    ];
    const lines = titles.map((inLanguages) => ({ title: { inLanguages } }));
    const read = (locale: 'en' | 'ru') => declaredFacts(definitions, { lines }, locale)['lines'];
    expect(read('ru')).toEqual(['Ковёр', 'Lamp', 'Regal', ''].map((title) => ({ title })));
    expect(read('en')).toEqual(['Rug', 'Lamp', 'Regal', ''].map((title) => ({ title })));
  });

  it('have a sample and a description each, and no kind answers to a name of JavaScript’s own', () => {
    for (const kind of templateKinds) {
      const definitions = factsOfKind(kind, 'EMAIL') ?? [];
      const { full, bare } = sampleFacts(definitions);
      for (const { name, description, optional } of definitions) {
        expect(full[name], `${kind} ${name}`).not.toBeNull();
        expect(description).toMatch(/\.$/);
        if (!optional) expect(bare[name], `${kind} ${name}`).not.toBeNull();
      }
    }
    expect([factsOfKind('constructor', 'EMAIL'), factsOfKind('__proto__', 'SMS')]).toEqual([undefined, undefined]);
  });
});

describe('readers', () => {
  it('of a language nobody writes read English', () => {
    expect(['ru-RU', 'RU', 'de', 'rum', ''].map(templateLocaleOf)).toEqual(['ru', 'ru', 'en', 'en', 'en']);
  });
});

describe('a file of texts', () => {
  it('has named parts, and may begin with a comment', () => {
    expect(readSections('Why.\n=== subject\nHi {{ a }}\n\n=== email text\na\n\n=== not a heading?\nb\n')).toEqual({
      subject: 'Hi {{ a }}',
      'email text': 'a\n\n=== not a heading?\nb',
    });
  });
});
