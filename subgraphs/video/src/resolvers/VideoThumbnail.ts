import { type ImageContext, type ImageUrls, imageFields } from '@vitrina/platform/images';
import type { Resolvers } from '../generated/resolvers.ts';
import type { VideoThumbnailMapper } from '../mappers.ts';

/** Addresses of a still: of the video's folder, which expire where the video's do; older stills lie under keys of their own. */
export const stillUrls = (folder: string, { services }: ImageContext): ImageUrls => ({
  publicUrl: (key) => (key.startsWith('img/') ? services.objects.publicUrl(key) : `${folder}${key}`),
});

/** A still says what the video is called, for those who cannot see it. */
export const VideoThumbnail: Resolvers['VideoThumbnail'] = imageFields<VideoThumbnailMapper>({
  image: ({ image }) => image,
  alt: ({ title }) => title,
  urls: ({ folder }, context) => stillUrls(folder, context),
});
