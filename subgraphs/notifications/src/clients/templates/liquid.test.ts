import { describe, expect, it } from 'vitest';
import type { Facts, TemplateLocale } from '../../domain/template/contract.ts';
import { LiquidFailure, parseLiquid, renderLiquid, unknownVariables } from './liquid.ts';

const write = (
  source: string,
  facts: Facts = {},
  kind: 'text' | 'html' = 'text',
  locale: TemplateLocale = 'en',
): string => renderLiquid(parseLiquid(source, kind), facts, { locale, maxCharacters: 10_000 });
const failureOf = (step: () => unknown): LiquidFailure => {
  try {
    step();
  } catch (error) {
    if (error instanceof LiquidFailure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
};

describe('a template', () => {
  it('writes amounts and counted words as the reader’s language does', () => {
    const total = { amountMinor: '129900', currency: 'RUB' };
    expect(write('{{ total | money }}', { total }, 'text', 'ru').replaceAll(/\s/g, ' ')).toBe('1 299,00 ₽');
    expect(write('{{ total | money }}', { total }).replaceAll(/\s/g, ' ')).toBe('RUB 1,299.00');
    expect(write('{{ total | money }}', { total: '€1' })).toBe('€1');
    const words = "{{ n }} {{ n | plural: 'заказ', 'заказа', 'заказов' }}";
    expect([1, 2, 5, 11, 21, 104].map((n) => write(words, { n }, 'text', 'ru'))).toEqual([
      '1 заказ',
      '2 заказа',
      '5 заказов',
      '11 заказов',
      '21 заказ',
      '104 заказа',
    ]);
    expect([1, 2].map((n) => write("{{ n | plural: 'order', 'orders' }}", { n }))).toEqual(['order', 'orders']);
  });

  it('escapes everything it is given in HTML, and nothing in text', () => {
    const facts = { name: `<img src=x onerror="alert('1')">&` };
    expect(write('<p>{{ name }}</p>', facts, 'html')).toBe(
      '<p>&lt;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&gt;&amp;</p>',
    );
    expect(write('{{ name }}', facts)).toBe(facts.name);
  });

  it.each([
    ['{{ name', 'text', 1],
    ['a\n{% if name %}', 'text', 2],
    ['a\nb {{ name | shout }}', 'text', 2],
    ['{{ name | raw }}', 'html', 1],
    ["{% include 'secrets' %}", 'text', 1],
    ["{% render 'secrets' %}", 'text', 1],
    ["{% layout 'secrets' %}", 'text', 1],
  ] as const)('%j is refused with its line', (source, kind, line) => {
    expect(failureOf(() => parseLiquid(source, kind)).problem).toMatchObject({
      line,
      message: expect.stringMatching(/.+/),
    });
  });

  it('names variables nobody gives, and where they stand', () => {
    const parsed = parseLiquid(
      'Hello {{ name }}\n{% assign x = 1 %}{{ x }} {{ nmae }}{% if other.deep %}{% endif %}',
      'text',
    );
    expect(unknownVariables(parsed, new Set(['name']))).toMatchObject([
      { line: 2, message: expect.stringContaining('"nmae"') },
      { line: 2, message: expect.stringContaining('"other.deep"') },
    ]);
  });

  it.each([
    ['a loop without end', '{% for i in (1..100000000) %}{{ i }}{% endfor %}'],
    ['loops in loops', '{% for i in (1..900) %}{% for j in (1..900) %}{{ j }}{% endfor %}{% endfor %}'],
    ['a text that doubles', `{% assign a = 'xxxxxxxxxx' %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`],
    ['more text than a message holds', '{% for i in (1..2000) %}0123456789{% endfor %}'],
  ])('is stopped at %s', (_what, source) => {
    const started = performance.now();
    expect(() => write(source)).toThrow(LiquidFailure);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('reaches nothing but its facts', () => {
    for (const source of [
      '{{ name.constructor }}',
      '{{ name.__proto__ }}',
      '{{ constructor }}',
      '{{ reader.constructor }}',
    ])
      expect(() => write(source, { name: { a: 'x' } })).toThrow(LiquidFailure);
  });
});
