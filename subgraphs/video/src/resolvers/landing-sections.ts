import { imageFields } from '@vitrina/platform/images';
import type { SectionKind } from '../domain/landing-document.ts';
import type {
  CountdownSectionResolvers,
  CtaSectionResolvers,
  GallerySectionResolvers,
  HeroVideoSectionResolvers,
  LandingImageResolvers,
  LandingSectionResolvers,
  ProductGridSectionResolvers,
} from '../generated/resolvers.ts';
import { landingImages } from '../queries/landings.ts';
import { productsOnSale } from '../queries/listed-products.ts';
import type { LandingImageRow } from '../store/landing-images.ts';
import { visibleVideo } from './visible-video.ts';

const typeNames = {
  heroVideo: 'HeroVideoSection',
  productGrid: 'ProductGridSection',
  text: 'TextSection',
  gallery: 'GallerySection',
  reviews: 'ReviewsSection',
  countdown: 'CountdownSection',
  faq: 'FaqSection',
  cta: 'CtaSection',
} as const satisfies Record<SectionKind, string>;

export const LandingSection: LandingSectionResolvers = {
  __resolveType: ({ kind }) => typeNames[kind],
};

export const HeroVideoSection: HeroVideoSectionResolvers = {
  video: ({ videoId }, _args, ctx) => (videoId === null ? null : visibleVideo(videoId, ctx)),
};

export const ProductGridSection: ProductGridSectionResolvers = {
  products: ({ productIds }, _args, ctx) => productsOnSale(productIds, ctx),
};

export const CtaSection: CtaSectionResolvers = {
  product: async ({ productId }, _args, ctx) =>
    productId ? ((await productsOnSale([productId], ctx))[0] ?? null) : null,
};

export const GallerySection: GallerySectionResolvers = {
  images: async ({ imageIds }, _args, { loaders }) => {
    const found = await loaders.one(landingImages).loadMany(imageIds);
    return found.flatMap((image) => {
      if (image instanceof Error) throw image;
      return image?.state === 'READY' ? image : [];
    });
  },
};

export const CountdownSection: CountdownSectionResolvers = {
  endsAt: ({ endsAt }) => endsAt,
};

export const LandingImage: LandingImageResolvers = imageFields<LandingImageRow>({
  image: ({ image }) => image,
  alt: ({ alt }) => alt,
});
