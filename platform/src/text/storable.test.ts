import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storableJson, storableText } from './index.ts';

const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anyText = fc.string({ unit: anyUnit });

describe('text that is to be kept', () => {
  it('loses what Postgres refuses and nothing else', () => {
    expect(storableText('a\0b')).toBe('a\uFFFDb');
    expect(storableText('👍\ud83d')).toBe('👍\uFFFD');
    expect(storableText('Ёлка\n\t\u0001')).toBe('Ёлка\n\t\u0001');
  });

  it('is storable wherever it stands in a document', () => {
    const document = { note: 'a\0', lines: ['\ud83d', { deep: '\udc4d' }], count: 1, none: null, left: undefined };
    expect(JSON.parse(storableJson(document))).toEqual({
      note: 'a\uFFFD',
      lines: ['\uFFFD', { deep: '\uFFFD' }],
      count: 1,
      none: null,
    });
  });

  it('is storable where it names a field, which Postgres refuses as well', () => {
    expect(JSON.parse(storableJson({ titles: { 'r\0u': 'a', '\ud83d': 'b' } }))).toEqual({
      titles: { 'r\uFFFDu': 'a', '\uFFFD': 'b' },
    });
  });

  it.each(['\\u0000', '\\\\u0000', '\\ud83d', '\\\0', '"\\', '\\\\\ud83d'])(
    'keeps what only looks like an escape: %j',
    (text) => expect(JSON.parse(storableJson([text]))).toEqual([storableText(text)]),
  );

  it('holds no NUL and no half of a character, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        // As the server reads it: the escapes of JSON become characters there.
        const kept = JSON.parse(storableJson(texts)) as string[];
        expect(kept.filter((text) => /[\0\p{Surrogate}]/u.test(text))).toEqual([]);
        expect(kept.map((text) => text.length)).toEqual(texts.map((text) => text.length));
      }),
    );
  });
});
