import { derivedStock } from '../../hash.ts';
import type { ProductRow } from '../../schema.ts';
import type { Assortment } from '../software-categories.ts';
import { assortmentOf, softwareCategory } from '../software-categories.ts';
import { tidy, toMinor } from '../text.ts';
import { openCsv } from './open.ts';

/** The two sellers of the source stay apart: an offer of the same product at the other seller is in another shop here too. */
const SHOPS: Record<string, Record<Assortment, string>> = {
  amazon: {
    creative: 'northlight-software',
    office: 'ledger-and-desk',
    systems: 'rootkey-systems',
    learning: 'bright-minds-shop',
  },
  google: {
    creative: 'pixel-harbour',
    office: 'paperclip-supply',
    systems: 'safeline-licences',
    learning: 'learn-and-play',
  },
};

/** A brand must stand in the source's brand column this often before a title that begins with it is believed. */
const MIN_BRAND_USES = 5;

/** Departments and spellings under which the sellers list one and the same maker. */
const SAME_BRAND: Record<string, string> = {
  'adobe education box': 'adobe',
  'apple computer': 'apple',
  'apple software': 'apple',
  encore: 'encore software',
  'microsoft corporation': 'microsoft',
  'microsoft licenses': 'microsoft',
  'microsoft software': 'microsoft',
  'punch ! software': 'punch software',
};

const tidyBrand = (brand: string): string => {
  const tidied = tidy(
    brand
      .replace(/-/g, ' ')
      .replace(/ \.$/, '')
      .replace(/\b(inc|ltd|llc)\b\.?$/, ''),
  );
  return SAME_BRAND[tidied] ?? tidied;
};

const knownBrands = (rows: readonly Record<string, string>[]): string[] => {
  const uses = new Map<string, number>();
  for (const row of rows) {
    const brand = tidyBrand(row.brand ?? '');
    if (brand) uses.set(brand, (uses.get(brand) ?? 0) + 1);
  }
  const often = [...uses].filter(([, count]) => count >= MIN_BRAND_USES).map(([brand]) => brand);
  return often.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
};

const platformsOf = (title: string): string[] => {
  const platforms: string[] = [];
  if (/\b(win|windows|pc|xp|vista|win\/mac|mac\/win)\b/.test(title)) platforms.push('Windows');
  if (/\b(mac|macintosh|os x)\b/.test(title)) platforms.push('Mac');
  if (/\b(linux|unix|hp-ux|solaris)\b/.test(title)) platforms.push('Unix');
  return platforms;
};

const toProduct = (row: Record<string, string>, brands: readonly string[]): ProductRow[] => {
  const title = tidy(row.title ?? '');
  const priceMinor = toMinor(row.price ?? '');
  const id = row.id ?? '';
  if (!title || !priceMinor) return [];
  const categoryGoogleId = softwareCategory(title);
  const shopSlug = SHOPS[row.seller_source ?? '']?.[assortmentOf(categoryGoogleId)];
  if (!shopSlug) throw new Error(`offer ${id} has an unknown seller ${row.seller_source}`);
  const stated = tidyBrand(row.brand ?? '');
  const brand = stated || brands.find((known) => title.startsWith(`${known} `));
  const platforms = platformsOf(title);
  return [
    {
      externalId: id,
      shopSlug,
      source: 'amazon-google',
      language: 'en',
      titles: { en: title },
      descriptions: {},
      ...(brand ? { brand } : {}),
      categoryGoogleId,
      attributes: platforms.length > 0 ? [{ code: 'platform', values: platforms }] : [],
      optionAxes: [],
      variants: [{ sku: id.toUpperCase(), options: {}, priceMinor, currency: 'USD', onHand: derivedStock(id) }],
      images: [],
      derived: [
        'stock',
        ...(brand && !stated ? (['brand'] as const) : []),
        ...(platforms.length > 0 ? (['platform'] as const) : []),
      ],
    },
  ];
};

/** Software offers of two sellers. Offers without a price are left out: nobody can buy them. */
export const loadAmazonGoogle = async (): Promise<ProductRow[]> => {
  const rows = await openCsv('product-matching', 'amazon-google.products.csv');
  const brands = knownBrands(rows);
  return rows.flatMap((row) => toProduct(row, brands));
};
