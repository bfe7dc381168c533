import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { builtInHtml, builtInSource } from '../src/clients/templates/built-in.ts';
import { type FactValue, templateLocales } from '../src/domain/template/contract.ts';
import { type FactDefinition, factsOfKind, templateKinds } from '../src/domain/template/facts.ts';
import { fillTemplate } from '../src/usecases/render-template.ts';

const corpus = JSON.parse(
  readFileSync(resolve(process.env['VITRINA_DATA_DIR'] ?? '', 'naughty-strings/blns.half.json'), 'utf8'),
) as string[];
const worse = [
  '',
  '\u0000',
  '\ud83d',
  '\u202e',
  '{{ url }}',
  '{% raw %}',
  '"><script>',
  'x'.repeat(1_000_000),
  'й'.repeat(500),
];

/** The fact as it would be if somebody had written the text wherever a text can stand. */
const naughty = ({ type, sample }: FactDefinition, text: string): FactValue => {
  if (type === 'NUMBER') return 2;
  if (type !== 'LIST' || !Array.isArray(sample)) return text;
  const fields = Object.keys(sample[0] ?? {});
  // A name in each language is a text as well.
  const inLanguages = { en: text, ru: text };
  return [Object.fromEntries(fields.map((field) => [field, field === 'title' ? { inLanguages } : text]))];
};

it('writes every message whatever is in its facts, and no fact becomes markup or a template of its own', () => {
  let written = 0;
  for (const kind of templateKinds)
    for (const locale of templateLocales) {
      const place = { kind, channel: 'EMAIL', locale } as const;
      const finished = { versionId: null, ...builtInSource(kind, 'EMAIL', locale), html: builtInHtml(kind, locale) };
      const definitions = factsOfKind(kind, 'EMAIL') ?? [];
      const plain = (finished.html ?? '').match(/</g)?.length ?? 0;
      for (const text of [...corpus, ...worse]) {
        const facts = Object.fromEntries(definitions.map((definition) => [definition.name, naughty(definition, text)]));
        const { subject, html = '' } = fillTemplate(place, finished, facts);
        expect(subject).not.toMatch(/[\r\n]/);
        expect(Buffer.byteLength(subject)).toBeLessThanOrEqual(400);
        // Optional parts may fall away; nothing may be added.
        expect(html.match(/</g)?.length ?? 0, text).toBeLessThanOrEqual(plain);
        written += 1;
      }
    }
  expect(written).toBeGreaterThan(5_000);
}, 180_000);
