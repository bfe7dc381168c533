import type { RateLimit } from '@vitrina/platform/rate-limit';
import { ok, type Result, refuse } from '@vitrina/platform/result';
import { type RateLimitedRefusal, rateLimited } from '../domain/refusals.ts';
import type { Ports } from '../ports.ts';

/** Spends one message (or edit) of an author: of all their messages, and of those in this conversation. */
export const spendSend = async (
  { rateLimiter, config }: Ports,
  authorId: string,
  conversationId: string,
): Promise<Result<null, RateLimitedRefusal>> => {
  const overall: RateLimit = {
    name: 'messaging.send.author',
    points: config.MESSAGING_SENDS_PER_MINUTE,
    windowSeconds: 60,
  };
  // Counted per author, so that nobody uses up what another person may send.
  const within: RateLimit = {
    name: 'messaging.send.conversation',
    points: config.MESSAGING_CONVERSATION_SENDS_PER_MINUTE,
    windowSeconds: 60,
  };
  const spent = await Promise.all([
    rateLimiter.consume(overall, authorId),
    rateLimiter.consume(within, `${authorId} ${conversationId}`),
  ]);
  if (spent.every(({ allowed }) => allowed)) return ok(null);
  return refuse(
    rateLimited(Math.max(...spent.map(({ retryAfterSeconds }) => retryAfterSeconds)), 'send messages too fast'),
  );
};

/** Spends one upload of a file; as many as a quick sender of photos needs, and no more. */
export const spendUpload = async (
  { rateLimiter, config }: Ports,
  authorId: string,
): Promise<Result<null, RateLimitedRefusal>> => {
  const limit: RateLimit = {
    name: 'messaging.upload',
    points: config.MESSAGING_UPLOADS_PER_HOUR,
    windowSeconds: 3_600,
  };
  const { allowed, retryAfterSeconds } = await rateLimiter.consume(limit, authorId);
  return allowed ? ok(null) : refuse(rateLimited(retryAfterSeconds, 'send files too fast'));
};

/** Spends one report. */
export const spendReport = async (
  { rateLimiter, config }: Ports,
  authorId: string,
): Promise<Result<null, RateLimitedRefusal>> => {
  const limit: RateLimit = {
    name: 'messaging.report',
    points: config.MESSAGING_REPORTS_PER_HOUR,
    windowSeconds: 3_600,
  };
  const { allowed, retryAfterSeconds } = await rateLimiter.consume(limit, authorId);
  return allowed ? ok(null) : refuse(rateLimited(retryAfterSeconds, 'report too many messages'));
};

/** Spends one opening of a conversation. */
export const spendOpening = async (
  { rateLimiter, config }: Ports,
  authorId: string,
): Promise<Result<null, RateLimitedRefusal>> => {
  const limit: RateLimit = {
    name: 'messaging.open',
    points: config.MESSAGING_OPENINGS_PER_HOUR,
    windowSeconds: 3_600,
  };
  const { allowed, retryAfterSeconds } = await rateLimiter.consume(limit, authorId);
  return allowed ? ok(null) : refuse(rateLimited(retryAfterSeconds, 'opened too many conversations'));
};
