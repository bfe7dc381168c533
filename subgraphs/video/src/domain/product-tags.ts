import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';

/** A tag as somebody wants it. */
export interface WantedTag {
  readonly productId: string;
  readonly variantId: string | null;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly x: number | null;
  readonly y: number | null;
}

/** A product as catalog knows it. */
export interface KnownProduct {
  readonly productId: string;
  readonly shopId: string;
  readonly variantIds: readonly string[];
}

export const maxTags = 50;
/** Durations are measured from frames and shown rounded, so a tag may end this much after the end. */
const toleranceSeconds = 0.5;

const at = (index: number, field: string) => ['tags', String(index), field];

const checkTimes = ({ startSeconds, endSeconds }: WantedTag, index: number, durationSeconds: number): Refusal[] => {
  if (!(startSeconds >= 0 && startSeconds < durationSeconds))
    return [
      plainRefusal(
        'TIME_OUT_OF_RANGE',
        at(index, 'startSeconds'),
        `A tag begins between 0 and ${durationSeconds} seconds.`,
      ),
    ];
  if (!(endSeconds > startSeconds))
    return [
      plainRefusal('TIME_OUT_OF_RANGE', at(index, 'endSeconds'), 'A tag ends after it begins; give a later second.'),
    ];
  if (endSeconds > durationSeconds + toleranceSeconds)
    return [
      plainRefusal(
        'TIME_OUT_OF_RANGE',
        at(index, 'endSeconds'),
        `The video ends at ${durationSeconds} seconds; the tag must end by then.`,
      ),
    ];
  return [];
};

const onPicture = (value: number): boolean => value >= 0 && value <= 1;

const checkPlace = ({ x, y }: WantedTag, index: number): Refusal[] => {
  if (x === null && y === null) return [];
  if (x === null || y === null)
    return [
      plainRefusal(
        'INCOMPLETE_PLACE',
        at(index, x === null ? 'x' : 'y'),
        'A place has both x and y; give both or neither.',
      ),
    ];
  const wrong = !onPicture(x) ? 'x' : !onPicture(y) ? 'y' : null;
  return wrong
    ? [plainRefusal('PLACE_OUT_OF_RANGE', at(index, wrong), 'A place is between 0 and 1, as a share of the picture.')]
    : [];
};

const checkGoods = (
  tag: WantedTag,
  index: number,
  shopId: string,
  products: ReadonlyMap<string, KnownProduct>,
): Refusal[] => {
  const product = products.get(tag.productId);
  // Another shop's product looks like one that is not there.
  if (product?.shopId !== shopId)
    return [
      plainRefusal(
        'PRODUCT_NOT_FOUND',
        at(index, 'productId'),
        'This shop has no such product; choose one of its own.',
      ),
    ];
  if (tag.variantId !== null && !product.variantIds.includes(tag.variantId))
    return [
      plainRefusal(
        'VARIANT_NOT_FOUND',
        at(index, 'variantId'),
        'That product has no such variant; choose one of its own or leave it out.',
      ),
    ];
  return [];
};

/**
 * Checks all tags of a video of that length and shop, and says everything that is wrong at once. Refusals: TOO_MANY_TAGS,
 * TIME_OUT_OF_RANGE, INCOMPLETE_PLACE, PLACE_OUT_OF_RANGE, PRODUCT_NOT_FOUND, VARIANT_NOT_FOUND.
 */
export const checkTags = (
  tags: readonly WantedTag[],
  { shopId, durationSeconds }: { readonly shopId: string; readonly durationSeconds: number },
  products: readonly KnownProduct[],
): Result<readonly WantedTag[], Refusal> => {
  if (tags.length > maxTags)
    return refuse(
      plainRefusal('TOO_MANY_TAGS', ['tags'], `A video takes at most ${maxTags} tags; these are ${tags.length}.`),
    );
  const byId = new Map(products.map((product) => [product.productId, product]));
  const [first, ...rest] = tags.flatMap((tag, index) => [
    ...checkTimes(tag, index, durationSeconds),
    ...checkPlace(tag, index),
    ...checkGoods(tag, index, shopId, byId),
  ]);
  return first ? refuse(first, ...rest) : ok(tags);
};
