import { hashPick } from '../hash.ts';
import type { DeliveryMethod, ShopRow } from '../schema.ts';
import { openText } from './sources/open.ts';

interface ShopSketch {
  slug: string;
  name: string;
  en: string;
  ru: string;
  market: keyof typeof MARKETS;
  city?: string;
}

/** Prices per market in minor units of its currency: [standard, express, abroad], and the sum from which standard is free. */
const MARKETS = {
  US: { currency: 'USD', locale: 'en-US', standard: 599, express: 1499, abroad: 2499, freeFrom: 5000 },
  CA: { currency: 'CAD', locale: 'en-CA', standard: 799, express: 1799, abroad: 2999, freeFrom: 7000 },
  GB: { currency: 'GBP', locale: 'en-GB', standard: 395, express: 795, abroad: 1495, freeFrom: 3500 },
  DE: { currency: 'EUR', locale: 'de-DE', standard: 490, express: 990, abroad: 1790, freeFrom: 4000 },
  FR: { currency: 'EUR', locale: 'fr-FR', standard: 490, express: 1090, abroad: 1890, freeFrom: 4000 },
  AE: { currency: 'AED', locale: 'ar-AE', standard: 1500, express: 3500, abroad: 7500, freeFrom: 20000 },
  RU: { currency: 'RUB', locale: 'ru-RU', standard: 29900, express: 59900, abroad: 149000, freeFrom: 300000 },
} as const;

const sketch = (
  slug: string,
  name: string,
  market: ShopSketch['market'],
  en: string,
  ru: string,
  city?: string,
): ShopSketch => ({
  slug,
  name,
  market,
  en,
  ru,
  city,
});

/** Every identity here is invented; cities of Russian shops are the warehouses of the 1C export. */
const SKETCHES: readonly ShopSketch[] = [
  sketch(
    'knizhny-prichal',
    'Книжный причал',
    'RU',
    'Russian classics and world fiction.',
    'Русская классика и мировая проза.',
    'Владивосток',
  ),
  sketch(
    'bukva-i-slovo',
    'Буква и слово',
    'RU',
    'Books in English for readers in Russia.',
    'Книги на английском с доставкой по России.',
    'Москва',
  ),
  sketch(
    'harbor-pages',
    'Harbor Pages',
    'US',
    'New and loved paperbacks.',
    'Новинки и любимые книги в мягкой обложке.',
  ),
  sketch(
    'lantern-books',
    'Lantern Books',
    'US',
    'Fiction for long evenings.',
    'Художественная литература для долгих вечеров.',
  ),
  sketch(
    'cedar-shelf',
    'Cedar Shelf',
    'US',
    'A general bookshop with a deep back list.',
    'Универсальный книжный магазин с большим архивом.',
  ),
  sketch(
    'panel-and-ink',
    'Panel & Ink',
    'US',
    'Manga, comics and graphic novels.',
    'Манга, комиксы и графические романы.',
  ),
  sketch(
    'maple-reads',
    'Maple Reads',
    'CA',
    'Canadian editions and bestsellers.',
    'Канадские издания и бестселлеры.',
    'Toronto',
  ),
  sketch(
    'thames-reader',
    'The Thames Reader',
    'GB',
    'British editions and modern classics.',
    'Британские издания и современная классика.',
    'London',
  ),
  sketch(
    'highland-books',
    'Highland Books',
    'GB',
    'Books by post from the north.',
    'Книги почтой с севера.',
    'Edinburgh',
  ),
  sketch(
    'buchladen-linde',
    'Buchladen Linde',
    'DE',
    'Books in German, English and northern languages.',
    'Книги на немецком, английском и северных языках.',
    'Berlin',
  ),
  sketch(
    'librairie-du-quai',
    'Librairie du Quai',
    'FR',
    'Books in French, Spanish, Italian and English.',
    'Книги на французском, испанском, итальянском и английском.',
    'Paris',
  ),
  sketch(
    'dar-al-kutub',
    'Dar Al Kutub',
    'AE',
    'Arabic and Persian literature.',
    'Арабская и персидская литература.',
    'Dubai',
  ),
  sketch(
    'northlight-software',
    'Northlight Software',
    'US',
    'Graphics, video and music software in boxes.',
    'Программы для графики, видео и музыки в коробках.',
  ),
  sketch(
    'ledger-and-desk',
    'Ledger & Desk',
    'US',
    'Office, business and accounting software.',
    'Офисные, деловые и бухгалтерские программы.',
  ),
  sketch(
    'rootkey-systems',
    'Rootkey Systems',
    'US',
    'Operating systems, security and network software.',
    'Операционные системы, безопасность и сети.',
  ),
  sketch('bright-minds-shop', 'Bright Minds Shop', 'US', 'Learning software and games.', 'Обучающие программы и игры.'),
  sketch('pixel-harbour', 'Pixel Harbour', 'US', 'Creative suites and plug-ins.', 'Творческие пакеты и дополнения.'),
  sketch(
    'paperclip-supply',
    'Paperclip Supply',
    'US',
    'Software for every desk.',
    'Программы для каждого рабочего стола.',
  ),
  sketch(
    'safeline-licences',
    'Safeline Licences',
    'US',
    'Server, network and security licences.',
    'Лицензии для серверов, сетей и защиты.',
  ),
  sketch('learn-and-play', 'Learn & Play', 'US', 'Games and courses on disc.', 'Игры и курсы на дисках.'),
  sketch('kovrik-i-kot', 'Коврик и кот', 'RU', 'Play mats for children.', 'Детские игровые коврики.', 'Москва'),
  sketch(
    'tyoply-dom',
    'Тёплый дом',
    'RU',
    'Mats, a warming mattress and chairs for children.',
    'Коврики для дома, согревающий матрас и детские кресла.',
    'Новосибирск',
  ),
  sketch(
    'plimsoll-lane',
    'Plimsoll Lane',
    'US',
    'Shoes, tees, hoodies and hats.',
    'Кеды, футболки, толстовки и шапки.',
  ),
  sketch(
    'orchard-and-mug',
    'Orchard & Mug',
    'US',
    'Juices, homeware, audiobooks and gift cards.',
    'Соки, товары для дома, аудиокниги и подарочные карты.',
  ),
  sketch('kettle-and-co', 'Kettle & Co', 'US', 'Small kitchen appliances.', 'Мелкая кухонная техника.'),
  sketch(
    'breeze-and-press',
    'Breeze & Press',
    'US',
    'Air, floor, garment and personal care appliances.',
    'Климат, уборка, уход за одеждой и за собой.',
  ),
];

const deliveryMethods = ({ market }: ShopSketch): DeliveryMethod[] => {
  const prices = MARKETS[market];
  return [
    {
      code: 'standard',
      kind: 'POST',
      nameEn: 'Standard post',
      nameRu: 'Обычная почта',
      rates: [
        {
          countries: [market],
          priceMinor: prices.standard,
          freeFromMinor: prices.freeFrom,
          minDays: 3,
          maxDays: market === 'RU' ? 12 : 6,
        },
        { countries: ['ROW'], priceMinor: prices.abroad, minDays: 8, maxDays: 25 },
      ],
    },
    {
      code: 'express',
      kind: 'COURIER',
      nameEn: 'Courier to the door',
      nameRu: 'Курьером до двери',
      rates: [{ countries: [market], priceMinor: prices.express, minDays: 1, maxDays: market === 'RU' ? 4 : 2 }],
    },
    {
      code: 'pickup',
      kind: 'PICKUP',
      nameEn: 'Pick up at the shop',
      nameRu: 'Самовывоз из магазина',
      rates: [{ countries: [market], priceMinor: 0, minDays: 0, maxDays: 2 }],
    },
  ];
};

/** Currency in which a shop prices its goods. */
export const currencyOf = (shopSlug: string): string => {
  const found = SKETCHES.find(({ slug }) => slug === shopSlug);
  if (!found) throw new Error(`no shop ${shopSlug}`);
  return MARKETS[found.market].currency;
};

/** The shops; those in the United States stand in towns of the Best Buy store list, chosen by their slug. */
export const loadShops = async (): Promise<ShopRow[]> => {
  const stores: { city: string; state: string; zip: string }[] = JSON.parse(
    await openText('bestbuy-open-data', 'stores.half.json'),
  );
  return SKETCHES.map((shop) => {
    const store = hashPick(`town:${shop.slug}`, stores);
    const place = shop.city ? { city: shop.city } : { city: store.city, region: store.state, postalCode: store.zip };
    const { currency: defaultCurrency, locale } = MARKETS[shop.market];
    return {
      slug: shop.slug,
      name: shop.name,
      descriptionEn: shop.en,
      descriptionRu: shop.ru,
      country: shop.market,
      ...place,
      defaultCurrency,
      locale,
      deliveryMethods: deliveryMethods(shop),
    };
  });
};
