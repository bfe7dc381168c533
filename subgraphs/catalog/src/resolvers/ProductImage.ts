import { imageFields } from '@vitrina/platform/images';
import { worksFor } from '../domain/visibility.ts';
import type { ProductImageResolvers } from '../generated/resolvers.ts';
import { type ProductImageRow, visibleImage } from '../queries/product-images.ts';

/** Whoever holds an image was allowed to see it. */
export const ProductImage: ProductImageResolvers = {
  ...imageFields<ProductImageRow>({ image: ({ image }) => image, alt: ({ alt }) => alt }),
  __resolveReference: ({ id }, ctx) => visibleImage(ctx, id),
  failure: ({ shopId, failureCode, failureMessage }, _args, ctx) =>
    failureCode && failureMessage && worksFor(ctx.actor, shopId)
      ? { code: failureCode, message: failureMessage }
      : null,
};
