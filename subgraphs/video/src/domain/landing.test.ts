import { newId } from '@vitrina/platform/ids';
import { describe, expect, it } from 'vitest';
import { type LandingDocument, type LandingSection, maxSections, referencesOf } from './landing-document.ts';
import { problemsOf, type ReferenceFacts } from './landing-problems.ts';
import { readSections, type SectionInput } from './landing-read-sections.ts';
import { readLandingSlug } from './landing-slug.ts';
import { draftFromTemplate, landingTemplates } from './landing-templates.ts';

const now = new Date('2026-03-01T12:00:00Z');
const [videoId, productId, imageId] = [newId('vid'), newId('prd'), newId('vli')] as const;
const facts = (more: Partial<ReferenceFacts> = {}): ReferenceFacts => ({
  publicVideoIds: new Set([videoId]),
  productIdsOnSale: new Set([productId]),
  readyImageIds: new Set([imageId]),
  now,
  ...more,
});
const read = (...inputs: SectionInput[]) => readSections(inputs, new Set(['vls_known']));
const sectionsOf = (...inputs: SectionInput[]): readonly LandingSection[] => {
  const result = read(...inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
};
const refusedWith = (...inputs: SectionInput[]) => {
  const result = read(...inputs);
  return result.ok ? [] : result.refusals.map(({ code, field }) => [code, field.join('.')]);
};
const page = (...inputs: SectionInput[]): LandingDocument => ({
  title: 'Mats',
  seoTitle: null,
  seoDescription: 'Good mats.',
  sections: sectionsOf(...inputs),
});
const complete: SectionInput[] = [
  { headline: 'Mats', heroVideo: { videoId } },
  { productGrid: { productIds: [productId] } },
  { text: { body: 'One.\r\n\r\n\r\n\r\nTwo.' } },
  { gallery: { imageIds: [imageId] } },
  { reviews: { quotes: [{ author: 'Ann', text: 'Soft.', rating: 5 }] } },
  { countdown: { endsAt: new Date('2026-03-02T00:00:00Z'), endedText: 'Over.' } },
  { faq: { items: [{ question: 'Washable?', answer: 'Yes.' }] } },
  { cta: { label: 'Buy', productId } },
];

describe('reading the sections of a draft', () => {
  it('keeps each kind, gives new sections an id and tidies what was typed', () => {
    const sections = sectionsOf({ ...complete[2], id: 'vls_known', headline: '  A  heading ' }, ...complete);
    expect(sections[0]).toMatchObject({ id: 'vls_known', headline: 'A heading', kind: 'text', body: 'One.\n\nTwo.' });
    expect(new Set(sections.map(({ id }) => id)).size).toBe(9);
    expect(referencesOf({ sections })).toEqual({ videoIds: [videoId], productIds: [productId], imageIds: [imageId] });
  });

  it.each<[string, SectionInput, [string, string]]>([
    ['no kind', { headline: 'x' }, ['ONE_KIND_ONLY', 'sections.0']],
    ['two kinds', { text: { body: '' }, faq: { items: [] } }, ['ONE_KIND_ONLY', 'sections.0']],
    ['a foreign section id', { id: 'vls_other', text: { body: '' } }, ['SECTION_NOT_FOUND', 'sections.0.id']],
    ['an id of another kind', { heroVideo: { videoId: productId } }, ['ID_NOT_VALID', 'sections.0.heroVideo.videoId']],
    [
      'an id of another kind in a list',
      { productGrid: { productIds: [productId, videoId] } },
      ['ID_NOT_VALID', 'sections.0.productGrid.productIds.1'],
    ],
    ['a script address', { cta: { label: 'x', url: 'javascript:alert(1)' } }, ['URL_NOT_VALID', 'sections.0.cta.url']],
    ['plain http', { cta: { label: 'x', url: 'http://a.example' } }, ['URL_NOT_VALID', 'sections.0.cta.url']],
    [
      'a name in an address',
      { cta: { label: 'x', url: 'https://shop@evil.example' } },
      ['URL_NOT_VALID', 'sections.0.cta.url'],
    ],
    [
      'two targets',
      { cta: { label: 'x', url: 'https://a.example', productId } },
      ['ONE_TARGET_ONLY', 'sections.0.cta'],
    ],
    [
      'six stars',
      { reviews: { quotes: [{ author: 'A', text: 'B', rating: 6 }] } },
      ['OUT_OF_RANGE', 'sections.0.reviews.quotes.0.rating'],
    ],
    [
      'a question without words',
      { faq: { items: [{ question: ' ', answer: 'B' }] } },
      ['TEXT_REQUIRED', 'sections.0.faq.items.0.question'],
    ],
    [
      'a heading that is too long',
      { headline: 'x'.repeat(121), text: { body: '' } },
      ['TEXT_TOO_LONG', 'sections.0.headline'],
    ],
    [
      'too many products',
      { productGrid: { productIds: Array.from({ length: 25 }, () => newId('prd')) } },
      ['TOO_MANY_ENTRIES', 'sections.0.productGrid.productIds'],
    ],
  ])('refuses %s and says where', (_what, input, refusal) => {
    expect(refusedWith(input)).toContainEqual(refusal);
  });

  it('refuses a section that stands there twice and more sections than a page holds', () => {
    const again = { id: 'vls_known', text: { body: '' } };
    expect(refusedWith(again, again)).toEqual([['DUPLICATE_SECTION', 'sections.1.id']]);
    expect(refusedWith(...Array.from({ length: maxSections + 1 }, () => ({ text: { body: '' } })))).toEqual([
      ['TOO_MANY_SECTIONS', 'sections'],
    ]);
  });
});

describe('what keeps a draft from being published', () => {
  it('is nothing when every section is filled in and all it shows can be seen', () => {
    expect(problemsOf(page(...complete), facts())).toEqual([]);
  });

  it.each<[string, SectionInput, Partial<ReferenceFacts>, string]>([
    ['a hero without a video', { heroVideo: {} }, {}, 'HERO_VIDEO_MISSING'],
    ['a video nobody may watch', { heroVideo: { videoId } }, { publicVideoIds: new Set() }, 'HERO_VIDEO_NOT_PUBLIC'],
    ['an empty grid', { productGrid: { productIds: [] } }, {}, 'PRODUCTS_MISSING'],
    [
      'a product off sale',
      { productGrid: { productIds: [productId] } },
      { productIdsOnSale: new Set() },
      'PRODUCT_NOT_ON_SALE',
    ],
    ['an unrendered picture', { gallery: { imageIds: [imageId] } }, { readyImageIds: new Set() }, 'PICTURE_NOT_READY'],
    ['an empty text', { text: { body: '' } }, {}, 'TEXT_MISSING'],
    ['a countdown that is over', { countdown: { endsAt: now, endedText: 'x' } }, {}, 'COUNTDOWN_OVER'],
    ['a button that leads nowhere', { cta: { label: 'x' } }, {}, 'CTA_TARGET_MISSING'],
  ])('is %s', (_what, input, more, code) => {
    const draft = page(input);
    expect(problemsOf(draft, facts(more))).toEqual([
      expect.objectContaining({ sectionId: draft.sections[0]?.id, code }),
    ]);
  });

  it('is a second hero, a hero further down, no section at all and no description', () => {
    const codes = (draft: LandingDocument) => problemsOf(draft, facts()).map(({ code }) => code);
    expect(codes(page({ heroVideo: { videoId } }, { heroVideo: { videoId } }))).toEqual(['ONE_HERO_ONLY']);
    expect(codes(page({ text: { body: 'x' } }, { heroVideo: { videoId } }))).toEqual(['HERO_NOT_FIRST']);
    expect(codes({ ...page(), seoDescription: '' })).toEqual(['SECTIONS_MISSING', 'DESCRIPTION_MISSING']);
  });

  it.each(landingTemplates.map(({ code }) => code))('of the template %s is only what has to be filled in', (code) => {
    const template = landingTemplates.find((candidate) => candidate.code === code);
    if (!template) throw new Error(code);
    const draft = draftFromTemplate(template, 'Коврики', 'ru-RU');
    expect(draft.sections.map(({ kind }) => kind)).toEqual(template.sections);
    expect(draft.sections[0]).toMatchObject({ headline: 'Коврики', ctaLabel: 'Купить' });
    for (const { code: problem } of problemsOf(draft, facts())) expect(problem).toMatch(/_MISSING$/);
  });
});

it.each([
  ['mats', true],
  ['spring-2026', true],
  ['ma', false],
  ['Mats', false],
  ['a--b', false],
  ['-ab', false],
  ['коврики', false],
  ['a/../b', false],
])('the address %s is good: %s', (slug, good) => expect(readLandingSlug(slug).ok).toBe(good));
