import type { Connection } from '@vitrina/platform/pagination';
import type { AttributeDefinition, AttributeValue, Choice, OptionAxis } from './domain/product.ts';
import type { Reservation } from './domain/reservation.ts';
import type { CategoryRow } from './queries/categories.ts';
import type { ProductImageRow } from './queries/product-images.ts';
import type { ProductRow, VariantRow } from './queries/products.ts';
import type { StockLevelRow, StockLocationRow } from './queries/stock.ts';

/** What resolvers hand on for each type of the schema; codegen reads the names. */
export type ProductMapper = ProductRow;
export type ProductVariantMapper = VariantRow;
export type ProductImageMapper = ProductImageRow;
export type CategoryMapper = CategoryRow;
export type ShopMapper = { readonly id: string };
export type StockLocationMapper = StockLocationRow;
export type StockLevelMapper = StockLevelRow;
export type ProductAttributeMapper = { readonly value: AttributeValue; readonly categoryId: string };
export type AttributeDefinitionMapper = AttributeDefinition;
export type AttributeChoiceMapper = Choice;
export type ProductOptionMapper = OptionAxis;
export type ProductOptionValueMapper = Choice;
export type SelectedOptionMapper = { readonly option: OptionAxis; readonly value: Choice };
export type ProductPriceRangeMapper = ProductRow;
export type StockReservationMapper = Reservation;
export type LocalisedTextMapper = { readonly locale: string; readonly text: string };
export type ProductConnectionMapper = Connection<ProductRow>;
export type ProductVariantConnectionMapper = Connection<VariantRow>;
