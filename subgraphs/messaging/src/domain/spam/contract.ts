/**
 * What the filter may answer. `HOLD` keeps the message from the other side until a person decides; `REJECT` means it
 * is not stored at all, because its author can put it right at once (or because storing it would be the harm).
 */
export type SpamOutcome = 'ALLOW' | 'HOLD' | 'REJECT';

/** Why a text was kept back. Stable codes: they are stored with held messages and told in `userErrors`. */
export type SpamCode =
  | 'PAYMENT_CARD'
  | 'BANK_ACCOUNT'
  | 'OFF_PLATFORM_PAYMENT'
  | 'PHONE'
  | 'EMAIL'
  | 'MESSENGER'
  | 'LINK'
  | 'DUPLICATE_FLOOD'
  | 'LOOKS_LIKE_SPAM'
  | 'PROFANITY';

/** Languages the sentences come in. */
export type SpamLanguage = 'ru' | 'en';

/** One thing found in a text. */
export interface SpamReason {
  readonly code: SpamCode;
  /** What this alone would lead to; a flag (`PROFANITY`) says `ALLOW` and is for moderators only. */
  readonly outcome: SpamOutcome;
  /** The piece of text it is about, at most 60 characters, for moderators; null where it must not be repeated (cards). */
  readonly excerpt: string | null;
  /** A sentence for the author that names the remedy. */
  readonly message: Readonly<Record<SpamLanguage, string>>;
}

/** What the filter decided; the outcome is the strictest of its reasons', which come strictest first. */
export interface Verdict {
  readonly outcome: SpamOutcome;
  readonly reasons: readonly SpamReason[];
}

/** What is known beside the text. */
export interface SpamFacts {
  /** Hosts of the market itself (`market.example`, without port): links to them and to what is below them are fine. */
  readonly linksAllowedHosts: readonly string[];
  /**
   * `fingerprintOf` of what the author sent lately (an hour, at most 50) in *other* conversations, one entry per
   * conversation and text. Empty fingerprints (short everyday texts) may be in it and are not counted.
   */
  readonly recentTexts: readonly string[];
  /**
   * What the author sent in this conversation just before, oldest first: a number may come in three messages. Left out or
   * empty for none.
   */
  readonly earlierTexts?: readonly string[];
  /** True while the other side has not written in this conversation: unasked-for texts are looked at more strictly. */
  readonly firstContact: boolean;
  /** Whose side the author is on; staff send the same answer to many buyers, which is no flood. */
  readonly side?: 'BUYER' | 'SHOP';
  /** Lower-case words to flag for moderators (`PROFANITY`); a flag keeps nothing back. */
  readonly flaggedWords?: ReadonlySet<string>;
}
