import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleVideo } from '../visible-video.ts';

/** Null alike for what is missing and what is hidden. */
export const video: QueryResolvers['video'] = (_parent, { id }, ctx) => visibleVideo(id, ctx);
