import { describe, expect, it } from 'vitest';
import { bowl, everySection, picture } from '../test/fixtures/landing.ts';
import { mediaOrigins } from './content-policy.ts';
import { fillProducts, productIdsOf } from './fill-products.ts';
import { formatMoney, isoDuration, timeLeft } from './format.ts';
import { html, jsonBlock, raw } from './html.ts';
import type { LandingData, ProductData, ProductRef, SectionData } from './landing-data.ts';
import { renderPicture } from './picture.ts';
import { firstToBuy, renderProductCard } from './sections/product-card.ts';
import { anchorOf, renderSection } from './sections/render-section.ts';
import { pageWords } from './words.ts';

const reading = { locale: 'en', words: pageWords('en') };
const around = { ...reading, title: 'Page', now: new Date('2026-03-01T00:00:00Z'), gridId: undefined };
const drawn = (section: SectionData, more = {}) => renderSection(section, { ...around, ...more })?.text ?? '';
const base = { id: 'one', headline: null };

describe('amounts', () => {
  const money = (amountMinor: string | number, currency: string, exponent: number, locale = 'en') =>
    formatMoney({ amountMinor, currency, exponent }, locale).replace(/\s/g, ' ');

  it.each([
    ['0', 'USD', 2, '$0.00'],
    ['5', 'USD', 2, '$0.05'],
    ['1999', 'USD', 2, '$19.99'],
    [1_999, 'USD', 2, '$19.99'],
    ['1500', 'JPY', 0, '¥1,500'],
    ['1', 'KWD', 3, 'KWD 0.001'],
  ] as const)('%s of %s with %d decimals are %s', (minor, currency, exponent, text) => {
    expect(money(minor, currency, exponent)).toBe(text);
  });

  it('beyond what a number holds stay exact', () => {
    expect(money('9007199254740993', 'USD', 2)).toBe('$90,071,992,547,409.93');
  });

  it('are written as readers of the page’s language do', () => {
    expect(money('129000', 'RUB', 2, 'ru')).toBe('1 290,00 ₽');
    expect(money('129000', 'EUR', 2, 'de')).toBe('1.290,00 €');
  });

  it('take their decimals from the graph, whatever the runtime believes of the currency', () => {
    expect(money('1500', 'JPY', 2)).toBe('¥15.00');
  });
});

describe('times', () => {
  it('are lengths as schema.org wants them', () => {
    expect([0, 59.6, 65, 3_600].map(isoDuration)).toEqual(['PT0M0S', 'PT1M0S', 'PT1M5S', 'PT60M0S']);
  });

  it('run down to nothing and not below', () => {
    const now = new Date('2026-03-01T00:00:00.500Z');
    const left = (iso: string) => timeLeft(new Date(iso), now);
    expect(left('2026-03-03T01:02:03.500Z')).toEqual([2, 1, 2, 3]);
    expect(left('2026-03-01T00:00:01.400Z')).toEqual([0, 0, 0, 0]);
    expect(left('2026-02-01T00:00:00Z')).toEqual([0, 0, 0, 0]);
  });
});

describe('the template', () => {
  it('escapes words and leaves its own markup, however deep they lie in lists', () => {
    const items = ['<b>', '&"\'', 3, null, undefined, false as const];
    expect(html`<ul title="${'"'}">${items.map((item) => html`<li>${item}</li>`)}</ul>`.text).toBe(
      '<ul title="&quot;"><li>&lt;b&gt;</li><li>&amp;&quot;&#39;</li><li>3</li><li></li><li></li><li></li></ul>',
    );
    expect(html`${raw('<i>')}${[['<'], html`<u>`]}`.text).toBe('<i>&lt;<u>');
  });

  it('puts JSON into a script block that nothing in it can end', () => {
    const value = { text: '</script><!--\u2028\u2029' };
    const { text } = jsonBlock(value);
    expect(text).not.toMatch(/<|\u2028|\u2029/);
    expect(JSON.parse(text)).toEqual(value);
  });
});

describe('a picture', () => {
  it('offers its formats best first, with its size, and waits for its turn', () => {
    const { text = '' } = renderPicture({ ...picture('/p.jpg'), avif: '/p.avif 9w' }, { sizes: '50vw' }) ?? {};
    expect([...text.matchAll(/type="([^"]+)"/g)].map(([, type]) => type)).toEqual(['image/avif', 'image/jpeg']);
    expect(text).toContain('width="960" height="540" loading="lazy"');
  });

  it('at the top is fetched at once, and says nothing twice', () => {
    const { text = '' } = renderPicture(picture('/p.jpg', 'A bowl'), { sizes: '100vw', eager: true, alt: '' }) ?? {};
    expect(text).toContain('fetchpriority="high"');
    expect(text).toContain('alt=""');
    expect(text).not.toContain('loading="lazy"');
  });

  it('without an address, or with one that leads elsewhere than it should, is none', () => {
    expect(renderPicture({ ...picture('/p.jpg'), url: null }, { sizes: '1px' })).toBeUndefined();
    expect(renderPicture({ ...picture('/p.jpg'), url: 'data:image/png,x' }, { sizes: '1px' })).toBeUndefined();
  });

  it('of unknown size has none said', () => {
    expect(renderPicture({ ...picture('/p.jpg'), width: null }, { sizes: '1px' })?.text).not.toContain('height=');
  });
});

describe('a product card', () => {
  const [small, medium] = bowl.variants.nodes;
  const card = (product: ProductData) => renderProductCard(product, reading, 2)?.text ?? '';
  const withVariants = (...nodes: ProductData['variants']['nodes']): ProductData => ({ ...bowl, variants: { nodes } });

  it('buys the first variant in stock, the first of all when there is none', () => {
    expect(firstToBuy(bowl)).toBe(medium);
    expect(small && firstToBuy(withVariants(small))).toBe(small);
    expect(firstToBuy(withVariants())).toBeUndefined();
  });

  it('is not shown without anything to buy, and has no choice of one', () => {
    expect(card(withVariants())).toBe('');
    expect(medium && card(withVariants(medium))).not.toContain('<select');
  });

  it('tells how many are left only when few are', () => {
    const stock = (available: number) => medium && card(withVariants({ ...medium, available }));
    expect([stock(10), stock(11)].map((text) => /data-stock>([^<]+)</.exec(text ?? '')?.[1])).toEqual([
      '10 left',
      'In stock',
    ]);
  });

  it('numbers variants that have no name', () => {
    const nameless = (id: string) => ({ ...(medium as NonNullable<typeof medium>), id, options: [] });
    expect(card(withVariants(nameless('var_1'), nameless('var_2'))).match(/>\d<\/option>/g)).toEqual([
      '>1</option>',
      '>2</option>',
    ]);
  });
});

describe('a section', () => {
  it('has an anchor of its own form, whatever its id is', () => {
    expect(anchorOf({ id: 'vls_1"><b>' })).toBe('s-vls_1b');
  });

  it('with a heading is a landmark by that name, without one none', () => {
    const text = { ...base, __typename: 'TextSection', body: 'x' } as const;
    expect(drawn({ ...text, headline: 'About' })).toContain('aria-labelledby="s-one-h"><h2 id="s-one-h">About</h2>');
    expect(drawn(text)).toBe('<section class="text" id="s-one"><p>x</p></section>');
  });

  it('of text begins a paragraph at each empty line and nowhere else', () => {
    const body = 'One\ntwo\n\n  \n\nthree\n';
    expect(drawn({ ...base, __typename: 'TextSection', body })).toContain('<p>One\ntwo</p><p>three</p>');
  });

  it('of reviews draws as many stars as were given, or none', () => {
    const quotes = [3, null].map((rating) => ({ author: 'Ann', text: 'Soft.', rating }));
    const text = drawn({ ...base, __typename: 'ReviewsSection', quotes });
    expect(text.match(/★+☆*/g)).toEqual(['★★★☆☆']);
    expect(text).toContain('aria-label="3 of 5 stars"');
  });

  it('that calls to act sells the product before it leads to the address, and neither when both are gone', () => {
    const cta = { ...base, __typename: 'CtaSection', label: 'Go' } as const;
    expect(drawn({ ...cta, product: bowl, url: 'https://a.example/' })).toContain('data-buy="var_m"');
    const unsellable = { ...bowl, variants: { nodes: [] } };
    expect(drawn({ ...cta, product: unsellable, url: 'https://a.example/' })).toContain('href="https://a.example/"');
    expect(drawn({ ...cta, product: unsellable, url: null })).toBe('');
  });

  it('with the video shows the poster alone where nothing can be played', () => {
    const [hero] = everySection.sections;
    if (hero?.__typename !== 'HeroVideoSection' || !hero.video) throw new Error('The fixture has a hero.');
    const silent = drawn({ ...hero, video: { ...hero.video, playback: null } });
    expect(silent).toContain('<picture>');
    expect(silent).not.toContain('vitrina-player');
    expect(drawn({ ...hero, headline: null })).toContain('<h1>Page</h1>');
    expect(drawn(hero, { gridId: 's-grid' })).toContain('<a class="button" href="#s-grid">Выбрать миску</a>');
  });
});

describe('products put into the outline of a page', () => {
  const outline: LandingData<ProductRef> = JSON.parse(
    JSON.stringify(everySection, (key, value) => (key === 'product' && value ? { id: value.id } : value)),
  );
  const grid: SectionData<ProductRef> = {
    ...base,
    __typename: 'ProductGridSection',
    products: [{ id: 'prd_gone' }, { id: 'prd_bowl' }],
  };
  const page = { ...outline, sections: [grid, ...outline.sections] };

  it('are asked for once each, wherever they are shown', () => {
    expect(productIdsOf(page)).toEqual(['prd_gone', 'prd_bowl']);
  });

  it('are left out where they are gone: from grids, from buttons and from the video', () => {
    const without = fillProducts(page, new Map());
    expect(productIdsOf(without)).toEqual([]);
    const filled = fillProducts(page, new Map([['prd_bowl', bowl]]));
    expect(filled.sections[0]).toMatchObject({ products: [{ id: 'prd_bowl', title: bowl.title }] });
    expect(filled.sections.at(-1)).toMatchObject({ product: { title: bowl.title } });
    expect(filled.sections[1]).toMatchObject({ video: { productTags: [{ product: bowl }, { product: null }] } });
  });
});

it('origins of a page’s media are each named once, those of addresses nobody may follow not at all', () => {
  const images = ['https://b.example/1.jpg', 'HTTPS://a.example/2.jpg', 'https://b.example/3.jpg', '//c.example/4.jpg'];
  const gallery: SectionData = {
    ...base,
    __typename: 'GallerySection',
    images: [...images, '/own.jpg', 'ftp://d.example/5.jpg'].map((url) => picture(url)),
  };
  expect(mediaOrigins({ ...everySection, sections: [gallery] })).toEqual(['https://a.example', 'https://b.example']);
});
