import type { AttributeRow, ProductRow } from '../schema.ts';

type Meaning = Omit<AttributeRow, 'code' | 'categoryGoogleIds'>;

const text = (nameEn: string, nameRu: string): Meaning => ({ nameEn, nameRu, kind: 'TEXT' });
const metres = (nameEn: string, nameRu: string): Meaning => ({ nameEn, nameRu, kind: 'NUMBER', unit: 'm' });

/** Names of every attribute and option axis; Russian names of the mats' properties are those of the 1C export. */
const MEANINGS: Record<string, Meaning> = {
  author: text('Author', 'Автор'),
  capacity: text('Capacity', 'Объём'),
  color: text('Colour', 'Цвет'),
  connectivity: text('Connectivity', 'Подключение'),
  'country-of-origin': text('Country of origin', 'Страна производства'),
  flavor: text('Flavour', 'Вкус'),
  language: text('Language', 'Язык'),
  'length-m': metres('Length', 'Длина'),
  material: text('Material', 'Материал'),
  medium: text('Medium', 'Носитель'),
  'noise-level': text('Noise level', 'Уровень шума'),
  'original-title': text('Original title', 'Название оригинала'),
  pattern: text('Pattern', 'Расцветка'),
  platform: text('Platform', 'Платформа'),
  'product-line': text('Product line', 'Линейка'),
  'publication-year': { nameEn: 'Year of first publication', nameRu: 'Год первой публикации', kind: 'NUMBER' },
  publisher: text('Publisher', 'Издатель'),
  'room-coverage': text('Room coverage', 'Площадь помещения'),
  runtime: text('Running time', 'Время работы'),
  'shoe-size': text('Shoe size', 'Размер обуви'),
  size: text('Size', 'Размер'),
  'thickness-m': metres('Thickness', 'Толщина'),
  voltage: text('Voltage', 'Напряжение'),
  warranty: text('Warranty', 'Гарантия'),
  wattage: text('Power', 'Мощность'),
  'width-m': metres('Width', 'Ширина'),
};

/** Every attribute and option axis the products use, with the categories that use it; an unnamed code fails the build. */
export const collectAttributes = (products: readonly ProductRow[]): AttributeRow[] => {
  const categories = new Map<string, Set<number>>();
  for (const product of products) {
    for (const { code } of [...product.attributes, ...product.optionAxes]) {
      categories.set(code, (categories.get(code) ?? new Set()).add(product.categoryGoogleId));
    }
  }
  return [...categories.keys()].sort().map((code) => {
    const meaning = MEANINGS[code];
    if (!meaning) throw new Error(`attribute ${code} has no name: add it to build/attributes.ts`);
    return { code, ...meaning, categoryGoogleIds: [...(categories.get(code) ?? [])].sort((a, b) => a - b) };
  });
};
