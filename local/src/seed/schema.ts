import { z } from 'zod';

/** Folder names of the real data sets a row may come from; LICENCES.md has one section for each. */
export const PRODUCT_SOURCES = [
  'amazon-google',
  'commerceml-1c-ru',
  'goodbooks-10k',
  'saleor-sample',
  'spree-sample-products',
] as const;

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const languageTag = z.string().regex(/^[a-z]{2,3}$/);
const minorAmount = z.int().nonnegative();
const localizedText = z.record(languageTag, z.string().min(1));

/** One category of Google's product taxonomy; parents always precede their children in the file. */
export const taxonomyRow = z.strictObject({
  googleId: z.int().positive(),
  parentGoogleId: z.int().positive().nullable(),
  nameEn: z.string().min(1),
  nameRu: z.string().min(1),
  slug,
});
export type TaxonomyRow = z.infer<typeof taxonomyRow>;

/** A rate holds for the listed countries; `['ROW']` is the rest of the world. Amounts in minor units of the shop's currency. */
const deliveryRate = z.strictObject({
  countries: z.array(z.union([countryCode, z.literal('ROW')])).min(1),
  priceMinor: minorAmount,
  freeFromMinor: minorAmount.optional(),
  minDays: z.int().nonnegative(),
  maxDays: z.int().nonnegative(),
});

export const deliveryMethod = z.strictObject({
  code: slug,
  kind: z.enum(['COURIER', 'POST', 'PICKUP']),
  nameEn: z.string().min(1),
  nameRu: z.string().min(1),
  rates: z.array(deliveryRate).min(1),
});
export type DeliveryMethod = z.infer<typeof deliveryMethod>;

/** A shop of the demo market. The identity is invented; the goods it sells are not. */
export const shopRow = z.strictObject({
  slug,
  name: z.string().min(1),
  descriptionEn: z.string().min(1),
  descriptionRu: z.string().min(1),
  country: countryCode,
  city: z.string().min(1),
  region: z.string().optional(),
  postalCode: z.string().optional(),
  defaultCurrency: currency,
  locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/),
  deliveryMethods: z.array(deliveryMethod).min(1),
});
export type ShopRow = z.infer<typeof shopRow>;

/** What an attribute code means, and the categories whose products carry it. */
export const attributeRow = z.strictObject({
  code: slug,
  nameEn: z.string().min(1),
  nameRu: z.string().min(1),
  kind: z.enum(['TEXT', 'NUMBER']),
  unit: z.string().optional(),
  categoryGoogleIds: z.array(z.int().positive()).min(1),
});
export type AttributeRow = z.infer<typeof attributeRow>;

const variantRow = z.strictObject({
  sku: z.string().min(1).max(64),
  options: z.record(slug, z.string().min(1)),
  priceMinor: z.int().positive(),
  currency,
  compareAtMinor: z.int().positive().optional(),
  onHand: z.int().nonnegative(),
});
export type VariantRow = z.infer<typeof variantRow>;

/**
 * One product of one shop. `titles` and `descriptions` are keyed by ISO 639 language as the source has them, never
 * machine-translated; `language` names the key to show when the reader's language is missing. `derived` lists the
 * fields that the source does not hold (`price`, `stock`, `brand` …), so nobody mistakes them for real ones.
 */
export const productRow = z.strictObject({
  externalId: z.string().min(1).max(64),
  shopSlug: slug,
  source: z.enum(PRODUCT_SOURCES),
  language: languageTag,
  titles: localizedText,
  descriptions: localizedText,
  brand: z.string().min(1).optional(),
  gtin: z
    .string()
    .regex(/^\d{13}$/)
    .optional(),
  categoryGoogleId: z.int().positive(),
  attributes: z.array(z.strictObject({ code: slug, values: z.array(z.string().min(1)).min(1) })),
  optionAxes: z.array(z.strictObject({ code: slug, values: z.array(z.string().min(1)).min(1) })),
  variants: z.array(variantRow).min(1),
  images: z.array(z.string().min(1)),
  derived: z.array(z.enum(['price', 'stock', 'brand', 'language', 'platform', 'grouping', 'row'])),
});
export type ProductRow = z.infer<typeof productRow>;

/**
 * A search question with the goods that answer it, written from the goods before any engine existed. It is answered
 * when one of the first `withinTop` hits is a product of `anyOfExternalIds`, has a title (in any language, case
 * ignored) matching the regular expression `titleMatches`, or is in category `categoryGoogleId`. `walk` marks the three
 * questions of the README's walk.
 */
export const seedQuery = z.strictObject({
  id: slug,
  query: z.string().min(1),
  language: z.enum(['en', 'ru']),
  kind: z.enum([
    'word',
    'inflected',
    'transliteration',
    'keyboard-layout',
    'misspelling',
    'brand-and-type',
    'category',
    'title',
    'author',
    'cross-seller',
  ]),
  expect: z
    .strictObject({
      anyOfExternalIds: z.array(z.string().min(1)).min(1).optional(),
      titleMatches: z.string().min(1).optional(),
      categoryGoogleId: z.int().positive().optional(),
      withinTop: z.int().positive(),
    })
    .refine((expect) => expect.anyOfExternalIds || expect.titleMatches || expect.categoryGoogleId, {
      message: 'expect needs anyOfExternalIds, titleMatches or categoryGoogleId',
    }),
  why: z.string().min(1),
  walk: z.boolean().optional(),
});
export type SeedQuery = z.infer<typeof seedQuery>;
