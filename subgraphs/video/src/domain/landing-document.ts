/** What a shop says at the top of a landing page. */
export interface HeroVideo {
  readonly kind: 'heroVideo';
  readonly videoId: string | null;
  readonly subheadline: string | null;
  readonly ctaLabel: string | null;
}
/** Products, in the shop's order. */
export interface ProductGrid {
  readonly kind: 'productGrid';
  readonly productIds: readonly string[];
}
export interface Text {
  readonly kind: 'text';
  readonly body: string;
}
/** Pictures uploaded for the page, in order. */
export interface Gallery {
  readonly kind: 'gallery';
  readonly imageIds: readonly string[];
}
export interface Quote {
  readonly author: string;
  readonly text: string;
  /** Stars, 1 to 5. */
  readonly rating: number | null;
}
export interface Reviews {
  readonly kind: 'reviews';
  readonly quotes: readonly Quote[];
}
export interface Countdown {
  readonly kind: 'countdown';
  /** ISO 8601; null in a fresh template. */
  readonly endsAt: string | null;
  readonly endedText: string;
}
export interface FaqEntry {
  readonly question: string;
  readonly answer: string;
}
export interface Faq {
  readonly kind: 'faq';
  readonly items: readonly FaqEntry[];
}
/** Leads to a product of the shop or to an https address, never to both. */
export interface Cta {
  readonly kind: 'cta';
  readonly label: string;
  readonly productId: string | null;
  readonly url: string | null;
}

export type SectionContent = HeroVideo | ProductGrid | Text | Gallery | Reviews | Countdown | Faq | Cta;
export type SectionKind = SectionContent['kind'];

/** A section of a page; its id stays the same through edits and versions. */
export type LandingSection = SectionContent & { readonly id: string; readonly headline: string | null };

/** A whole page, as a draft and as each published version keeps it. */
export interface LandingDocument {
  readonly title: string;
  /** Null: the page's own title is shown. */
  readonly seoTitle: string | null;
  readonly seoDescription: string;
  readonly sections: readonly LandingSection[];
}

/** Most sections of one page. */
export const maxSections = 30;

/** What a page points at, each once. */
export interface LandingReferences {
  readonly videoIds: readonly string[];
  readonly productIds: readonly string[];
  readonly imageIds: readonly string[];
}

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Collects the ids of everything a page shows, so that one look at each owner answers for all of them. */
export const referencesOf = ({ sections }: Pick<LandingDocument, 'sections'>): LandingReferences => ({
  videoIds: unique(sections.map((section) => (section.kind === 'heroVideo' ? section.videoId : null))),
  productIds: unique(
    sections.flatMap((section): readonly (string | null)[] => {
      if (section.kind === 'productGrid') return section.productIds;
      return section.kind === 'cta' ? [section.productId] : [];
    }),
  ),
  imageIds: unique(sections.flatMap((section) => (section.kind === 'gallery' ? section.imageIds : []))),
});
