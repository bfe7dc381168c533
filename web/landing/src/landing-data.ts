/** Amount of money as the graph gives it. */
export interface MoneyData {
  readonly amountMinor: string | number;
  readonly currency: string;
  readonly exponent: number;
}

/** A picture in all its formats. */
export interface PictureData {
  readonly url: string | null;
  readonly avif: string | null;
  readonly webp: string | null;
  readonly jpeg: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbhash: string | null;
  readonly alt: string;
}

/** What is bought: one combination of options. */
export interface VariantData {
  readonly id: string;
  readonly available: number;
  readonly price: MoneyData;
  readonly options: readonly { readonly value: { readonly label: string } }[];
}

/** A product with what a card shows of it. */
export interface ProductData {
  readonly id: string;
  readonly title: string;
  readonly images: readonly PictureData[];
  readonly variants: { readonly nodes: readonly VariantData[] };
}

/** A product as the outline of a page names it. */
export interface ProductRef {
  readonly id: string;
}

/** The hero video with all its player needs, so that the player does not ask again. */
export interface VideoData<Product = ProductData> {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly durationSeconds: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly playback: { readonly hlsUrl: string } | null;
  readonly poster: PictureData | null;
  readonly storyboard: { readonly vttUrl: string } | null;
  readonly captions: readonly { readonly language: string; readonly label: string; readonly url: string }[];
  readonly productTags: readonly {
    readonly id: string;
    readonly startSeconds: number;
    readonly endSeconds: number;
    readonly x: number | null;
    readonly y: number | null;
    readonly product: Product | null;
    readonly variant: { readonly id: string } | null;
  }[];
}

/** What every section has. */
interface SectionBase {
  readonly id: string;
  readonly headline: string | null;
}

/** The sections, told apart by `__typename`. */
export type SectionData<Product = ProductData> = SectionBase &
  (
    | {
        readonly __typename: 'HeroVideoSection';
        readonly subheadline: string | null;
        readonly video: VideoData<Product> | null;
        readonly ctaLabel: string | null;
      }
    | { readonly __typename: 'ProductGridSection'; readonly products: readonly Product[] }
    | { readonly __typename: 'TextSection'; readonly body: string }
    | { readonly __typename: 'GallerySection'; readonly images: readonly PictureData[] }
    | {
        readonly __typename: 'ReviewsSection';
        readonly quotes: readonly { readonly author: string; readonly text: string; readonly rating: number | null }[];
      }
    | { readonly __typename: 'CountdownSection'; readonly endsAt: string | null; readonly endedText: string }
    | {
        readonly __typename: 'FaqSection';
        readonly items: readonly { readonly question: string; readonly answer: string }[];
      }
    | {
        readonly __typename: 'CtaSection';
        readonly label: string;
        readonly product: Product | null;
        readonly url: string | null;
      }
  );

/** One kind of section. */
export type SectionOf<Kind extends SectionData['__typename']> = Extract<SectionData, { readonly __typename: Kind }>;

/** A landing page. The answer of the registered operation `LandingPage` is its outline, `LandingData<ProductRef>`. */
export interface LandingData<Product = ProductData> {
  readonly slug: string;
  readonly title: string;
  readonly locale: string;
  readonly publishedAt: string | null;
  readonly seo: { readonly title: string; readonly description: string; readonly imageUrl: string | null };
  readonly shop: { readonly name: string };
  readonly sections: readonly SectionData<Product>[];
}

/** What a page needs besides its data. */
export interface PageOptions {
  /** Origin the page is served under, e.g. `https://vitrina.example`. */
  readonly origin: string;
  /** Of this answer alone; scripts and styles without it are not run. */
  readonly nonce: string;
  readonly now: Date;
  /** Addresses of the scripts; a page without them is whole but for playing and buying. */
  readonly scripts: { readonly entry: string; readonly engine: string; readonly landing: string } | undefined;
}
