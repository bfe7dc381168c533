import { ok, type Result, refuse } from '@vitrina/platform/result';
import { sql } from 'drizzle-orm';
import { cellOf, isLocked } from '../domain/preferences/matrix.ts';
import { type LinkFault, readUnsubscribeToken, type Unsubscription } from '../domain/unsubscribe.ts';
import type { Services } from '../services.ts';

/** What a link did: switched off now, or before already (a link may be used again, and mail programs do). */
export interface Unsubscribed extends Unsubscription {
  readonly already: boolean;
}

/** Reads a link without acting on it, for a page that asks first. */
export const readUnsubscribeLink = ({ secret, clock }: Services, token: string): Result<Unsubscription, LinkFault> =>
  readUnsubscribeToken(secret, token, clock.now());

/**
 * Switches off what a link names, in one statement. Whoever holds the link may do that and nothing else: the token names
 * one person, one category and one channel. A mandatory category has no links, so a token for one is not ours.
 */
export const unsubscribe = async (services: Services, token: string): Promise<Result<Unsubscribed, LinkFault>> => {
  const read = readUnsubscribeLink(services, token);
  if (!read.ok) return read;
  const { recipientId, category, channel } = read.value;
  if (isLocked(category, channel)) return refuse('FORGED');
  const cell = cellOf(category, channel);
  const at = services.clock.now().toISOString();
  const rows = await services.database.orm.execute(sql`
    insert into preference (user_id, version, choices, updated_at)
    values (${recipientId}, 1, jsonb_build_object(${cell}::text, false), ${at}::timestamptz)
    on conflict (user_id) do update set version = preference.version + 1, updated_at = excluded.updated_at,
      choices = preference.choices || excluded.choices
    where coalesce((preference.choices ->> ${cell}::text)::boolean, true)
    returning user_id`);
  return ok({ ...read.value, already: rows.length === 0 });
};
