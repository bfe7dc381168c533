import { describe, expect, it } from 'vitest';
import { builtInHtml, builtInSource } from '../clients/templates/built-in.ts';
import { outboundChannels } from '../domain/channel.ts';
import { templateLocales } from '../domain/template/contract.ts';
import { factsOfKind, sampleFacts, templateKinds } from '../domain/template/facts.ts';
import { workflows } from '../domain/workflows/index.ts';
import { checkTemplate } from './check-template.ts';
import { fillTemplate } from './render-template.ts';

const place = { kind: 'order-shipped', channel: 'EMAIL', locale: 'ru' } as const;
const mjml = (content: string): string =>
  `<mjml><mj-body><mj-section><mj-column>\n${content}\n</mj-column></mj-section></mj-body></mjml>`;
const good = {
  subject: 'Заказ {{ number }}',
  text: 'Заказ {{ number }}\n{{ unsubscribeUrl }}',
  mjml: mjml('<mj-text>Заказ {{ number }} <a href="{{ unsubscribeUrl }}">Отписаться</a></mj-text>'),
};
const problemsOf = async (change: Partial<Record<keyof typeof good, string | null>>, at = place) => {
  const { problems } = await checkTemplate(at, { ...good, ...change } as typeof good);
  return problems.map(({ field, code, line }) => `${field} ${code} ${line ?? '-'}`);
};

describe('publishing', () => {
  it('takes a template that can be sent to everybody', async () => {
    expect(await checkTemplate(place, good)).toMatchObject({
      problems: [],
      html: expect.stringContaining('{{ number }}'),
    });
  });

  it.each([
    [{ subject: ' ' }, 'subject MISSING_SUBJECT -'],
    [{ text: '' }, 'text MISSING_PLAIN_TEXT -'],
    [{ text: 'a\n{{ nubmer }} {{ unsubscribeUrl }}' }, 'text UNKNOWN_VARIABLE 2'],
    [{ text: '{{ number | shout }}' }, 'text SYNTAX 1'],
    [{ subject: '{% if number %}' }, 'subject SYNTAX 1'],
    [{ mjml: mjml('<mj-text>{{ number | raw }}</mj-text>') }, 'mjml SYNTAX 2'],
    [{ mjml: mjml('<mj-txt>x</mj-txt>') }, 'mjml MJML 2'],
    [{ mjml: mjml('<mj-text onclick="x()">x</mj-text>') }, 'mjml MJML 2'],
    [{ mjml: mjml('<mj-raw><script>1</script></mj-raw>') }, 'mjml MJML 2'],
    [{ mjml: mjml('<mj-include path="/etc/passwd" />') }, 'mjml MJML 2'],
    [{ mjml: mjml('<mj-button href="javascript:alert(1)">x</mj-button>') }, 'mjml MJML 2'],
    [{ mjml: 'hello' }, 'mjml MJML -'],
    [{ text: 'no way out' }, 'text MISSING_UNSUBSCRIBE_LINK -'],
    [{ mjml: mjml('<mj-text>no way out</mj-text>') }, 'mjml MISSING_UNSUBSCRIBE_LINK -'],
    [{ text: '{% for i in (1..99999999) %}x{% endfor %}{{ unsubscribeUrl }}' }, 'text DOES_NOT_RENDER'],
  ])('refuses %j', async (change, wanted) => {
    expect((await problemsOf(change)).join('; ')).toContain(wanted);
  });

  it('wants amounts to be formatted, and no unsubscribing from messages nobody can switch off', async () => {
    const paid = { ...place, kind: 'order-paid' } as never;
    expect(await problemsOf({ subject: '{{ amount }}', text: 'x', mjml: null }, paid)).toEqual([
      'subject AMOUNT_WITHOUT_FORMAT -',
    ]);
    expect(await problemsOf({ subject: '{{ amount | money }}', text: 'x', mjml: null }, paid)).toEqual([]);
  });

  it('has no MJML for other channels', async () => {
    expect(await problemsOf({ text: 'x' }, { ...place, channel: 'SMS' } as never)).toContain('mjml NOT_FOR_CHANNEL -');
  });
});

describe('the texts that ship with the market', () => {
  it('are there for every workflow, and for nothing else', () => {
    expect([...templateKinds].sort()).toEqual([...workflows.keys()].sort());
  });

  it.each(templateKinds)(
    '%s would pass as published ones, and its mail is compiled from what it says now',
    async (kind) => {
      for (const locale of templateLocales)
        for (const channel of ['IN_APP', ...outboundChannels] as const) {
          const checked = await checkTemplate({ kind, channel, locale }, builtInSource(kind, channel, locale));
          expect(checked.problems, `${channel} ${locale}`).toEqual([]);
          if (channel === 'EMAIL') expect(checked).toMatchObject({ html: builtInHtml(kind, locale) });
        }
    },
  );

  it.each(templateKinds)('%s reads well with every fact and with the barest', (kind) => {
    const { full, bare } = sampleFacts(factsOfKind(kind, 'EMAIL') ?? []);
    for (const locale of templateLocales)
      for (const facts of [full, bare]) {
        const at = { kind, channel: 'EMAIL', locale } as const;
        const html = builtInHtml(kind, locale);
        const written = fillTemplate(at, { versionId: null, ...builtInSource(kind, 'EMAIL', locale), html }, facts);
        const all = `${written.subject} ${written.text} ${written.html}`;
        expect(all).not.toMatch(/undefined|\bnull\b|NaN|\{\{|\[object/);
        expect(written.subject).not.toBe('');
        expect(/[а-яё]/i.test(written.subject)).toBe(locale === 'ru');
      }
  });
});
