import { describe, expect, it } from 'vitest';
import { bowl, everySection } from '../test/fixtures/landing.ts';
import { contentPolicy, mediaOrigins, renderLanding, renderStatusPage } from './index.ts';
import type { LandingData, SectionData } from './landing-data.ts';

const options = {
  origin: 'https://vitrina.example',
  nonce: 'n0nce',
  now: new Date('2026-11-22T12:00:00Z'),
  scripts: { entry: '/assets/player-1.js', engine: '/assets/hls-2.js', landing: '/assets/landing-3.js' },
};
const render = (change: Partial<LandingData> = {}, more = {}) =>
  renderLanding({ ...everySection, ...change }, { ...options, ...more });
const only = (...sections: SectionData[]) => render({ sections });
const base = { id: 'one', headline: null };

describe('a landing page', () => {
  it('has one main heading, and a heading for each section that has one', () => {
    const page = render();
    expect(page.match(/<h1>/g)?.length).toBe(1);
    expect(page).toContain('<h1>Посуда, которую хочется держать в руках</h1>');
    expect(page.match(/<h2/g)?.length).toBe(7);
    expect(page).toContain('<html lang="ru">');
    expect(render({ sections: [] })).toContain('<h1>Терракота</h1>');
  });

  it('shows live prices and stock, and buys the first variant that is there', () => {
    const page = render();
    expect(page).toMatch(
      /<strong data-price>1\s290,00\s₽<\/strong> <span class="quiet" data-stock>Осталось: 3<\/span>/,
    );
    expect(page).toContain('data-buy="var_m"');
    expect(page).toMatch(/<option value="var_s"[^>]* disabled>S<\/option>/);
    const soldOut = { ...bowl, variants: { nodes: bowl.variants.nodes.slice(0, 1) } };
    expect(only({ ...base, __typename: 'ProductGridSection', products: [soldOut] })).toContain(
      'Нет в наличии</button>',
    );
  });

  it('says what it is to search engines and messengers', () => {
    const page = render();
    expect(page).toContain('<link rel="canonical" href="https://vitrina.example/l/terracotta">');
    expect(page).toContain('<meta property="og:image" content="https://vitrina.example/media/poster.jpg">');
    const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(block)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: 'Как делают миску',
      description: 'Минута за гончарным кругом.',
      thumbnailUrl: ['https://vitrina.example/media/poster.jpg'],
      uploadDate: '2026-11-20T10:00:00.000Z',
      duration: 'PT1M5S',
      contentUrl: 'https://vitrina.example/media/master.m3u8',
    });
    expect(render({ publishedAt: null })).not.toContain('uploadDate');
  });

  it('never takes a word of the shop for markup, wherever it stands', () => {
    const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&`;
    const text = JSON.stringify(everySection, (key, value: unknown) =>
      typeof value === 'string' &&
      !['__typename', 'locale', 'currency', 'amountMinor', 'endsAt', 'publishedAt', 'id'].includes(key)
        ? `${value}${evil}`
        : value,
    );
    const page = renderLanding(JSON.parse(text) as LandingData, options);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page.match(/<script/g)?.length).toBe(render().match(/<script/g)?.length);
  });

  it('leads nowhere but to http addresses', () => {
    const cta = (url: string) => only({ ...base, __typename: 'CtaSection', label: 'Go', product: null, url });
    expect(cta('https://shop.example/x')).toContain('href="https://shop.example/x"');
    expect(cta('/l/terracotta')).toContain('href="/l/terracotta"');
    for (const url of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'https://',
    ])
      expect(cta(url)).not.toContain('>Go</a>');
  });

  it('leaves out sections with nothing in them and counts down to a moment', () => {
    expect(only({ ...base, __typename: 'ProductGridSection', products: [] })).not.toContain('class="grid"');
    expect(only({ ...base, __typename: 'GallerySection', images: [] })).not.toContain('class="gallery"');
    expect(
      only({ ...base, __typename: 'HeroVideoSection', subheadline: null, ctaLabel: 'Go', video: null }),
    ).not.toContain('class="button"');
    const clock = {
      ...base,
      __typename: 'CountdownSection',
      endsAt: '2026-11-24T13:00:05Z',
      endedText: 'Over',
    } as const;
    expect(only(clock)).toMatch(
      /<b data-unit>2<\/b> д <b data-unit>1<\/b> ч <b data-unit>0<\/b> мин <b data-unit>5<\/b> с/,
    );
    expect(only({ ...clock, endsAt: '2026-11-22T11:59:59Z' })).toContain('<p>Over</p>');
    expect(only({ ...clock, endsAt: null })).not.toContain('countdown"');
  });

  it('has words of its own in the language of the page', () => {
    expect(render({ locale: 'en' })).toContain('>Add to cart</button>');
    expect(renderStatusPage('notFound', 'ru', 'n')).toContain('Такой страницы нет');
    expect(renderStatusPage('unavailable', 'de', 'n')).toContain('cannot be shown at the moment');
  });

  it('runs nothing and shows nothing from elsewhere than where its media are', () => {
    expect(mediaOrigins(everySection)).toEqual([]);
    const [hero] = everySection.sections;
    if (hero?.__typename !== 'HeroVideoSection' || !hero.video) throw new Error('The fixture has a hero.');
    const cdn = { ...hero, video: { ...hero.video, playback: { hlsUrl: 'https://cdn.example/v/master.m3u8' } } };
    expect(mediaOrigins({ ...everySection, sections: [cdn] })).toEqual(['https://cdn.example']);
    const policy = contentPolicy('abc', ['https://cdn.example']);
    expect(policy).toContain("default-src 'none'; script-src 'self' 'nonce-abc'; style-src 'nonce-abc'");
    expect(policy).toContain("media-src 'self' https://cdn.example blob:");
    expect(policy).not.toContain('unsafe');
    expect(render().match(/ (src|href)="https?:/g)).toEqual([' href="https:']);
  });

  it('is whole without scripts', () => {
    const page = render({}, { scripts: undefined });
    expect(page).not.toContain('type="module"');
    expect(page).toContain('<picture slot="poster">');
  });
});
