import type { ProductRow, VariantRow } from '../../schema.ts';
import { compact, slugify, tidy, toMinor } from '../text.ts';
import { openCsv } from './open.ts';

type Row = Record<string, string>;

/** Google category of each category path in the file. */
const CATEGORIES: Record<string, number> = {
  'Kitchen -> Coffee Machines': 736,
  'Kitchen -> Air Fryers': 738,
  'Kitchen -> Blenders': 505666,
  'Kitchen -> Kettles': 751,
  'Kitchen -> Toasters': 762,
  'Kitchen -> Food Processors': 505666,
  'Air & Climate -> Air Purifiers': 606,
  'Air & Climate -> Humidifiers': 613,
  'Air & Climate -> Fans': 608,
  'Garment Care -> Steam Generators': 5139,
  'Garment Care -> Handheld Steamers': 5138,
  'Garment Care -> Irons': 5139,
  'Floor Care -> Cordless Vacuums': 619,
  'Floor Care -> Upright Vacuums': 619,
  'Floor Care -> Robot Vacuums': 619,
  'Personal Care -> Hair Dryers': 490,
  'Personal Care -> Hair Straighteners': 3407,
  'Personal Care -> Trimmers': 533,
  'Personal Care -> Electric Shavers': 532,
};

const FIELD_PREFIX = 'custom_field.custom.';

const toVariant = (row: Row): VariantRow => {
  const priceMinor = toMinor(row.price ?? '');
  if (!priceMinor) throw new Error(`spree ${row.sku} has no price`);
  const compareAtMinor = toMinor(row.compare_at_price ?? '') || undefined;
  const axis = slugify(row.option1_name ?? '');
  return {
    sku: row.sku ?? '',
    options: axis && row.option1_value ? { [axis]: row.option1_value } : {},
    priceMinor,
    currency: 'USD',
    ...(compareAtMinor && compareAtMinor > priceMinor ? { compareAtMinor } : {}),
    onHand: Number(row.inventory_count || 0),
  };
};

const byLanguage = (english: string | undefined, translations: readonly Row[], field: 'name' | 'description') =>
  compact({
    en: tidy(english ?? ''),
    ...Object.fromEntries(translations.map((row) => [row.locale, tidy(row[field] ?? '')])),
  });

const toProduct = (parent: Row, rows: readonly Row[], translations: readonly Row[]): ProductRow => {
  const children = rows.filter((row) => row.slug === parent.slug && row !== parent && row.currency === 'USD');
  const variants = (children.length > 0 ? children : [parent]).map(toVariant);
  const axes = [...new Set(variants.flatMap(({ options }) => Object.keys(options)))];
  const category = parent.category1 ?? '';
  const categoryGoogleId = CATEGORIES[category];
  if (!categoryGoogleId) throw new Error(`spree category ${category} is not mapped`);
  const own = translations.filter(({ slug }) => slug === parent.slug);
  return {
    externalId: `spree-${parent.slug}`,
    shopSlug: category.startsWith('Kitchen') ? 'kettle-and-co' : 'breeze-and-press',
    source: 'spree-sample-products',
    language: 'en',
    titles: byLanguage(parent.name, own, 'name'),
    descriptions: byLanguage(parent.description, own, 'description'),
    categoryGoogleId,
    attributes: Object.entries(parent)
      .filter(([column, value]) => column.startsWith(FIELD_PREFIX) && value)
      .map(([column, value]) => ({ code: slugify(column.slice(FIELD_PREFIX.length)), values: [value] })),
    optionAxes: axes.map((code) => ({
      code,
      values: [...new Set(variants.flatMap(({ options }) => options[code] ?? []))],
    })),
    variants,
    images: parent.image1_src ? [parent.image1_src] : [],
    derived: [],
  };
};

/** Appliances of Spree's sample store, with its German and French texts. */
export const loadSpree = async (): Promise<ProductRow[]> => {
  const rows = await openCsv('spree-sample-products', 'products.csv');
  const translations = await openCsv('spree-sample-products', 'product_translations.csv');
  return rows.filter(({ name }) => name).map((parent) => toProduct(parent, rows, translations));
};
