import { newId } from '@vitrina/platform/ids';
import { describe, expect, it } from 'vitest';
import { type LandingDocument, type LandingSection, referencesOf } from './landing-document.ts';
import { landingImageHashOf, nextImageLook } from './landing-image-rules.ts';
import { problemsOf } from './landing-problems.ts';
import { readSections, type SectionInput } from './landing-read-sections.ts';
import { foreignPictures, notReady } from './landing-refusals.ts';
import { draftFromTemplate, landingTemplates, wordsIn } from './landing-templates.ts';

const [videoId, productId, otherId, imageId] = [newId('vid'), newId('prd'), newId('prd'), newId('vli')] as const;
const read = (...inputs: SectionInput[]) => readSections(inputs, new Set());
const sectionsOf = (...inputs: SectionInput[]): readonly LandingSection[] => {
  const result = read(...inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
};
const codesOf = (...inputs: SectionInput[]) => {
  const result = read(...inputs);
  return result.ok ? [] : result.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
};
const x = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('limits of what a section holds', () => {
  const quote = { author: 'Ann', text: 'Soft.' };
  const entry = { question: 'Washable?', answer: 'Yes.' };
  it.each<[string, (size: number) => SectionInput, number, string]>([
    ['a heading', (size) => ({ headline: x(size), text: { body: '' } }), 120, 'headline'],
    ['a text', (size) => ({ text: { body: x(size) } }), 10_000, 'text.body'],
    ['a sentence below the video', (size) => ({ heroVideo: { subheadline: x(size) } }), 200, 'heroVideo.subheadline'],
    ['the words on the hero’s button', (size) => ({ heroVideo: { ctaLabel: x(size) } }), 40, 'heroVideo.ctaLabel'],
    ['the words on a button', (size) => ({ cta: { label: x(size) } }), 40, 'cta.label'],
    ['the words after a countdown', (size) => ({ countdown: { endedText: x(size) } }), 200, 'countdown.endedText'],
    [
      'a customer’s name',
      (size) => ({ reviews: { quotes: [{ ...quote, author: x(size) }] } }),
      80,
      'reviews.quotes.0.author',
    ],
    [
      'a customer’s words',
      (size) => ({ reviews: { quotes: [{ ...quote, text: x(size) }] } }),
      1_000,
      'reviews.quotes.0.text',
    ],
    ['a question', (size) => ({ faq: { items: [{ ...entry, question: x(size) }] } }), 200, 'faq.items.0.question'],
    ['an answer', (size) => ({ faq: { items: [{ ...entry, answer: x(size) }] } }), 2_000, 'faq.items.0.answer'],
  ])('%s is as long as it may be, and no longer', (_what, input, most, path) => {
    expect(codesOf(input(most))).toEqual([]);
    expect(codesOf(input(most + 1))).toEqual([`TEXT_TOO_LONG sections.0.${path}`]);
  });

  it.each<[string, (count: number) => SectionInput, number, string]>([
    ['products', (count) => ({ productGrid: { productIds: many(count, productId) } }), 24, 'productGrid.productIds'],
    ['pictures', (count) => ({ gallery: { imageIds: many(count, imageId) } }), 12, 'gallery.imageIds'],
    ['quotes', (count) => ({ reviews: { quotes: many(count, quote) } }), 12, 'reviews.quotes'],
    ['questions', (count) => ({ faq: { items: many(count, entry) } }), 30, 'faq.items'],
  ])('%s are as many as there may be, and no more', (_what, input, most, path) => {
    expect(codesOf(input(most))).toEqual([]);
    expect(codesOf(input(most + 1))).toEqual([`TOO_MANY_ENTRIES sections.0.${path}`]);
  });

  it('stars are one to five, or none', () => {
    const rated = (rating: number | null) => codesOf({ reviews: { quotes: [{ ...quote, rating }] } });
    expect([null, 1, 5].flatMap(rated)).toEqual([]);
    expect([0, 6, -1].flatMap(rated)).toEqual(many(3, 'OUT_OF_RANGE sections.0.reviews.quotes.0.rating'));
  });
});

describe('what is read', () => {
  it('names a product and a picture once, in the order of their first place', () => {
    const [grid] = sectionsOf({ productGrid: { productIds: [otherId, productId, otherId] } });
    expect(grid).toMatchObject({ productIds: [otherId, productId] });
  });

  it('takes empty ids and addresses for none', () => {
    const [hero, cta] = sectionsOf({ heroVideo: { videoId: '' } }, { cta: { label: 'Go', productId: '', url: '' } });
    expect(hero).toMatchObject({ videoId: null });
    expect(cta).toMatchObject({ productId: null, url: null });
  });

  it.each([
    ['https://shop.example', 'https://shop.example/'],
    ['https://SHOP.example/a b?c=ü', 'https://shop.example/a%20b?c=%C3%BC'],
  ])('writes the address %s as browsers do', (url, written) => {
    const [cta] = sectionsOf({ cta: { label: 'Go', url } });
    expect(cta).toMatchObject({ url: written });
  });

  it.each(['shop.example', '//shop.example', 'ftp://shop.example', 'https://', `https://shop.example/${x(2_000)}`])(
    'takes no address like %s',
    (url) => expect(codesOf({ cta: { label: 'Go', url } })).toEqual(['URL_NOT_VALID sections.0.cta.url']),
  );

  it('is refused with every mistake at its place, in all sections at once', () => {
    expect(
      codesOf(
        { headline: x(121), cta: { label: '', productId: 'nonsense', url: 'http://a.example' } },
        { faq: { items: [{ question: '', answer: '' }] } },
      ),
    ).toEqual([
      'ONE_TARGET_ONLY sections.0.cta',
      'TEXT_REQUIRED sections.0.cta.label',
      'ID_NOT_VALID sections.0.cta.productId',
      'URL_NOT_VALID sections.0.cta.url',
      'TEXT_TOO_LONG sections.0.headline',
      'TEXT_REQUIRED sections.1.faq.items.0.question',
      'TEXT_REQUIRED sections.1.faq.items.0.answer',
    ]);
  });
});

describe('what a page points at', () => {
  it('is each thing once, from every section that shows it', () => {
    const sections = sectionsOf(
      { heroVideo: { videoId } },
      { productGrid: { productIds: [productId, otherId] } },
      { cta: { label: 'Go', productId } },
      { cta: { label: 'Go', url: 'https://a.example' } },
      { gallery: { imageIds: [imageId] } },
      { gallery: { imageIds: [imageId] } },
      { text: { body: productId } },
    );
    expect(referencesOf({ sections })).toEqual({
      videoIds: [videoId],
      productIds: [productId, otherId],
      imageIds: [imageId],
    });
  });
});

describe('problems of a draft', () => {
  const page = (...inputs: SectionInput[]): LandingDocument => ({
    title: 'Mats',
    seoTitle: null,
    seoDescription: 'Good mats.',
    sections: sectionsOf(...inputs),
  });
  const nobody = {
    publicVideoIds: new Set<string>(),
    productIdsOnSale: new Set<string>(),
    readyImageIds: new Set<string>(),
  };
  const found = (draft: LandingDocument) => problemsOf(draft, { ...nobody, now: new Date('2026-03-01T00:00:00Z') });

  it.each<[SectionInput, string[]]>([
    [{ countdown: { endedText: 'Over.' } }, ['COUNTDOWN_END_MISSING']],
    [{ countdown: { endedText: 'Over.', endsAt: new Date('2026-03-01T00:00:01Z') } }, []],
    [{ gallery: { imageIds: [] } }, ['PICTURES_MISSING']],
    [{ reviews: { quotes: [] } }, ['QUOTES_MISSING']],
    [{ faq: { items: [] } }, ['QUESTIONS_MISSING']],
    [{ cta: { label: 'Go', productId } }, ['PRODUCT_NOT_ON_SALE']],
    [{ cta: { label: 'Go', url: 'https://a.example' } }, []],
    [{ text: { body: 'x' } }, []],
  ])('%j have %j', (input, codes) => expect(found(page(input)).map(({ code }) => code)).toEqual(codes));

  it('say how many goods are off sale, and become refusals at the sections they are in', () => {
    const draft = page({ text: { body: 'x' } }, { productGrid: { productIds: [productId, otherId] } });
    const problems = found({ ...draft, seoDescription: '' });
    expect(problems.map(({ message }) => message)[1]).toMatch(/^2 of the products/);
    const ids = draft.sections.map(({ id }) => id);
    expect(notReady(problems, ids).map(({ code, field }) => [code, field])).toEqual([
      ['DESCRIPTION_MISSING', []],
      ['PRODUCT_NOT_ON_SALE', ['sections', '1']],
    ]);
  });

  it('are told of every picture that is not the page’s own, at its place', () => {
    const [foreign, gone] = [newId('vli'), newId('vli')];
    const sections = sectionsOf({ text: { body: '' } }, { gallery: { imageIds: [imageId, foreign, gone] } });
    expect(foreignPictures(sections, new Set([imageId])).map(({ field }) => field.join('.'))).toEqual([
      'sections.1.gallery.imageIds.1',
      'sections.1.gallery.imageIds.2',
    ]);
  });
});

describe('templates', () => {
  const template = landingTemplates.find(({ code }) => code === 'flash-sale');
  it('speak the language of the page: Russian for Russian, English for all others', () => {
    if (!template) throw new Error('There is a flash sale.');
    const labelsIn = (locale: string) =>
      draftFromTemplate(template, 'Sale', locale).sections.flatMap((one) => (one.kind === 'cta' ? [one.label] : []));
    expect(['ru', 'ru-RU', 'RU', 'en', 'de', 'rue'].flatMap(labelsIn)).toEqual([
      ...many(3, 'Купить'),
      ...many(3, 'Buy now'),
    ]);
    expect(wordsIn(template.name, 'ru')).toBe('Распродажа');
  });

  it('give every section of every draft an id of its own', () => {
    const ids = landingTemplates.flatMap((one) =>
      [1, 2].flatMap(() => draftFromTemplate(one, 'Page', 'en').sections.map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('make drafts that may be kept: what a shop has not written yet is no mistake', () => {
    for (const one of landingTemplates) {
      const { sections } = draftFromTemplate(one, 'Page', 'en');
      const inputs = sections.map(({ kind, headline, id: _id, ...content }) => ({
        headline,
        [kind]: 'endsAt' in content ? { ...content, endsAt: null } : content,
      }));
      expect(read(...(inputs as SectionInput[])).ok).toBe(true);
    }
  });
});

describe('pictures of pages', () => {
  it('are looked at again later after each try, half an hour at most', () => {
    const now = new Date(0);
    expect([0, 1, 4, 5, 30].map((attempts) => nextImageLook(now, attempts).getTime() / 1_000)).toEqual([
      60, 120, 960, 1_800, 1_800,
    ]);
  });

  it('lie in folders that name their original, and no other folder does', () => {
    const sha256 = 'a'.repeat(64);
    expect(landingImageHashOf(`img/landing/aa/${sha256}/`)).toBe(sha256);
    for (const key of [
      `img/landing/aa/${sha256}`,
      `img/video/aa/${sha256}/`,
      `video/x/img/landing/aa/${sha256}/`,
      'img/landing/',
    ])
      expect(landingImageHashOf(key)).toBeUndefined();
  });
});
