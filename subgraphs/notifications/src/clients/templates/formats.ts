import { formatMoney, money } from '@vitrina/platform/money';
import type { MoneyFact, TemplateLocale } from '../../domain/template/contract.ts';

/** Whom a text is written for; filters find it in their context. */
export interface Reader {
  readonly locale: TemplateLocale;
}

interface FilterScope {
  readonly context: { readonly globals: object };
}
const readerOf = ({ context }: FilterScope): Reader => (context.globals as { readonly reader: Reader }).reader;

const isMoney = (value: unknown): value is MoneyFact =>
  typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value;

/** `{{ total | money }}`: as the reader's language writes it. Rows of before hold finished texts, which stay as they are. */
function formatAmount(this: FilterScope, value: unknown): string {
  if (isMoney(value)) return formatMoney(money(BigInt(value.amountMinor), value.currency), readerOf(this).locale);
  return typeof value === 'string' ? value : '';
}

const forms: Record<TemplateLocale, readonly Intl.LDMLPluralRule[]> = {
  en: ['one', 'other'],
  ru: ['one', 'few', 'many'],
};

/** `{{ count | plural: 'order', 'orders' }}`, in Russian `'заказ', 'заказа', 'заказов'`: the form that fits the number. */
function formatPlural(this: FilterScope, value: unknown, ...words: readonly unknown[]): string {
  const { locale } = readerOf(this);
  const place = forms[locale].indexOf(new Intl.PluralRules(locale).select(Number(value)));
  return String(words[place] ?? words.at(-1) ?? '');
}

/** Filters of ours, beside Liquid's own. */
export const formats = { money: formatAmount, plural: formatPlural } as const;
