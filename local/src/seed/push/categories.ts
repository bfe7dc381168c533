import { readAttributes, readTaxonomy } from '../read.ts';
import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';

const collect = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

const rowsPerCall = 500;
const setCategories = `mutation SeedCategories($input: CategoriesSetInput!) {
  categoriesSet(input: $input) { rows { category { id } ${userErrorFields} } ${userErrorFields} }
}`;
const setAttributes = `mutation SeedAttributes($input: SetCategoryAttributesInput!) { setCategoryAttributes(input: $input) { ${userErrorFields} } }`;

interface CategoriesPayload {
  readonly categoriesSet: {
    readonly rows: readonly { readonly category: { readonly id: string } | null; readonly userErrors: UserError[] }[];
    readonly userErrors: UserError[];
  };
}

/** Brings Google's taxonomy in, parents first; gives the market's id of every Google id. */
export const pushCategories = async (
  admin: SeedClient,
  tell: (done: number) => void,
): Promise<ReadonlyMap<number, string>> => {
  const ids = new Map<number, string>();
  const rows = await collect(readTaxonomy());
  for (let from = 0; from < rows.length; from += rowsPerCall) {
    const chunk = rows.slice(from, from + rowsPerCall);
    const categories = chunk.map((row) => ({
      externalId: String(row.googleId),
      parentExternalId: row.parentGoogleId === null ? null : String(row.parentGoogleId),
      names: [
        { locale: 'en', text: row.nameEn },
        { locale: 'ru', text: row.nameRu },
      ],
    }));
    const { categoriesSet } = await admin.ask<CategoriesPayload>(setCategories, { input: { categories } });
    assertAccepted(categoriesSet.userErrors, 'categories');
    categoriesSet.rows.forEach((row, index) => {
      const source = chunk[index];
      assertAccepted(row.userErrors, `category ${source?.nameEn}`);
      if (source && row.category) ids.set(source.googleId, row.category.id);
    });
    tell(ids.size);
  }
  return ids;
};

/** Declares what products of the demo's categories can be described by. */
export const pushAttributes = async (admin: SeedClient, categoryIds: ReadonlyMap<number, string>): Promise<void> => {
  const byCategory = new Map<number, object[]>();
  for await (const row of readAttributes()) {
    const definition = {
      code: row.code,
      names: [
        { locale: 'en', text: row.nameEn },
        { locale: 'ru', text: row.nameRu },
      ],
      type: row.kind,
      unit: row.unit,
      filterable: true,
    };
    for (const googleId of row.categoryGoogleIds)
      byCategory.set(googleId, [...(byCategory.get(googleId) ?? []), definition]);
  }
  for (const [googleId, attributes] of byCategory) {
    const { setCategoryAttributes } = await admin.ask<{ setCategoryAttributes: { userErrors: UserError[] } }>(
      setAttributes,
      {
        input: { categoryId: categoryIds.get(googleId), attributes },
      },
    );
    assertAccepted(setCategoryAttributes.userErrors, `attributes of category ${googleId}`, 'CODE_TAKEN');
  }
};
