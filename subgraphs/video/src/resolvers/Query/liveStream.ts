import type { QueryResolvers } from '../../generated/resolvers.ts';
import { visibleLiveStream } from '../LiveStream.ts';

/** Missing and hidden are both null. */
export const liveStream: QueryResolvers['liveStream'] = (_parent, { id }, ctx) => visibleLiveStream(id, ctx);
