import type { Channel } from '../channel.ts';

/** Languages templates are written in. A reader of another language gets English. */
export type TemplateLocale = 'en' | 'ru';
export const templateLocales = ['en', 'ru'] as const satisfies readonly TemplateLocale[];

/** An amount as a fact; templates write it by `{{ total | money }}` in the reader's language. */
export interface MoneyFact {
  /** Minor units as a string, as events carry them. */
  readonly amountMinor: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** A name that reads differently in each language; templates get it in the reader's, or else in English. */
export interface NameFact {
  /** By the language of a BCP 47 tag, e.g. `ru`. */
  readonly inLanguages: Readonly<Record<string, string>>;
}

/** One thing a template may know. Instants are ISO 8601 strings; everything survives JSON. */
export type FactValue =
  | string
  | number
  | boolean
  | null
  | MoneyFact
  | NameFact
  | readonly FactValue[]
  | { readonly [name: string]: FactValue };

/**
 * What a template is filled with: the facts of its kind (`facts.ts`) as they are at the moment of sending, and for
 * EMAIL `unsubscribeUrl` (null in mandatory categories).
 */
export type Facts = Readonly<Record<string, FactValue>>;

/** A finished message. */
export interface Rendered {
  /** One line: subject of a mail, title elsewhere. */
  readonly subject: string;
  readonly text: string;
  /** E-mails only. */
  readonly html?: string | undefined;
  /** What it is written in, which may be another language than was asked for. */
  readonly locale: TemplateLocale;
  /** `tpv_…` of the published version, or null when the text that ships with the market was used. */
  readonly versionId: string | null;
}

/**
 * Writes a message. The published version of (kind, channel, locale) is taken, or else the text that ships with the
 * market in that language; readers of a language nobody writes get English. A published version that fails on today's
 * facts is logged and the shipped text is used, so that no message waits for an editor. Throws for an unknown kind.
 */
export type RenderTemplate = (kind: string, channel: Channel, locale: string, facts: Facts) => Promise<Rendered>;
