import type { Filters, PageRequest, Selection } from '../src/engine/contract.ts';
import type { ProductWish } from './documents.ts';

/** Four goods that differ in everything an engine filters, counts and sorts by. */
export const goods: readonly ProductWish[] = [
  {
    id: 'prd_a',
    titles: { ru: 'Коврик красный мягкий', en: 'Soft red rug' },
    brand: 'Alfa',
    categories: ['home', 'rugs'],
    attributes: { color: ['red'], size: ['s', 'm'] },
    priceMinor: 900,
    createdAt: '2026-01-01T00:00:00.000Z',
  },
  {
    id: 'prd_b',
    titles: { ru: 'Коврик синий', en: 'Blue rug' },
    brand: 'Alfa',
    categories: ['home', 'rugs'],
    attributes: { color: ['blue'], size: ['m'] },
    priceMinor: 1_900,
    inStock: false,
    createdAt: '2026-01-02T00:00:00.000Z',
  },
  {
    id: 'prd_c',
    title: 'Red chair',
    brand: "O'Beta",
    categories: ['home', 'chairs'],
    attributes: { color: ['red'] },
    priceMinor: 9_900,
    shopId: 'shp_2',
    createdAt: '2026-01-03T00:00:00.000Z',
  },
  {
    id: 'prd_d',
    title: 'Chair',
    categories: ['office'],
    priceMinor: 500,
    currency: 'RUB',
    shopId: 'shp_2',
    skus: ['AB-12345'],
    createdAt: '2026-01-04T00:00:00.000Z',
  },
];

/** A selection by the words of a text; everything for an empty one. */
export const selection = (text: string, filters: Filters = {}, rest: Partial<Selection> = {}): Selection => ({
  wanted: { text, groups: text === '' ? [] : text.split(' ').map((word) => [word]), code: undefined },
  filters,
  match: 'all',
  closedShopIds: [],
  excludedIds: [],
  ...rest,
});

/** The first page of a selection. */
export const page = (text: string, filters: Filters = {}, rest: Partial<PageRequest> = {}): PageRequest => ({
  ...selection(text, filters),
  sort: 'RELEVANCE',
  offset: 0,
  limit: 20,
  ...rest,
});
