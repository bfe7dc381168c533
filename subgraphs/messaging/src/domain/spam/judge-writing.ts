import { otherSide, type Side } from '../sides.ts';
import type { SpamFacts, Verdict } from './contract.ts';
import { judgeText } from './judge-text.ts';

/** What the operator tells the filter. */
export type FilterLists = Pick<SpamFacts, 'linksAllowedHosts' | 'flaggedWords'>;

/** A text by the same author that reads the same, written lately (see `fingerprintOf`). */
export interface Twin {
  readonly authorId: string;
  readonly conversationId: string;
  readonly fingerprint: string;
}

/** A text on its way into a conversation, with all that is known about it there: one that is sent, or one that takes another's place. */
export interface Writing {
  readonly text: string;
  readonly fingerprint: string;
  readonly authorId: string;
  readonly side: Side;
  readonly conversation: {
    readonly id: string;
    readonly lastBuyerSequence: number;
    readonly lastShopSequence: number;
  };
  /** Texts that read the same, also of others and in this conversation: those are left out here. */
  readonly twins: readonly Twin[];
  /** What the author wrote there just before, oldest first. */
  readonly earlierTexts: readonly string[];
}

/**
 * Decides about a text in its conversation: the one rule for whatever an author puts before the other side. What a verdict
 * leads to differs: a text that is sent can be held, one that others have in front of them is refused instead.
 */
export const judgeWriting = (
  { text, fingerprint, authorId, side, conversation, twins, earlierTexts }: Writing,
  lists: FilterLists,
): Verdict => {
  const elsewhere = twins.filter(
    (twin) => twin.authorId === authorId && twin.fingerprint === fingerprint && twin.conversationId !== conversation.id,
  );
  const { lastBuyerSequence, lastShopSequence } = conversation;
  const answers = otherSide(side) === 'SHOP' ? lastShopSequence : lastBuyerSequence;
  const recentTexts = elsewhere.map((twin) => twin.fingerprint);
  return judgeText(text, { recentTexts, earlierTexts, firstContact: answers === 0, side, ...lists });
};
