import { createHmac, timingSafeEqual } from 'node:crypto';

/** Minutes a link to the bot works. */
export const linkMinutes = 15;

const signatureOf = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(`vitrina.telegram-link.${body}`).digest('hex').slice(0, 24);

/**
 * Makes what the bot gets as the parameter of `/start`: who asked, when, and a signature. Telegram allows 64 letters,
 * digits, dashes and underscores there.
 */
export const mintTelegramToken = (secret: string, userId: string, now: Date): string => {
  const body = `${userId.replace(/^usr_/, '')}-${Math.floor(now.getTime() / 1_000).toString(36)}`;
  return `${body}-${signatureOf(secret, body)}`;
};

/** Reads it back: whose it is and when it was made; undefined for one that is forged or too old. */
export const readTelegramToken = (
  secret: string,
  token: string,
  now: Date,
): { readonly userId: string; readonly madeAt: Date } | undefined => {
  const match = /^(([a-z0-9_]{1,40})-([a-z0-9]{1,10}))-([0-9a-f]{24})$/.exec(token);
  const [, body = '', user = '', made = '', signature = ''] = match ?? [];
  if (!match || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(secret, body)))) return undefined;
  const madeAt = new Date(Number.parseInt(made, 36) * 1_000);
  const ageMs = now.getTime() - madeAt.getTime();
  return ageMs > linkMinutes * 60_000 ? undefined : { userId: `usr_${user}`, madeAt };
};
