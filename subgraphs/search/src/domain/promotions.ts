/** A merchandising rule that holds. */
export interface Rule {
  readonly productId: string;
  readonly action: 'PIN' | 'HIDE' | 'BOOST';
  /** Of a pinned product, from 1. */
  readonly position: number | null;
}

/** Products by what rules say of them; the first rule of a product counts, hiding before all. */
export const sortRules = (rules: readonly Rule[]) => {
  const hidden = new Set(rules.filter(({ action }) => action === 'HIDE').map(({ productId }) => productId));
  const rest = new Map<string, Rule>();
  for (const rule of rules)
    if (!hidden.has(rule.productId) && !rest.has(rule.productId)) rest.set(rule.productId, rule);
  const pinned = [...rest.values()].filter(({ action }) => action === 'PIN');
  const boosted = [...rest.values()].filter(({ action }) => action === 'BOOST');
  return { hiddenIds: [...hidden], pinned, boostedIds: boosted.map(({ productId }) => productId) };
};

/**
 * Places (from 0) of promoted products: pins at their position or the next free one, boosted products in the first free
 * places. Only products in `shown` get one.
 */
export const placePromoted = (
  pinned: readonly Rule[],
  boostedIds: readonly string[],
  shown: ReadonlySet<string>,
): Map<number, string> => {
  const places = new Map<number, string>();
  const takeFrom = (start: number, productId: string) => {
    let place = start;
    while (places.has(place)) place += 1;
    places.set(place, productId);
  };
  for (const { productId, position } of [...pinned].sort((a, b) => (a.position ?? 1) - (b.position ?? 1)))
    if (shown.has(productId)) takeFrom((position ?? 1) - 1, productId);
  for (const productId of boostedIds) if (shown.has(productId)) takeFrom(0, productId);
  return places;
};

/** How many of the engine's own hits stand before `offset`. */
export const engineOffset = (offset: number, places: ReadonlyMap<number, string>): number =>
  offset - [...places.keys()].filter((place) => place < offset).length;

/**
 * One page: the engine's hits with the promoted ones at their places. Promoted products whose place lies behind the last
 * hit close the list.
 */
export const mergePage = <H>(input: {
  readonly offset: number;
  readonly limit: number;
  readonly places: ReadonlyMap<number, H>;
  /** The engine's hits from {@link engineOffset} on, at least as many as the page takes. */
  readonly hits: readonly H[];
  readonly engineTotal: number;
}): { readonly hit: H; readonly promoted: boolean }[] => {
  const { offset, limit, hits, engineTotal } = input;
  const effective = new Map(
    [...input.places]
      .sort(([first], [second]) => first - second)
      .map(([place, hit], index): [number, H] => [Math.min(place, engineTotal + index), hit]),
  );
  const page: { hit: H; promoted: boolean }[] = [];
  let next = 0;
  for (let place = offset; place < offset + limit; place += 1) {
    const promoted = effective.get(place);
    const hit = promoted ?? hits[next];
    if (hit === undefined) break;
    if (promoted === undefined) next += 1;
    page.push({ hit, promoted: promoted !== undefined });
  }
  return page;
};
