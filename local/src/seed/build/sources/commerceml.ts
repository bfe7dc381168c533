import { XMLParser } from 'fast-xml-parser';
import { isGtin13 } from '../../gtin.ts';
import type { ProductRow, VariantRow } from '../../schema.ts';
import { tidy, toMinor } from '../text.ts';
import { openText } from './open.ts';

const PLAY_MATS_GOOGLE_ID = 1243;
const RUGS_GOOGLE_ID = 598;
const MATTRESS_PADS_GOOGLE_ID = 2991;
const BABY_FURNITURE_GOOGLE_ID = 554;

/** Our attribute code of each 1C property that a buyer cares about; the rest (warehouse measures, marketplace ids) is left out. */
const PROPERTY_CODES: Record<string, string> = {
  'Страна производства': 'country-of-origin',
  Линейка: 'product-line',
  Расцветка: 'pattern',
  Материал: 'material',
  Товар_Длина: 'length-m',
  Товар_Ширина: 'width-m',
  Товар_Толщина: 'thickness-m',
};

interface Named {
  Ид: string;
  Наименование: string;
}
interface Property extends Named {
  ВариантыЗначений?: { Справочник: { ИдЗначения: string; Значение: string }[] };
}
interface Item extends Named {
  Штрихкод?: string;
  Артикул: string;
  Изготовитель?: Named;
  ЗначенияСвойств?: { ЗначенияСвойства: { Ид: string; Значение: string }[] };
}
interface Offer extends Named {
  Артикул: string;
  Цены: { Цена: { ЦенаЗаЕдиницу: string; Валюта: string } };
  Количество: string;
}
interface CommerceMl {
  КоммерческаяИнформация: {
    Классификатор: { Свойства?: { Свойство: Property[] } };
    Каталог?: { Товары: { Товар: Item[] } };
    ПакетПредложений?: { Предложения: { Предложение: Offer[] } };
  };
}

const REPEATED = new Set(['Товар', 'Предложение', 'Свойство', 'Справочник', 'ЗначенияСвойства']);

const open = async (file: string): Promise<CommerceMl['КоммерческаяИнформация']> => {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => REPEATED.has(name) });
  const parsed: CommerceMl = parser.parse(await openText('commerceml-1c-ru', file));
  return parsed.КоммерческаяИнформация;
};

const attributesOf = (item: Item, properties: ReadonlyMap<string, Property>): ProductRow['attributes'] =>
  (item.ЗначенияСвойств?.ЗначенияСвойства ?? []).flatMap(({ Ид, Значение }) => {
    const property = properties.get(Ид);
    const code = property && PROPERTY_CODES[property.Наименование];
    if (!code || !Значение) return [];
    const entry = property.ВариантыЗначений?.Справочник.find((row) => row.ИдЗначения === Значение);
    const value = entry?.Значение ?? Значение;
    return [{ code, values: [code.endsWith('-m') ? value.replace(',', '.') : tidy(value)] }];
  });

const toVariant = (offer: Offer, options: Record<string, string>): VariantRow => {
  const { ЦенаЗаЕдиницу, Валюта } = offer.Цены.Цена;
  const priceMinor = toMinor(ЦенаЗаЕдиницу);
  if (!priceMinor) throw new Error(`1C offer ${offer.Артикул} has no price`);
  return { sku: offer.Артикул, options, priceMinor, currency: Валюта, onHand: Number(offer.Количество) };
};

const categoryOf = (title: string): number => {
  if (/кресло/i.test(title)) return BABY_FURNITURE_GOOGLE_ID;
  if (/матрас/i.test(title)) return MATTRESS_PADS_GOOGLE_ID;
  return /Коврик Mini/i.test(title) ? RUGS_GOOGLE_ID : PLAY_MATS_GOOGLE_ID;
};

/** One product per offer, but chairs that differ in nothing but colour (`Детское кресло Royal, белое`) become one with a colour axis. */
const groupOffers = (offers: readonly Offer[]): { title: string; offers: { offer: Offer; colour?: string }[] }[] => {
  const groups = new Map<string, { title: string; offers: { offer: Offer; colour?: string }[] }>();
  for (const offer of offers) {
    const chair = /^(Детское кресло \S+), (\S+)$/.exec(tidy(offer.Наименование));
    const title = chair?.[1] ?? tidy(offer.Наименование);
    const key = chair ? title : offer.Ид;
    const group = groups.get(key) ?? { title, offers: [] };
    group.offers.push({ offer, colour: chair?.[2] });
    groups.set(key, group);
  }
  return [...groups.values()];
};

/** Children's mats and chairs of a Russian shop's 1C export: the catalogue joined with its price and stock package. */
export const loadCommerceMl = async (): Promise<ProductRow[]> => {
  const catalogue = await open('import0_1.xml');
  const properties = new Map((catalogue.Классификатор.Свойства?.Свойство ?? []).map((row) => [row.Ид, row]));
  const items = new Map((catalogue.Каталог?.Товары.Товар ?? []).map((row) => [row.Ид, row]));
  const offers = (await open('offers0_1.xml')).ПакетПредложений?.Предложения.Предложение ?? [];
  return groupOffers(offers).map(({ title, offers: members }) => {
    const first = members[0]?.offer;
    if (!first) throw new Error(`1C product ${title} has no offer`);
    const item = items.get(first.Ид);
    const colours = members.flatMap(({ colour }) => colour ?? []);
    const categoryGoogleId = categoryOf(title);
    const gtin = item?.Штрихкод && isGtin13(item.Штрихкод) ? item.Штрихкод : undefined;
    return {
      externalId: first.Ид,
      shopSlug: categoryGoogleId === PLAY_MATS_GOOGLE_ID ? 'kovrik-i-kot' : 'tyoply-dom',
      source: 'commerceml-1c-ru',
      language: 'ru',
      titles: { ru: item ? tidy(item.Наименование) : title },
      descriptions: {},
      ...(item?.Изготовитель ? { brand: item.Изготовитель.Наименование } : {}),
      ...(gtin ? { gtin } : {}),
      categoryGoogleId,
      attributes: item ? attributesOf(item, properties) : [],
      optionAxes: colours.length > 0 ? [{ code: 'color', values: colours }] : [],
      variants: members.map(({ offer, colour }) => toVariant(offer, colour ? { color: colour } : {})),
      images: [],
      derived: colours.length > 0 ? ['grouping'] : [],
    };
  });
};
