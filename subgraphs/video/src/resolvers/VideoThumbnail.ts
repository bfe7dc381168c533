import { imageFields } from '@vitrina/platform/images';
import type { Resolvers } from '../generated/resolvers.ts';
import type { VideoThumbnailMapper } from '../mappers.ts';

/** A still says what the video is called, for those who cannot see it. */
export const VideoThumbnail: Resolvers['VideoThumbnail'] = imageFields<VideoThumbnailMapper>({
  image: ({ image }) => image,
  alt: ({ title }) => title,
});
