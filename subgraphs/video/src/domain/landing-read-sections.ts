import { isId, newId } from '@vitrina/platform/ids';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { type LandingSection, maxSections, type SectionContent, type SectionKind } from './landing-document.ts';

type Maybe<T> = T | null | undefined;

/** Sections as a client sends them: exactly one kind each. */
export interface SectionInput {
  readonly id?: Maybe<string>;
  readonly headline?: Maybe<string>;
  readonly heroVideo?: Maybe<{ videoId?: Maybe<string>; subheadline?: Maybe<string>; ctaLabel?: Maybe<string> }>;
  readonly productGrid?: Maybe<{ productIds: readonly string[] }>;
  readonly text?: Maybe<{ body: string }>;
  readonly gallery?: Maybe<{ imageIds: readonly string[] }>;
  readonly reviews?: Maybe<{ quotes: readonly { author: string; text: string; rating?: Maybe<number> }[] }>;
  readonly countdown?: Maybe<{ endsAt?: Maybe<Date>; endedText: string }>;
  readonly faq?: Maybe<{ items: readonly { question: string; answer: string }[] }>;
  readonly cta?: Maybe<{ label: string; productId?: Maybe<string>; url?: Maybe<string> }>;
}

const kinds: readonly SectionKind[] = [
  'heroVideo',
  'productGrid',
  'text',
  'gallery',
  'reviews',
  'countdown',
  'faq',
  'cta',
];

/** Most entries of the lists within sections. */
const listLimits = { products: 24, images: 12, quotes: 12, questions: 30 } as const;

const notAnId = (prefix: string): string => `This is not an identifier of the form \`${prefix}_…\`.`;

/** Collects refusals while values are read, so that a form can show every mistake at once. */
class Reader {
  readonly refusals: Refusal[];
  readonly #path: readonly string[];

  constructor(path: readonly string[], refusals: Refusal[] = []) {
    this.#path = path;
    this.refusals = refusals;
  }

  below(...path: readonly string[]): Reader {
    return new Reader([...this.#path, ...path], this.refusals);
  }

  refuse(code: string, field: readonly string[], message: string): void {
    this.refusals.push(plainRefusal(code, [...this.#path, ...field], message));
  }

  text(field: string, value: Maybe<string>, max: number, options: { min?: number; lines?: boolean } = {}): string {
    const read = readText(value ?? '', { field: [...this.#path, field], min: options.min ?? 0, max, ...options });
    if (read.ok) return read.value;
    this.refusals.push(...read.refusals);
    return '';
  }

  optional(field: string, value: Maybe<string>, max: number): string | null {
    return this.text(field, value, max) || null;
  }

  id(field: string, value: Maybe<string>, prefix: string): string | null {
    if (value && !isId(value, prefix)) this.refuse('ID_NOT_VALID', [field], notAnId(prefix));
    return value || null;
  }

  ids(field: string, values: readonly string[], prefix: string, max: number): string[] {
    if (values.length > max)
      this.refuse('TOO_MANY_ENTRIES', [field], `There are ${values.length} entries; use at most ${max}.`);
    values.forEach((value, index) => {
      if (!isId(value, prefix)) this.refuse('ID_NOT_VALID', [field, String(index)], notAnId(prefix));
    });
    return [...new Set(values)];
  }

  list<T, R>(field: string, values: readonly T[], max: number, read: (value: T, at: Reader) => R): R[] {
    if (values.length > max)
      this.refuse('TOO_MANY_ENTRIES', [field], `There are ${values.length} entries; use at most ${max}.`);
    return values.slice(0, max).map((value, index) => read(value, this.below(field, String(index))));
  }
}

const readAddress = (url: Maybe<string>, at: Reader): string | null => {
  if (!url) return null;
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'https:' && url.length <= 2_000 && !parsed.username) return parsed.toString();
  at.refuse('URL_NOT_VALID', ['url'], 'Use a whole https address, such as https://example.com/offer.');
  return null;
};

const readCta = (cta: NonNullable<SectionInput['cta']>, at: Reader): SectionContent => {
  if (cta.productId && cta.url)
    at.refuse('ONE_TARGET_ONLY', [], 'A call to act leads to a product or to an address; leave one of them out.');
  return {
    kind: 'cta',
    label: at.text('label', cta.label, 40, { min: 1 }),
    productId: at.id('productId', cta.productId, 'prd'),
    url: readAddress(cta.url, at),
  };
};

const readRating = (rating: Maybe<number>, at: Reader): number | null => {
  if (rating == null) return null;
  if (rating < 1 || rating > 5) at.refuse('OUT_OF_RANGE', ['rating'], 'Give 1 to 5 stars, or leave them out.');
  return rating;
};

/** One reader per kind; each gives what is kept, and notes mistakes on the way. */
const readers: { readonly [K in SectionKind]: (given: NonNullable<SectionInput[K]>, at: Reader) => SectionContent } = {
  heroVideo: (given, at) => ({
    kind: 'heroVideo',
    videoId: at.id('videoId', given.videoId, 'vid'),
    subheadline: at.optional('subheadline', given.subheadline, 200),
    ctaLabel: at.optional('ctaLabel', given.ctaLabel, 40),
  }),
  productGrid: ({ productIds }, at) => ({
    kind: 'productGrid',
    productIds: at.ids('productIds', productIds, 'prd', listLimits.products),
  }),
  text: ({ body }, at) => ({ kind: 'text', body: at.text('body', body, 10_000, { lines: true }) }),
  gallery: ({ imageIds }, at) => ({
    kind: 'gallery',
    imageIds: at.ids('imageIds', imageIds, 'vli', listLimits.images),
  }),
  reviews: ({ quotes }, at) => ({
    kind: 'reviews',
    quotes: at.list('quotes', quotes, listLimits.quotes, ({ author, text, rating }, quote) => ({
      author: quote.text('author', author, 80, { min: 1 }),
      text: quote.text('text', text, 1_000, { min: 1, lines: true }),
      rating: readRating(rating, quote),
    })),
  }),
  countdown: ({ endsAt, endedText }, at) => ({
    kind: 'countdown',
    endsAt: endsAt?.toISOString() ?? null,
    endedText: at.text('endedText', endedText, 200, { min: 1 }),
  }),
  faq: ({ items }, at) => ({
    kind: 'faq',
    items: at.list('items', items, listLimits.questions, ({ question, answer }, item) => ({
      question: item.text('question', question, 200, { min: 1 }),
      answer: item.text('answer', answer, 2_000, { min: 1, lines: true }),
    })),
  }),
  cta: readCta,
};

const readSection = (input: SectionInput, known: ReadonlySet<string>, at: Reader): LandingSection | undefined => {
  const [kind, ...more] = kinds.filter((name) => input[name] != null);
  if (!kind || more.length > 0) {
    at.refuse('ONE_KIND_ONLY', [], 'Fill in exactly one kind of section, such as `text` or `productGrid`.');
    return undefined;
  }
  if (input.id && !known.has(input.id))
    at.refuse('SECTION_NOT_FOUND', ['id'], 'This page has no such section; leave the id out for a new one.');
  const read = readers[kind] as (given: unknown, at: Reader) => SectionContent;
  return {
    ...read(input[kind], at.below(kind)),
    id: input.id ?? newId('vls'),
    headline: at.optional('headline', input.headline, 120),
  };
};

/**
 * Reads the sections of a draft. `known` are the section ids the page has already; sections without an id get a new one.
 * Drafts may be unfinished (what is missing shows as problems), but nothing malformed is kept. Refusals name the path of
 * each mistake: `ONE_KIND_ONLY`, `SECTION_NOT_FOUND`, `DUPLICATE_SECTION`, `TOO_MANY_SECTIONS`, `TOO_MANY_ENTRIES`,
 * `ID_NOT_VALID`, `URL_NOT_VALID`, `ONE_TARGET_ONLY`, `OUT_OF_RANGE`, `TEXT_REQUIRED`, `TEXT_TOO_LONG`.
 */
export const readSections = (
  inputs: readonly SectionInput[],
  known: ReadonlySet<string>,
): Result<readonly LandingSection[], Refusal> => {
  const reader = new Reader(['sections']);
  if (inputs.length > maxSections)
    reader.refuse(
      'TOO_MANY_SECTIONS',
      [],
      `A page has at most ${maxSections} sections; take ${inputs.length - maxSections} away.`,
    );
  const seen = new Set<string>();
  const sections = inputs.slice(0, maxSections).flatMap((input, index) => {
    const at = reader.below(String(index));
    if (input.id && seen.has(input.id))
      at.refuse('DUPLICATE_SECTION', ['id'], 'This section stands in the page twice; leave its second id out.');
    if (input.id) seen.add(input.id);
    return readSection(input, known, at) ?? [];
  });
  const [first, ...rest] = reader.refusals;
  return first ? refuse(first, ...rest) : ok(sections);
};
