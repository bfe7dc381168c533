import { z } from 'zod';
import { derivedStock } from '../../hash.ts';
import type { ProductRow, VariantRow } from '../../schema.ts';
import { tidy, toMinor } from '../text.ts';
import { openText } from './open.ts';

const USD_CHANNEL = 1;

/** Google category of each Saleor category id. */
const CATEGORIES: Record<number, number> = {
  26: 784,
  28: 187,
  29: 212,
  35: 173,
  36: 177,
  37: 178,
  39: 212,
  40: 212,
  41: 2169,
  43: 2887,
  44: 53,
};
const CUSHION_GOOGLE_ID = 4454;

/** Saleor's media rows name files by another scheme than its image folder; these are the pairs that differ. */
const IMAGE_ALIASES: Record<string, string> = {
  'paul-balance-420-1': 'pauls-blanace-420-1',
  'paul-blanace-420-2': 'pauls-blanace-420-2',
  cushion: 'cushion-blue',
  's-mask': 'neck-warmer',
  'polo-shirt-1': 'polo-shirt-front',
  'blue-shirt-1': 'blue-polygon-tee-front',
  'dark-shirt-1': 'dark-polygon-tee-front',
  'dash-shirt-1': 'team-tee-front',
  'ascii-shirt-1': 'ascii-shirt-front',
  white_cubics_tee: 'white-cubes-tee-front',
};
/** Backs of shirts and the like, of which the image folder holds no file. */
const ABSENT_IMAGES =
  /^(polo-shirt-2|blue-shirt-2|dark-shirt-2|dash-shirt-2|ascii-shirt-2|monotype-white-\d|white_cubics_tee_back)$/;

const fixture = z.array(
  z.object({ model: z.string(), pk: z.union([z.number(), z.string()]), fields: z.record(z.string(), z.unknown()) }),
);
type Fixture = z.infer<typeof fixture>;
type Fields = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Looks rows of the Django fixture up by model, and by one of their fields. */
class FixtureIndex {
  readonly rows: Fixture;

  constructor(rows: Fixture) {
    this.rows = rows;
  }

  all(model: string): { pk: number | string; fields: Fields }[] {
    return this.rows.filter((row) => row.model === model);
  }

  where(model: string, field: string, value: unknown): { pk: number | string; fields: Fields }[] {
    return this.all(model).filter(({ fields }) => fields[field] === value);
  }

  byId(model: string, pk: unknown): Fields {
    const found = this.all(model).find((row) => row.pk === pk);
    if (!found) throw new Error(`saleor ${model} ${String(pk)} is missing`);
    return found.fields;
  }

  /** Attribute code and value name of an attribute value id. */
  attributeValue(pk: unknown): { code: string; name: string } {
    const value = this.byId('attribute.attributevalue', pk);
    return { code: text(this.byId('attribute.attribute', value.attribute).slug), name: text(value.name) };
  }
}

const toVariant = (
  index: FixtureIndex,
  pk: number | string,
  fields: Fields,
): { row: VariantRow; stockDerived: boolean } => {
  const listing = index
    .where('product.productvariantchannellisting', 'variant', pk)
    .find((row) => row.fields.channel === USD_CHANNEL);
  const priceMinor = toMinor(text(listing?.fields.price_amount));
  if (!priceMinor) throw new Error(`saleor variant ${pk} has no price`);
  const options: Record<string, string> = {};
  for (const assignment of index.where('attribute.assignedvariantattribute', 'variant', pk)) {
    for (const assigned of index.where('attribute.assignedvariantattributevalue', 'assignment', assignment.pk)) {
      const { code, name } = index.attributeValue(assigned.fields.value);
      options[code] = name;
    }
  }
  const stock = index.where('warehouse.stock', 'product_variant', pk);
  const onHand =
    stock.length > 0 ? stock.reduce((sum, row) => sum + Number(row.fields.quantity), 0) : derivedStock(`saleor-${pk}`);
  return {
    row: { sku: text(fields.sku) || `SALEOR-${pk}`, options, priceMinor, currency: 'USD', onHand },
    stockDerived: stock.length === 0,
  };
};

const imagesOf = (index: FixtureIndex, productId: number | string): string[] =>
  index
    .where('product.productmedia', 'product', productId)
    .map(({ fields }) =>
      text(fields.image)
        .replace(/^products\//, '')
        .replace(/_[0-9a-f]{8}\.png$/, ''),
    )
    .filter((name) => !ABSENT_IMAGES.test(name))
    .map((name) => `saleor-${(IMAGE_ALIASES[name] ?? name).replace(/^saleor-/, '')}.png`);

const toProduct = (index: FixtureIndex, pk: number | string, fields: Fields): ProductRow => {
  const variants = index
    .where('product.productvariant', 'product', pk)
    .map((row) => toVariant(index, row.pk, row.fields));
  const title = tidy(text(fields.name));
  const description = tidy(text(fields.description_plaintext).replace(/&nbsp;/g, ' '));
  const assigned = index
    .where('attribute.assignedproductattributevalue', 'product', pk)
    .map((row) => index.attributeValue(row.fields.value));
  const category = title.includes('Cushion') ? CUSHION_GOOGLE_ID : CATEGORIES[Number(fields.category)];
  if (!category) throw new Error(`saleor category ${String(fields.category)} is not mapped`);
  const axes = [...new Set(variants.flatMap(({ row }) => Object.keys(row.options)))];
  const brand = assigned.find(({ code }) => code === 'brand')?.name;
  const apparel = [187, 212, 173, 177, 178].includes(category);
  return {
    externalId: `saleor-${pk}`,
    shopSlug: apparel ? 'plimsoll-lane' : 'orchard-and-mug',
    source: 'saleor-sample',
    language: 'en',
    titles: { en: title },
    descriptions: description ? { en: description } : {},
    ...(brand ? { brand } : {}),
    categoryGoogleId: category,
    attributes: assigned.filter(({ code }) => code !== 'brand').map(({ code, name }) => ({ code, values: [name] })),
    optionAxes: axes.map((code) => ({
      code,
      values: [...new Set(variants.flatMap(({ row }) => row.options[code] ?? []))],
    })),
    variants: variants.map(({ row }) => row),
    images: imagesOf(index, pk),
    derived: variants.some(({ stockDerived }) => stockDerived) ? ['stock'] : [],
  };
};

/** Saleor's sample store with the prices of its dollar channel. */
export const loadSaleor = async (): Promise<ProductRow[]> => {
  const index = new FixtureIndex(fixture.parse(JSON.parse(await openText('saleor-sample', 'populatedb_data.json'))));
  return index.all('product.product').map(({ pk, fields }) => toProduct(index, pk, fields));
};
