import { newId } from '@vitrina/platform/ids';
import type { LandingDocument, LandingSection, SectionContent, SectionKind } from './landing-document.ts';

type Words = Readonly<{ en: string; ru: string }>;

/** A starting point for a page. */
export interface LandingTemplate {
  readonly code: string;
  readonly name: Words;
  readonly description: Words;
  readonly sections: readonly SectionKind[];
}

/** Starting points, the usual one first. */
export const landingTemplates: readonly LandingTemplate[] = [
  {
    code: 'product-launch',
    name: { en: 'Product launch', ru: 'Запуск товара' },
    description: {
      en: 'One video, the product, what customers say, answers to questions.',
      ru: 'Одно видео, товар, слова покупателей, ответы на вопросы.',
    },
    sections: ['heroVideo', 'productGrid', 'text', 'reviews', 'faq', 'cta'],
  },
  {
    code: 'flash-sale',
    name: { en: 'Flash sale', ru: 'Распродажа' },
    description: {
      en: 'A countdown above the goods that are cheaper until it ends.',
      ru: 'Обратный отсчёт и товары, которые дешевле, пока он идёт.',
    },
    sections: ['heroVideo', 'countdown', 'productGrid', 'faq', 'cta'],
  },
  {
    code: 'lookbook',
    name: { en: 'Lookbook', ru: 'Лукбук' },
    description: {
      en: 'A video, many pictures, the goods in them.',
      ru: 'Видео, много снимков и товары с них.',
    },
    sections: ['heroVideo', 'gallery', 'text', 'productGrid', 'cta'],
  },
  {
    code: 'blank',
    name: { en: 'Blank', ru: 'Пустая' },
    description: { en: 'A video and nothing else yet.', ru: 'Только видео, остальное за вами.' },
    sections: ['heroVideo'],
  },
];

/** Words a fresh section starts with, in the page's language: Russian for `ru`, English for all others. */
const openings: Readonly<Record<'reviews' | 'faq' | 'countdown' | 'cta' | 'ended', Words>> = {
  reviews: { en: 'What customers say', ru: 'Что говорят покупатели' },
  faq: { en: 'Questions and answers', ru: 'Вопросы и ответы' },
  countdown: { en: 'Only until', ru: 'Только до' },
  cta: { en: 'Buy now', ru: 'Купить' },
  ended: { en: 'This offer has ended.', ru: 'Предложение закончилось.' },
};

const languageOf = (locale: string): keyof Words => (/^ru\b/i.test(locale) ? 'ru' : 'en');

const emptySection = (
  kind: SectionKind,
  language: keyof Words,
): { content: SectionContent; headline: string | null } => {
  switch (kind) {
    case 'heroVideo':
      return { content: { kind, videoId: null, subheadline: null, ctaLabel: openings.cta[language] }, headline: null };
    case 'productGrid':
      return { content: { kind, productIds: [] }, headline: null };
    case 'text':
      return { content: { kind, body: '' }, headline: null };
    case 'gallery':
      return { content: { kind, imageIds: [] }, headline: null };
    case 'reviews':
      return { content: { kind, quotes: [] }, headline: openings.reviews[language] };
    case 'countdown':
      return {
        content: { kind, endsAt: null, endedText: openings.ended[language] },
        headline: openings.countdown[language],
      };
    case 'faq':
      return { content: { kind, items: [] }, headline: openings.faq[language] };
    case 'cta':
      return { content: { kind, label: openings.cta[language], productId: null, url: null }, headline: null };
  }
};

/** The draft a page starts with: the template's sections, empty but for the words every such page needs. */
export const draftFromTemplate = (template: LandingTemplate, title: string, locale: string): LandingDocument => {
  const language = languageOf(locale);
  const sections = template.sections.map((kind): LandingSection => {
    const { content, headline } = emptySection(kind, language);
    // The page's own heading is its first one.
    return { ...content, id: newId('vls'), headline: kind === 'heroVideo' ? title : headline };
  });
  return { title, seoTitle: null, seoDescription: '', sections };
};

/** Words of a template in the wanted language. */
export const wordsIn = (words: Words, locale: string): string => words[languageOf(locale)];
