import { type Refusal, type Result, toPayload } from '@vitrina/platform/result';
import { liveStreamById } from '../queries/live-streams.ts';
import type { Context } from '../request.ts';
import type { LiveStreamRow } from '../store/live.table.ts';
import type { KeyedLiveStream } from '../usecases/change-live-stream.ts';

/** A stream after a change; what this request knew of it is forgotten. */
export const livePayload = (ctx: Context, result: Result<LiveStreamRow, Refusal>) => {
  const { value, userErrors } = toPayload(result);
  if (value) ctx.loaders.one(liveStreamById).clear(value.id);
  return { liveStream: value, userErrors };
};

/** A stream with the key that is shown this once. */
export const liveKeyPayload = (ctx: Context, result: Result<KeyedLiveStream, Refusal>) => {
  const { value, userErrors } = toPayload(result);
  if (!value) return { liveStream: null, ingest: null, userErrors };
  ctx.loaders.one(liveStreamById).clear(value.row.id);
  const { ingestUrl: serverUrl } = ctx.services.live;
  return { liveStream: value.row, ingest: { serverUrl, streamKey: value.streamKey }, userErrors };
};
