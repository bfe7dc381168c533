import type { Params } from '../message.ts';

/** What everybody may see of a variant now. */
export interface GoodsNews {
  readonly variantId: string;
  /** What people call it, its options included, by language. */
  readonly titles: Readonly<Record<string, string>>;
  /** Units that can be bought. */
  readonly available: number;
}

/** What a message tells of: facts of its events, and how many there were, which may be more than were read. */
export interface About {
  readonly all: readonly Params[];
  readonly count: number;
}

/** A message names so many goods, those with the least left; the rest is a number. */
const mostNamed = 10;

/**
 * What a message says of goods: each once, however often it was in the news, with what is left of it now, and those alone
 * of which it is still so. Undefined when it is so of none. Events of before goods were named are counted and not named.
 */
export const tellGoods = (
  { all, count }: About,
  goods: ReadonlyMap<string, GoodsNews>,
  isStillSo: (one: GoodsNews) => boolean,
): Params | undefined => {
  const named = all.flatMap(({ variantId }) => (typeof variantId === 'string' ? [variantId] : []));
  const ids = [...new Set(named)];
  const still = ids
    .flatMap((id) => goods.get(id) ?? [])
    .filter(isStillSo)
    .sort((one, other) => one.available - other.available);
  const left = count - named.length + still.length;
  const shown = Math.min(still.length, mostNamed);
  const [first] = still;
  if (left <= 0) return undefined;
  return {
    count: left,
    lines: still.slice(0, shown).map(({ titles, available }) => ({ title: { inLanguages: titles }, available })),
    more: shown === 0 ? 0 : left - shown,
    // Several things are not one to be opened.
    subjectId: left === 1 && first ? first.variantId : null,
    ...(first && { available: first.available }),
  };
};
