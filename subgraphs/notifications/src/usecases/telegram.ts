import type { RateLimit } from '@vitrina/platform/rate-limit';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { tooMany } from '../domain/refusals.ts';
import { inSeconds } from '../domain/retry.ts';
import { linkMinutes, mintTelegramToken, readTelegramToken } from '../domain/telegram-link.ts';
import type { Services } from '../services.ts';
import { putTelegramChat, removePoint } from '../store/contact-points.ts';

const linksPerPerson: RateLimit = { name: 'notifications.telegram-links', points: 10, windowSeconds: 3_600 };

/** Makes the link that opens the market's bot for one person. */
export const makeTelegramLink = async (
  { config, secret, clock, rateLimiter, channels }: Services,
  userId: string,
): Promise<Result<{ readonly url: string; readonly expiresAt: Date }, Refusal>> => {
  const { VITRINA_TELEGRAM_BOT: bot, VITRINA_TELEGRAM_LINK_URL: origin } = config;
  if (!bot || !channels.TELEGRAM)
    return refuse(
      plainRefusal('NO_TELEGRAM', [], 'This market has no Telegram bot; choose another way to be reached.'),
    );
  const spent = await rateLimiter.consume(linksPerPerson, userId);
  if (!spent.allowed)
    return refuse(tooMany('TOO_MANY_LINKS', 'Too many links were asked for.', spent.retryAfterSeconds));
  const now = clock.now();
  return ok({
    url: `${origin}/${bot}?start=${mintTelegramToken(secret, userId, now)}`,
    expiresAt: inSeconds(now, linkMinutes * 60),
  });
};

/**
 * Links the chat a bot was started in, when its parameter is a link of ours that was not used. False otherwise; what the
 * bot answers then is the webhook's business.
 */
export const linkTelegramChat = async (
  { database, secret, clock }: Services,
  { token, chatId, label }: { readonly token: string; readonly chatId: string; readonly label: string },
): Promise<boolean> => {
  const now = clock.now();
  const read = readTelegramToken(secret, token, now);
  return read !== undefined && putTelegramChat(database.orm, { ...read, chatId, label }, now);
};

/** Forgets the chat a person linked; false when there was none. */
export const unlinkChat = ({ database }: Services, userId: string): Promise<boolean> =>
  removePoint(database.orm, { userId, channel: 'TELEGRAM' });
