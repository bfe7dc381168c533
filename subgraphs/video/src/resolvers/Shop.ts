import { readPage, toConnection } from '@vitrina/platform/pagination';
import type { Resolvers } from '../generated/resolvers.ts';
import { shopLandings } from '../queries/landings.ts';
import { type VideoKey, videosOfShop } from '../queries/video-lists.ts';
import { isStaff } from '../usecases/access.ts';

/** What video adds to a shop. A reference is taken as it is; the field decides what it shows. */
export const Shop: Resolvers['Shop'] = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  videos: async ({ id }, args, ctx) => {
    const page = readPage<VideoKey>(args, 1);
    return toConnection(await videosOfShop(ctx.services, ctx.actor, id, page), page, (row) => [row.id]);
  },
  landings: async ({ id }, args, ctx) => {
    const page = readPage<readonly [string]>(args, 1);
    const rows = await shopLandings(ctx.services, id, page, !isStaff(ctx.actor, id));
    return toConnection(rows, page, (row) => [row.id]);
  },
};
