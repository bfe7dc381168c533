import type { LandingDocument, LandingSection } from './landing-document.ts';

/** Why a draft cannot be published yet. */
export interface LandingProblem {
  /** Null when it is about the whole page. */
  readonly sectionId: string | null;
  readonly code: string;
  readonly message: string;
}

/** What the owners of videos, products and pictures say of the ids a page names. */
export interface ReferenceFacts {
  /** Videos of this shop that the public may watch now. */
  readonly publicVideoIds: ReadonlySet<string>;
  /** Products of this shop that are on sale. */
  readonly productIdsOnSale: ReadonlySet<string>;
  /** Pictures of this page that are rendered. */
  readonly readyImageIds: ReadonlySet<string>;
  readonly now: Date;
}

type Found = readonly [code: string, message: string];

const inHero = (section: LandingSection & { kind: 'heroVideo' }, facts: ReferenceFacts): Found[] => {
  if (section.videoId === null) return [['HERO_VIDEO_MISSING', 'Choose the video this page opens with.']];
  if (facts.publicVideoIds.has(section.videoId)) return [];
  return [
    [
      'HERO_VIDEO_NOT_PUBLIC',
      'The video cannot be watched by everybody yet: wait until it is processed and let through, or make it public.',
    ],
  ];
};

const inCta = (section: LandingSection & { kind: 'cta' }, facts: ReferenceFacts): Found[] => {
  if (!section.productId && !section.url)
    return [['CTA_TARGET_MISSING', 'Say where the button leads: to a product or to an https address.']];
  if (section.productId && !facts.productIdsOnSale.has(section.productId))
    return [['PRODUCT_NOT_ON_SALE', 'The product of this button is not on sale; put it on sale or choose another.']];
  return [];
};

const inCountdown = (section: LandingSection & { kind: 'countdown' }, facts: ReferenceFacts): Found[] => {
  if (section.endsAt === null) return [['COUNTDOWN_END_MISSING', 'Say when the countdown ends.']];
  return new Date(section.endsAt) > facts.now
    ? []
    : [['COUNTDOWN_OVER', 'The countdown has run down already; give it a later end or take it away.']];
};

const missing = (ids: readonly string[], there: ReadonlySet<string>): number =>
  ids.filter((id) => !there.has(id)).length;

const inSection = (section: LandingSection, facts: ReferenceFacts): Found[] => {
  switch (section.kind) {
    case 'heroVideo':
      return inHero(section, facts);
    case 'productGrid': {
      if (section.productIds.length === 0) return [['PRODUCTS_MISSING', 'Choose at least one product.']];
      const gone = missing(section.productIds, facts.productIdsOnSale);
      return gone === 0
        ? []
        : [['PRODUCT_NOT_ON_SALE', `${gone} of the products are not on sale; put them on sale or take them away.`]];
    }
    case 'text':
      return section.body === '' ? [['TEXT_MISSING', 'Write the text, or take the section away.']] : [];
    case 'gallery': {
      if (section.imageIds.length === 0) return [['PICTURES_MISSING', 'Upload at least one picture.']];
      return missing(section.imageIds, facts.readyImageIds) === 0
        ? []
        : [['PICTURE_NOT_READY', 'A picture is still being worked on or could not be read; wait, or take it away.']];
    }
    case 'reviews':
      return section.quotes.length === 0 ? [['QUOTES_MISSING', 'Quote at least one customer.']] : [];
    case 'countdown':
      return inCountdown(section, facts);
    case 'faq':
      return section.items.length === 0 ? [['QUESTIONS_MISSING', 'Add at least one question.']] : [];
    case 'cta':
      return inCta(section, facts);
  }
};

const inPage = ({ sections, seoDescription }: LandingDocument): LandingProblem[] => {
  const problems: LandingProblem[] = [];
  const add = (code: string, message: string): void => void problems.push({ sectionId: null, code, message });
  if (sections.length === 0) add('SECTIONS_MISSING', 'Add at least one section.');
  if (seoDescription === '')
    add('DESCRIPTION_MISSING', 'Write one or two sentences for search engines and shared links.');
  const heroes = sections.filter(({ kind }) => kind === 'heroVideo');
  if (heroes.length > 1) add('ONE_HERO_ONLY', 'A page opens with one video; turn the other hero into something else.');
  if (heroes.length === 1 && sections[0]?.kind !== 'heroVideo')
    add('HERO_NOT_FIRST', 'The hero video belongs at the top; move it there.');
  return problems;
};

/** Everything that keeps a draft from being published, page first, then section by section. Empty: it is ready. */
export const problemsOf = (draft: LandingDocument, facts: ReferenceFacts): readonly LandingProblem[] => [
  ...inPage(draft),
  ...draft.sections.flatMap((section) =>
    inSection(section, facts).map(([code, message]) => ({ sectionId: section.id, code, message })),
  ),
];
