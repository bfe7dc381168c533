import { generateProducts, type ProductRow, readAttributes, readTaxonomy, type TaxonomyRow } from '@vitrina/local/seed';
import { type CatalogDocument, toIndexDocument } from '../../../subgraphs/search/src/domain/index-document.ts';
import type { Services } from '../../../subgraphs/search/src/services.ts';
import { registerDocuments, registerNames } from '../../../subgraphs/search/src/store/index-registry.ts';

const perBatch = 500;

const texts = (byLanguage: Readonly<Record<string, string>>) =>
  Object.entries(byLanguage).map(([locale, text]) => ({ locale, text }));

const both = (en: string, ru: string) => [
  { locale: 'en', text: en },
  { locale: 'ru', text: ru },
];

/** From the root down to the category itself. */
const pathOf = (taxonomy: ReadonlyMap<number, TaxonomyRow>, googleId: number) => {
  const path: { id: string; names: { locale: string; text: string }[] }[] = [];
  for (let row = taxonomy.get(googleId); row; row = taxonomy.get(row.parentGoogleId ?? -1)) {
    path.unshift({ id: `cat_${row.googleId}`, names: both(row.nameEn, row.nameRu) });
  }
  return path;
};

type Names = ReadonlyMap<string, { locale: string; text: string }[]>;

/** The document the catalogue would have made of this row. */
const documentOf = (
  row: ProductRow,
  number: number,
  taxonomy: ReadonlyMap<number, TaxonomyRow>,
  names: Names,
): CatalogDocument => {
  const prices = row.variants.map(({ priceMinor }) => priceMinor);
  return {
    productId: `prd_${String(number).padStart(9, '0')}`,
    version: 1,
    shopId: `shp_${row.shopSlug}`,
    titles: texts(row.titles),
    descriptions: texts(row.descriptions),
    brand: row.brand,
    gtin: row.gtin,
    categories: pathOf(taxonomy, row.categoryGoogleId),
    attributes: row.attributes.map(({ code, values }) => ({
      code,
      values: [...values],
      filterable: true,
      names: names.get(code) ?? [],
    })),
    minPriceMinor: String(Math.min(...prices)),
    maxPriceMinor: String(Math.max(...prices)),
    currency: row.variants[0]?.currency ?? 'USD',
    inStock: row.variants.some(({ onHand }) => onHand > 0),
    skus: row.variants.map(({ sku }) => sku),
    createdAt: new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString(),
  };
};

/** Puts generated goods straight into the search context, as its own indexing does after it has asked the catalogue. */
export const fillIndex = async (
  { engine, database }: Services,
  count: number,
  tell: (step: string) => void,
): Promise<void> => {
  const taxonomy = new Map<number, TaxonomyRow>();
  for await (const row of readTaxonomy()) taxonomy.set(row.googleId, row);
  const names = new Map<string, { locale: string; text: string }[]>();
  for await (const row of readAttributes()) names.set(row.code, both(row.nameEn, row.nameRu));
  let batch: CatalogDocument[] = [];
  let done = 0;
  const put = async (): Promise<void> => {
    const documents = batch.map(toIndexDocument);
    await engine.put(documents);
    await database.transaction(async (tx) => {
      await registerNames(tx, batch);
      await registerDocuments(tx, documents);
    });
    done += batch.length;
    batch = [];
    if (done % 10_000 === 0) tell(`indexed ${done}`);
  };
  let number = 0;
  for await (const row of generateProducts({ count, seed: 1 })) {
    number += 1;
    batch.push(documentOf(row, number, taxonomy, names));
    if (batch.length === perBatch) await put();
  }
  if (batch.length > 0) await put();
  await database.sql`vacuum analyze`;
};
