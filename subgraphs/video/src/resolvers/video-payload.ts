import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import { videoById } from '../queries/loaders.ts';
import type { Context } from '../request.ts';
import type { VideoRow } from '../store/video.table.ts';

/** A video after a change; what this request knew of it is forgotten. */
export const videoPayload = (ctx: Context, result: Result<VideoRow, Refusal>) => {
  const { value, userErrors } = toPayload(result);
  if (value) ctx.loaders.one(videoById).clear(value.id);
  return { video: value, userErrors };
};
