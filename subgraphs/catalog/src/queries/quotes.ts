import { sql } from 'drizzle-orm';
import { type LocalisedText, textIn, toTexts } from '../domain/localised-text.ts';
import type { OptionAxis, ProductStatus } from '../domain/product.ts';
import type { Services } from '../services.ts';
import { textArray } from '../store/json-rows.ts';
import { overdueUnitsSql } from './stock.ts';

interface QuoteRow extends Record<string, unknown> {
  readonly variantId: string;
  readonly productId: string;
  readonly shopId: string;
  readonly categoryId: string;
  readonly sku: string;
  readonly titles: LocalisedText;
  readonly axes: readonly OptionAxis[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly status: ProductStatus;
  readonly removed: boolean;
  readonly shopStatus: 'active' | 'closed';
  readonly unitPriceMinor: string;
  readonly currency: string;
  readonly taxCategory: string;
  readonly available: number;
}

const statusOf = ({ removed, status, shopStatus }: QuoteRow): 'ON_SALE' | 'NOT_FOR_SALE' | 'SHOP_CLOSED' => {
  if (shopStatus === 'closed') return 'SHOP_CLOSED';
  return removed || status !== 'ACTIVE' ? 'NOT_FOR_SALE' : 'ON_SALE';
};

const optionsLabel = ({ axes, chosen }: QuoteRow): string =>
  axes
    .map((axis) => axis.values.find((value) => value.code === chosen[axis.code]))
    .map((value) => (value ? (textIn(value.labels, 'en') ?? value.code) : ''))
    .filter((label) => label !== '')
    .join(' / ');

/** Live price and stock of any number of variants in one statement; unknown ids are left out. */
export const quoteVariants = async (
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  ids: readonly string[],
) => {
  const rows = await database.orm.execute<QuoteRow>(sql`
    select variant.id as "variantId", product.id as "productId", product.shop_id as "shopId", product.category_id as "categoryId", variant.sku,
           product.titles, product.options as axes, variant.options as chosen, product.status, variant.removed_at is not null as removed,
           shop.status as "shopStatus", variant.price_minor as "unitPriceMinor", product.currency, product.tax_category as "taxCategory",
           greatest(coalesce(held.units, 0) + coalesce(overdue.units, 0), 0)::int as available
    from variant
    join product on product.id = variant.product_id
    join shop on shop.id = product.shop_id
    left join lateral (select sum(on_hand - reserved) as units from stock where stock.variant_id = variant.id) as held on true
    left join (${overdueUnitsSql(ids, clock.now())}) as overdue on overdue.variant_id = variant.id
    where variant.id = any(${textArray(ids)})`);
  return rows.map((row) => ({
    ...row,
    unitPriceMinor: BigInt(row.unitPriceMinor),
    title: textIn(row.titles, 'en') ?? '',
    titles: toTexts(row.titles),
    optionsLabel: optionsLabel(row),
    status: statusOf(row),
  }));
};
