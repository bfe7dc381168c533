import type { Facts, FactValue, NameFact, TemplateLocale } from './contract.ts';

/** What a fact is, which says what a template may do with it. */
export type FactType = 'TEXT' | 'NUMBER' | 'MONEY' | 'LINK' | 'LIST';

/** One fact a kind of message has; editors see this list. */
export interface FactDefinition {
  readonly name: string;
  readonly type: FactType;
  readonly description: string;
  /** May be null: templates have to read well without it. */
  readonly optional: boolean;
  /** What templates are tried with before they are published. */
  readonly sample: FactValue;
  /** Stands in when whoever tells does not say; null when left out. */
  readonly absent?: FactValue;
}

type Rest = Omit<FactDefinition, 'name' | 'type' | 'description' | 'optional' | 'sample'>;
const fact =
  (type: FactType, optional: boolean) =>
  (name: string, description: string, sample: FactValue, rest: Rest = {}): FactDefinition => ({
    name,
    type,
    description,
    optional,
    sample,
    ...rest,
  });
const text = fact('TEXT', false);
const maybeText = fact('TEXT', true);
const count = fact('NUMBER', false);
const amountOf = fact('MONEY', false);
const link = fact('LINK', false);
/** What a digest names; empty where it tells of nothing by name. */
const list = (description: string, sample: readonly FactValue[]): FactDefinition =>
  fact('LIST', false)('lines', description, sample, { absent: [] });

const number = text('number', 'Number of the order, as people call it.', 'V-2F8K3');
const amount = amountOf('amount', 'How much was paid or comes back.', { amountMinor: '129900', currency: 'RUB' });
const url = link(
  'url',
  'Address with a secret, made at the moment of sending.',
  'https://market.example/verify-email?token=sample',
);
const howMany = count('count', 'How many events the message tells of; 1 unless a digest gathered more.', 3, {
  absent: 1,
});

const more = count('more', 'How many further ones are not among `lines`.', 2, { absent: 0 });
/** What every message about stock says of the goods it names. */
const goods = (description: string): readonly FactDefinition[] => [
  count('count', 'How many goods the message tells of.', 3, { absent: 1 }),
  list(description, [
    { title: 'Ковёр (160 × 230)', available: 1 },
    { title: 'Кресло', available: 2 },
  ]),
  count('more', 'How many further goods are not among `lines`.', 1, { absent: 0 }),
];

/** What every mail has beside the facts of its kind. */
const unsubscribeUrl = fact('LINK', true)(
  'unsubscribeUrl',
  'Page that switches this category off; absent in messages nobody can switch off.',
  'https://market.example/unsubscribe?token=sample',
);

const catalogue: Readonly<Record<string, readonly FactDefinition[]>> = {
  welcome: [text('displayName', 'Name the person signed up with.', 'Анна')],
  'email-verification': [url],
  'password-reset': [url],
  'phone-code': [text('code', 'The code to be typed in.', '402913')],
  'order-placed': [
    number,
    amountOf('total', 'What the order costs in all.', { amountMinor: '129900', currency: 'RUB' }),
  ],
  'order-paid': [amount],
  'order-shipped': [
    number,
    maybeText('carrier', 'Who delivers it.', 'СДЭК'),
    maybeText('trackingNumber', 'Number to follow it by.', 'RA123456789RU'),
  ],
  'order-delivered': [number],
  'order-cancelled': [number],
  'payment-failed': [maybeText('reason', 'Why, in English, as the bank or Stripe said it.', 'The card was declined.')],
  'payment-reminder': [number],
  'payment-refunded': [amount],
  'sale-to-ship': [
    amount,
    maybeText('number', 'Number of the newest order.', 'V-2F8K3'),
    howMany,
    list('The newest orders, at most five: `number` (may be absent) and `amount` of each.', [
      { number: 'V-2F8K3', amount: { amountMinor: '129900', currency: 'RUB' } },
      { number: null, amount: { amountMinor: '45000', currency: 'RUB' } },
    ]),
    more,
  ],
  'sale-cancelled': [number],
  'stock-low': [
    count('available', 'How many units are left of the one with the least.', 2),
    ...goods('The goods with the least left, at most ten: `title` and `available` of each.'),
  ],
  'stock-out': goods('The goods that are sold out, at most ten: `title` and `available` of each.'),
  'video-ready': [],
  'video-failed': [
    text('code', 'Why; PROCESSING_FAILED may be tried again, all others want another file.', 'UNREADABLE'),
  ],
  'message-received': [
    maybeText('authorName', 'Who wrote; absent when the shop did.', 'Борис'),
    maybeText('excerpt', 'Beginning of the newest message.', 'Здравствуйте! Когда отправите?'),
    howMany,
    list('The newest unread messages, at most five: `authorName` (absent when the shop wrote) and `excerpt` of each.', [
      { authorName: 'Борис', excerpt: 'Здравствуйте!' },
      { authorName: null, excerpt: 'Когда отправите?' },
    ]),
    more,
  ],
};

/** Every kind of message there are templates for. */
export const templateKinds: readonly string[] = Object.keys(catalogue);

/** The facts a template of this kind and channel may use; undefined for a kind nobody knows. */
export const factsOfKind = (kind: string, channel: string): readonly FactDefinition[] | undefined => {
  const own = Object.hasOwn(catalogue, kind) ? catalogue[kind] : undefined;
  return own && channel === 'EMAIL' ? [...own, unsubscribeUrl] : own;
};

/** Longer words than any message shows; whoever wrote them must not keep the message from going out. */
const longestText = 2_000;

const isName = (value: object): value is NameFact => 'inLanguages' in value;

/** A fact as this reader gets it. */
const read = (value: FactValue, locale: TemplateLocale): FactValue => {
  if (typeof value === 'string') return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isName(value)) {
    const { inLanguages } = value;
    return read(inLanguages[locale] ?? inLanguages['en'] ?? Object.values(inLanguages)[0] ?? '', locale);
  }
  return Array.isArray(value)
    ? value.map((inner) => read(inner, locale))
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner as FactValue, locale)]));
};

/**
 * Exactly the facts that are declared, in the reader's language: what is missing stands as null, and what a template has no
 * business with is left out.
 */
export const declaredFacts = (definitions: readonly FactDefinition[], given: Facts, locale: TemplateLocale): Facts =>
  Object.fromEntries(definitions.map(({ name, absent = null }) => [name, read(given[name] ?? absent, locale)]));

/** Facts to try a template with: complete ones, and the barest a reader may get. */
export const sampleFacts = (
  definitions: readonly FactDefinition[],
): { readonly full: Facts; readonly bare: Facts } => ({
  full: Object.fromEntries(definitions.map(({ name, sample }) => [name, sample])),
  bare: Object.fromEntries(
    definitions.map(({ name, optional, sample, absent }) => [name, absent ?? (optional ? null : sample)]),
  ),
});
