import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { readText } from '@vitrina/platform/text';
import { type LocalisedText, readTexts } from './localised.ts';
import { outOfRange, slugNotValid } from './refusals.ts';

/** The fields of a shop people edit; each is optional, so that a change says only what it is about. */
export interface ShopFields {
  readonly name?: string | null | undefined;
  readonly descriptions?: readonly LocalisedText[] | null | undefined;
  readonly returnWindowDays?: number | null | undefined;
  readonly lowStockThreshold?: number | null | undefined;
  readonly acceptsOrders?: boolean | null | undefined;
  readonly cancellationWindowMinutes?: number | null | undefined;
}

/** Checked fields: those that were given. */
export interface ShopChange {
  name?: string;
  descriptions?: readonly LocalisedText[];
  returnWindowDays?: number;
  lowStockThreshold?: number;
  acceptsOrders?: boolean;
  cancellationWindowMinutes?: number;
}

const slugForm = /^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Upper ends of the numbers; all start at 0. */
const ranges = { returnWindowDays: 365, lowStockThreshold: 100_000, cancellationWindowMinutes: 1_440 } as const;

/** Checks a name in addresses. */
export const readSlug = (slug: string): Result<string, Refusal> =>
  slugForm.test(slug) ? ok(slug) : refuse(slugNotValid());

/** Checks the fields that were given, and names every mistake at once. */
export const readShopFields = (fields: ShopFields): Result<ShopChange, Refusal> => {
  const change: ShopChange = {};
  const refusals: Refusal[] = [];
  if (fields.name != null) {
    const name = readText(fields.name, { field: ['name'], min: 1, max: 80 });
    if (name.ok) change.name = name.value;
    else refusals.push(...name.refusals);
  }
  if (fields.descriptions != null) {
    const texts = readTexts(fields.descriptions, { field: 'descriptions', atLeast: 0, maxLength: 2_000, lines: true });
    if (texts.ok) change.descriptions = texts.value;
    else refusals.push(...texts.refusals);
  }
  for (const [key, max] of Object.entries(ranges) as [keyof typeof ranges, number][]) {
    const value = fields[key];
    if (value == null) continue;
    if (value < 0 || value > max) refusals.push(outOfRange([key], 0, max));
    else change[key] = value;
  }
  if (fields.acceptsOrders != null) change.acceptsOrders = fields.acceptsOrders;
  const [first, ...rest] = refusals;
  return first ? refuse(first, ...rest) : ok(change);
};
