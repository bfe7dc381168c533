/** Languages every message is written in; other readers get English. */
export type Language = 'en' | 'ru';

/** What a message is about; kept as text in the database. */
export type Category = 'ACCOUNT' | 'PURCHASES' | 'SALES' | 'STOCK' | 'VIDEOS';

/** Facts a text is made of; all of them survive JSON. */
export type Params = Readonly<Record<string, string | number | null>>;

/** One message in one language. */
export interface Text {
  readonly title: string;
  readonly text: string;
}

/** A kind of message: where it appears and what it says. */
export interface MessageKind {
  /** Stable name, e.g. `order-shipped`. */
  readonly kind: string;
  readonly category: Category;
  /** `app` keeps it in the person's list; `email` sends it. */
  readonly channels: readonly ('app' | 'email')[];
  /** True when the e-mail carries a secret link that identity mints at the moment of sending. */
  readonly needsLink?: boolean;
  readonly write: Readonly<Record<Language, (params: Params) => Text>>;
}

/** The language a reader gets for a BCP 47 tag. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().split('-')[0] === 'ru' ? 'ru' : 'en');
