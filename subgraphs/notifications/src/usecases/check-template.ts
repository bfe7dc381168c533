import type { TemplateSource } from '../clients/templates/built-in.ts';
import {
  LiquidFailure,
  type LiquidProblem,
  type ParsedLiquid,
  parseLiquid,
  renderLiquid,
  unknownVariables,
} from '../clients/templates/liquid.ts';
import { compileMjml } from '../clients/templates/mjml.ts';
import { isMandatory } from '../domain/preferences/categories.ts';
import type { Facts } from '../domain/template/contract.ts';
import { type FactDefinition, factsOfKind, sampleFacts } from '../domain/template/facts.ts';
import { maxCharacters, type TemplatePlace } from '../domain/template/place.ts';
import { workflows } from '../domain/workflows/index.ts';

/** One thing that is wrong with a template: which part, where in it, and what to do. */
export interface TemplateProblem extends LiquidProblem {
  readonly field: 'subject' | 'text' | 'mjml';
  readonly code: string;
}

/** A template that may be published, with its MJML compiled; or what speaks against it. */
export type Checked =
  | { readonly ok: true; readonly problems: readonly []; readonly html: string | null }
  | { readonly ok: false; readonly problems: readonly [TemplateProblem, ...TemplateProblem[]] };

type Field = TemplateProblem['field'];

const nowhere = { line: null, column: null } as const;
const problem = (field: Field, code: string, message: string): TemplateProblem => ({
  field,
  code,
  message,
  ...nowhere,
});

/** Runs one step of the check; what it throws about the template becomes a problem. */
const attempt = <T>(field: Field, code: string, problems: TemplateProblem[], step: () => T): T | undefined => {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof LiquidFailure)) throw error;
    problems.push({ ...error.problem, field, code });
    return undefined;
  }
};

/** Reads one part: syntax, tags, filters and the names of variables. */
const readPart = (field: Field, source: string, known: ReadonlySet<string>, problems: TemplateProblem[]) => {
  const parsed = attempt(field, 'SYNTAX', problems, () => parseLiquid(source, field === 'mjml' ? 'html' : 'text'));
  const unknown = parsed ? unknownVariables(parsed, known) : [];
  problems.push(...unknown.map((found) => ({ ...found, field, code: 'UNKNOWN_VARIABLE' })));
};

const limitOf = (field: Field): number => maxCharacters[field === 'mjml' ? 'html' : field];

/** Writes a part for a reader who has every fact and for one who has the barest. */
const tryPart = (
  field: Field,
  parsed: ParsedLiquid,
  samples: { readonly full: Facts; readonly bare: Facts },
  { locale }: TemplatePlace,
  problems: TemplateProblem[],
): string => {
  const options = { locale, maxCharacters: limitOf(field) };
  const [full = ''] = [samples.full, samples.bare].map((facts) =>
    attempt(field, 'DOES_NOT_RENDER', problems, () => renderLiquid(parsed, facts, options)),
  );
  if (full.includes('[object Object]'))
    problems.push(
      problem(field, 'AMOUNT_WITHOUT_FORMAT', 'An amount is written by the filter money: {{ total | money }}.'),
    );
  return full;
};

/** A mail that can be unsubscribed from has to say where, in both parts. */
const unsubscribeProblems = (field: Field, written: string, facts: Facts): readonly TemplateProblem[] =>
  written.includes(String(facts['unsubscribeUrl']))
    ? []
    : [
        problem(
          field,
          'MISSING_UNSUBSCRIBE_LINK',
          'Messages of this category can be switched off: put {{ unsubscribeUrl }} into the text and the MJML.',
        ),
      ];

const emptyProblems = ({ subject, text, mjml }: TemplateSource, { channel }: TemplatePlace): TemplateProblem[] => [
  ...(subject.trim() === ''
    ? [problem('subject', 'MISSING_SUBJECT', 'Every message has a subject: the title of a push, the line in the list.')]
    : []),
  ...(text.trim() === ''
    ? [problem('text', 'MISSING_PLAIN_TEXT', 'Every message has a plain text, mails beside their HTML too.')]
    : []),
  ...(mjml !== null && channel !== 'EMAIL'
    ? [problem('mjml', 'NOT_FOR_CHANNEL', 'MJML is for e-mail alone; leave it out.')]
    : []),
];

interface Parts {
  readonly source: TemplateSource;
  readonly place: TemplatePlace;
  readonly definitions: readonly FactDefinition[];
  readonly html: string | null;
}

/** Everything that shows only when a template is written. */
const tryAll = ({ source, place, definitions, html }: Parts): readonly TemplateProblem[] => {
  const problems: TemplateProblem[] = [];
  const samples = sampleFacts(definitions);
  const category = workflows.get(place.kind)?.category;
  const optional = place.channel === 'EMAIL' && category !== undefined && !isMandatory(category);
  const parts: readonly (readonly [Field, string | null])[] = [
    ['subject', source.subject],
    ['text', source.text],
    ['mjml', html],
  ];
  for (const [field, part] of parts) {
    if (part === null) continue;
    const parsed = attempt(field, 'SYNTAX', problems, () => parseLiquid(part, field === 'mjml' ? 'html' : 'text'));
    if (!parsed) continue;
    const written = tryPart(field, parsed, samples, place, problems);
    if (optional && field !== 'subject') problems.push(...unsubscribeProblems(field, written, samples.full));
  }
  return problems;
};

/**
 * Finds everything that could go wrong with a template when it is sent: what cannot be read, variables nobody gives,
 * MJML that does not compile, what cannot be written with the barest facts, and links the law wants to be there.
 */
export const checkTemplate = async (place: TemplatePlace, source: TemplateSource): Promise<Checked> => {
  const definitions = factsOfKind(place.kind, place.channel) ?? [];
  const known = new Set(definitions.map(({ name }) => name));
  const problems = emptyProblems(source, place);
  for (const [field, part] of Object.entries(source) as [Field, string | null][])
    if (part !== null) readPart(field, part, known, problems);
  const compiled = source.mjml === null || place.channel !== 'EMAIL' ? { html: null } : await compileMjml(source.mjml);
  if ('problems' in compiled)
    problems.push(...compiled.problems.map((found) => ({ ...found, field: 'mjml' as const, code: 'MJML' })));
  const html = 'html' in compiled ? compiled.html : null;
  if (problems.length === 0) problems.push(...tryAll({ source, place, definitions, html }));
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, problems: [], html };
};
