import { describe, expect, it } from 'vitest';
import { collectAttributes } from '../src/seed/build/attributes.ts';
import { loadCommerceMl } from '../src/seed/build/sources/commerceml.ts';
import { loadTaxonomy } from '../src/seed/build/sources/taxonomy.ts';
import { taxonomyRow } from '../src/seed/schema.ts';
import { ownSources } from './fixtures/own-sources.ts';

// Small files in the form of the real ones, with the rows that make conversions go wrong.
const put = ownSources();

describe('a taxonomy in two languages', () => {
  const load = async (english: string[], russian: string[]) => {
    await put('google-product-taxonomy/taxonomy-with-ids.en-US.txt', ['# Google', ...english].join('\r\n'));
    await put('google-product-taxonomy/taxonomy-with-ids.ru-RU.txt', ['# Google', ...russian].join('\n'));
    const rows = await loadTaxonomy();
    for (const row of rows) expect(taxonomyRow.safeParse(row).error).toBeUndefined();
    return rows;
  };

  it('comes parents first, with an address for each that no other has', async () => {
    const rows = await load(
      [
        '3 - Home > Bath > Mats',
        '1 - Home',
        '2 - Home > Bath',
        '4 - Pets',
        '5 - Pets > Bath',
        '6 - Pets > Bath > Mats',
      ],
      [
        '1 - Дом',
        '2 - Дом > Ванна',
        '3 - Дом > Ванна > Коврики',
        '4 - Звери',
        '5 - Звери > Ванна',
        '6 - Звери > Ванна > Коврики',
      ],
    );
    expect(rows.map(({ googleId, parentGoogleId }) => [googleId, parentGoogleId])).toEqual([
      [1, null],
      [4, null],
      [2, 1],
      [5, 4],
      [3, 2],
      [6, 5],
    ]);
    expect(rows.map(({ slug }) => slug)).toEqual([
      'home',
      'pets',
      'home-bath',
      'pets-bath',
      'bath-mats',
      'bath-mats-6',
    ]);
    expect(rows.at(-1)?.nameRu).toBe('Коврики');
  });

  it.each<[string, string[], string[]]>([
    ['a category has no name in Russian', ['1 - Home', '2 - Home > Bath'], ['1 - Дом']],
    ['a category has no parent', ['2 - Home > Bath'], ['2 - Дом > Ванна']],
  ])('stops the conversion when %s', async (_what, english, russian) => {
    await expect(load(english, russian)).rejects.toThrow(/category 2 has no Russian name or no parent/);
  });
});

describe('an export of 1C', () => {
  const offers = (...rows: { id: string; name: string; price?: string }[]) => `<КоммерческаяИнформация><Классификатор/>
    <ПакетПредложений><Предложения>${rows
      .map(
        ({
          id,
          name,
          price = '1290,5',
        }) => `<Предложение><Ид>${id}</Ид><Артикул>A-${id}</Артикул><Наименование>${name}</Наименование>
      <Цены><Цена><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены><Количество>7</Количество></Предложение>`,
      )
      .join('')}</Предложения></ПакетПредложений></КоммерческаяИнформация>`;
  const catalogue = `<КоммерческаяИнформация><Классификатор><Свойства>
      <Свойство><Ид>p1</Ид><Наименование>Материал</Наименование><ВариантыЗначений>
        <Справочник><ИдЗначения>v1</ИдЗначения><Значение> вспененный  полимер </Значение></Справочник></ВариантыЗначений></Свойство>
      <Свойство><Ид>p2</Ид><Наименование>Товар_Длина</Наименование></Свойство>
      <Свойство><Ид>p3</Ид><Наименование>Ячейка склада</Наименование></Свойство></Свойства></Классификатор>
    <Каталог><Товары><Товар><Ид>1</Ид><Артикул>A-1</Артикул><Наименование>Коврик  Сова</Наименование><Штрихкод>4601234567893</Штрихкод>
      <Изготовитель><Ид>m</Ид><Наименование>Mambobaby</Наименование></Изготовитель><ЗначенияСвойств>
        <ЗначенияСвойства><Ид>p1</Ид><Значение>v1</Значение></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>p2</Ид><Значение>1,8</Значение></ЗначенияСвойства>
        <ЗначенияСвойства><Ид>p3</Ид><Значение>B-12</Значение></ЗначенияСвойства></ЗначенияСвойств></Товар></Товары></Каталог>
    </КоммерческаяИнформация>`;
  const load = async (...rows: { id: string; name: string; price?: string }[]) => {
    await put('commerceml-1c-ru/import0_1.xml', catalogue);
    await put('commerceml-1c-ru/offers0_1.xml', offers(...rows));
    return loadCommerceMl();
  };

  it('joins goods with their prices and says what buyers care about', async () => {
    const [mat] = await load({ id: '1', name: 'Коврик Сова' });
    expect(mat).toMatchObject({
      titles: { ru: 'Коврик Сова' },
      brand: 'Mambobaby',
      gtin: '4601234567893',
      shopSlug: 'kovrik-i-kot',
      attributes: [
        { code: 'material', values: ['вспененный полимер'] },
        { code: 'length-m', values: ['1.8'] },
      ],
      variants: [{ sku: 'A-1', priceMinor: 129_050, currency: 'RUB', onHand: 7 }],
      derived: [],
    });
    expect(collectAttributes(mat ? [mat] : []).map(({ code }) => code)).toEqual(['length-m', 'material']);
  });

  it('makes one product of chairs that differ by their colour, and of nothing else', async () => {
    const rows = await load(
      { id: '7', name: 'Детское кресло Royal, белое' },
      { id: '8', name: 'Детское кресло Royal, серое' },
      { id: '9', name: 'Детское кресло Mini, белое' },
      { id: '10', name: 'Коврик Луна, белый' },
    );
    expect(rows.map(({ titles, optionAxes }) => [titles['ru'], optionAxes[0]?.values])).toEqual([
      ['Детское кресло Royal', ['белое', 'серое']],
      ['Детское кресло Mini', ['белое']],
      ['Коврик Луна, белый', undefined],
    ]);
    expect(rows[0]?.derived).toEqual(['grouping']);
  });

  it('is not converted when an offer has no price', async () => {
    await expect(load({ id: '1', name: 'Коврик', price: 'по запросу' })).rejects.toThrow(/1C offer A-1 has no price/);
  });
});

describe('attributes of goods', () => {
  it('have to have a name before they are put in', () => {
    const row = { categoryGoogleId: 1, attributes: [{ code: 'smell', values: ['a'] }], optionAxes: [] };
    expect(() => collectAttributes([row as never])).toThrow(/attribute smell has no name/);
  });

  it('know each category that uses them, once and in order', () => {
    const row = (categoryGoogleId: number) =>
      ({ categoryGoogleId, attributes: [{ code: 'color', values: ['a'] }], optionAxes: [] }) as never;
    expect(collectAttributes([row(9), row(3), row(9)])).toMatchObject([{ code: 'color', categoryGoogleIds: [3, 9] }]);
  });
});
