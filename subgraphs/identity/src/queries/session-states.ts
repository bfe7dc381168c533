import type { Database } from '@vitrina/platform/database';
import { lookupKey } from '@vitrina/platform/text';

/** What a session may do, as the gateway asks. */
export interface SessionState {
  readonly sessionId: string;
  readonly active: boolean;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly shops: readonly { readonly shopId: string; readonly capabilities: readonly string[] }[];
}

/** One row per session and shop; the market-wide row has no shop. */
interface StateRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly active: boolean;
  readonly shop_id: string | null;
  readonly capabilities: string[] | null;
}

/**
 * State and rights of sessions, straight from the tables on every call: a revocation or a changed role holds from the
 * next question on. One statement over primary keys and `role_grant_user`; unknown ids are left out.
 */
export const sessionStates = async (
  { sql }: Database,
  ids: readonly string[],
  now: Date,
): Promise<readonly SessionState[]> => {
  const rows = await sql<StateRow[]>`
    select s.id as session_id, s.user_id, (s.revoked_at is null and s.expires_at > ${now.toISOString()}::timestamptz) as active,
           g.shop_id, array_agg(c.capability order by c.capability) filter (where c.capability is not null) as capabilities
    from session s
    left join role_grant g on g.user_id = s.user_id
    left join role_capability c on c.role = g.role and c.reach = case when g.shop_id is null then 'market' else 'shop' end
    where s.id = any(${ids.map(lookupKey)}::text[])
    group by s.id, g.shop_id
    order by s.id, g.shop_id nulls first`;
  const states = new Map<string, SessionState>();
  for (const row of rows) {
    const known = states.get(row.session_id) ?? {
      sessionId: row.session_id,
      active: row.active,
      userId: row.user_id,
      scopes: [],
      shops: [],
    };
    const capabilities = row.capabilities ?? [];
    states.set(
      row.session_id,
      row.shop_id === null
        ? { ...known, scopes: capabilities }
        : { ...known, shops: [...known.shops, { shopId: row.shop_id, capabilities }] },
    );
  }
  return [...states.values()];
};
