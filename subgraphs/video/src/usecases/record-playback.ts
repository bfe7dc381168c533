import { actorKey, type Identity } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import { networkOf, type RateLimit } from '@vitrina/platform/rate-limit';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { checkBatch, type PlaybackBatch } from '../domain/playback-batch.ts';
import type { Services } from '../services.ts';
import { canSee, findVideo, noSuchVideo } from './access.ts';

/** A batch a second, with room for one more when a page is left; a whole office may share an address, or an IPv6 network. */
const perSession: RateLimit = { name: 'video.playback.session', points: 90, windowSeconds: 60 };
const perAddress: RateLimit = { name: 'video.playback.address', points: 1_200, windowSeconds: 60 };

const spend = async ({ rateLimiter }: Services, limit: RateLimit, key: string): Promise<void> => {
  const { allowed, retryAfterSeconds } = await rateLimiter.consume(limit, key);
  if (!allowed)
    throw new AppError('RATE_LIMITED', 'Too many batches; put what you observed into one per second.', {
      retryAfterSeconds,
    });
};

/** Takes in a batch; false when it was there already. Refusals: INVALID_BATCH, VIDEO_NOT_READ_YET. */
export const recordPlayback = async (
  services: Services,
  identity: Identity,
  ip: string,
  { videoId, batch }: { readonly videoId: string; readonly batch: PlaybackBatch },
): Promise<Result<boolean, Refusal>> => {
  await spend(services, perAddress, networkOf(ip));
  const row = await findVideo(services.database.orm, videoId);
  if (!row || !canSee(identity.actor, row)) throw noSuchVideo();
  if (!row.facts) return refuse(plainRefusal('VIDEO_NOT_READ_YET', ['videoId'], 'This video cannot be played yet.'));
  const checked = checkBatch(batch, row.facts.durationSeconds);
  if (!checked.ok) return checked;
  await spend(services, perSession, `${videoId}:${batch.sessionId}`);
  const { watched, ...rest } = checked.value;
  const fresh = await services.playback.append({
    ...rest,
    videoId,
    viewer: identity.actor.kind === 'user' ? actorKey(identity) : null,
    watched: watched.map(({ fromSeconds, toSeconds }) => [fromSeconds, toSeconds] as const),
    receivedAt: services.clock.now(),
  });
  return ok(fresh);
};
