import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';

/** A message in the app before it has its place in the person's sequence. */
export interface NewNotification {
  readonly id: string;
  readonly userId: string;
  readonly category: string;
  readonly kind: string;
  readonly params: object;
  readonly subjectId: string | null;
  readonly eventId: string;
}

/** An e-mail that is due at once. */
export interface NewDelivery {
  readonly id: string;
  readonly eventId: string;
  readonly kind: string;
  readonly params: object;
  readonly recipientId: string;
}

export interface NewTold {
  readonly notifications: readonly NewNotification[];
  readonly deliveries: readonly NewDelivery[];
}

/**
 * Writes messages in the app and e-mails in one statement. A person's feed row is locked until the transaction ends,
 * which makes the order of sequences the order of commits; feeds are taken in sorted order, so that two events that
 * tell the same people do not wait for each other in a circle.
 */
export const insertTold = async (tx: Tx, { notifications, deliveries }: NewTold, now: Date): Promise<void> => {
  if (notifications.length === 0 && deliveries.length === 0) return;
  const at = now.toISOString();
  const placed = notifications.map((row, place) => ({ ...row, place }));
  await tx.execute(sql`
    with told as materialized (
      select *, row_number() over (partition by "userId" order by place)::int as nth, count(*) over (partition by "userId")::int as total
      from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
        as t(id text, "userId" text, category text, kind text, params jsonb, "subjectId" text, "eventId" text, place int)
    ), grown as (
      insert into feed (user_id, last_sequence) select "userId", total from told where nth = 1 order by "userId" collate "C"
      on conflict (user_id) do update set last_sequence = feed.last_sequence + excluded.last_sequence
      returning user_id, last_sequence
    ), placed as (
      insert into notification (id, user_id, sequence, category, kind, params, subject_id, event_id, created_at)
      select id, "userId", last_sequence - total + nth, category, kind, params, "subjectId", "eventId", ${at}::timestamptz
      from told join grown on user_id = "userId"
    )
    insert into delivery (id, event_id, kind, params, recipient_id, state, due_at, created_at)
    select id, "eventId", kind, params, "recipientId", 'PENDING', ${at}::timestamptz, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
      as d(id text, "eventId" text, kind text, params jsonb, "recipientId" text)`);
};
