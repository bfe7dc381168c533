import { type Executor, rowJson, rowsJson, statement, type Tx } from '@vitrina/platform/database';
import type { CommissionLineRow, EscrowRow, PaymentRow } from './payment.table.ts';
import type { ProviderCallRow } from './provider-call.table.ts';

/** A payment with everything that is written down before its provider hears of it. */
export interface NewPayment {
  readonly row: PaymentRow;
  readonly parts: readonly EscrowRow[];
  readonly call: ProviderCallRow;
}

/** Writes payment, parts and intended call in one statement, so all or none; false when the group has a payment. */
export const insertPayment = async (executor: Executor, { row, parts, call }: NewPayment): Promise<boolean> => {
  const [written] = await statement<{ count: number }>(executor)`
    with placed as (
      insert into payment select * from jsonb_populate_record(null::payment, ${rowJson(row)}::jsonb)
      on conflict (group_id) do nothing returning id
    ), parted as (
      insert into escrow select part.* from placed, jsonb_populate_recordset(null::escrow, ${rowsJson(parts)}::jsonb) as part
    ), called as (
      insert into provider_call select call.* from placed, jsonb_populate_record(null::provider_call, ${rowJson(call)}::jsonb) as call
    )
    select count(*)::int as count from placed`;
  return written?.count === 1;
};

/** Writes an intended call; false when one of its kind is written down already. */
export const insertCall = async (tx: Tx, call: ProviderCallRow): Promise<boolean> => {
  const rows = await statement(tx)`
    insert into provider_call select * from jsonb_populate_record(null::provider_call, ${rowJson(call)}::jsonb)
    on conflict do nothing returning id`;
  return rows.length > 0;
};

/**
 * Writes a payment and those of its parts that changed as they are now; the caller holds the payment's lock. Parts come
 * as an array of texts: a planner that expects few of them looks them up by key.
 */
export const updatePayment = async (tx: Tx, row: PaymentRow, parts: readonly EscrowRow[]): Promise<void> => {
  await statement(tx)`
    with given as materialized (
      select part.* from unnest(${parts.map(rowJson)}::text[]) as g(row), jsonb_populate_record(null::escrow, g.row::jsonb) as part
    ), parts as (
      update escrow set funded_minor = g.funded_minor, refunded_minor = g.refunded_minor, refund_pending_minor = g.refund_pending_minor,
        released_minor = g.released_minor, released_commission_minor = g.released_commission_minor, released_tax_minor = g.released_tax_minor,
        commission_minor = g.commission_minor, commission_tax_minor = g.commission_tax_minor, frozen_at = g.frozen_at,
        delivered_at = g.delivered_at, completed_at = g.completed_at, cancelled_at = g.cancelled_at, released_at = g.released_at
      from given g where escrow.order_id = g.order_id
    )
    update payment set captured_minor = p.captured_minor, refunded_minor = p.refunded_minor, state = p.state,
      provider_intent_id = p.provider_intent_id, redirect_url = p.redirect_url, client_secret = p.client_secret,
      failure_code = p.failure_code, failure_message = p.failure_message, void_requested_at = p.void_requested_at,
      version = p.version, updated_at = p.updated_at
    from jsonb_populate_record(null::payment, ${rowJson(row)}::jsonb) as p
    where payment.id = ${row.id}`;
};

/** Ends an open call with what came of it; false when it is not open any more. */
export const closeCall = async (
  tx: Tx,
  id: string,
  {
    state,
    outcome,
    finishedAt,
  }: { readonly state: 'DONE' | 'REFUSED'; readonly outcome: object; readonly finishedAt: Date },
): Promise<boolean> => {
  const rows = await statement(tx)`
    update provider_call set state = ${state}, outcome = ${JSON.stringify(outcome)}::jsonb, finished_at = ${finishedAt.toISOString()}::timestamptz,
      next_attempt_at = null, leased_until = null
    where id = ${id} and state = 'OPEN' returning id`;
  return rows.length > 0;
};

/** Lets go of a call whose outcome is unknown, to be asked about later; false when it is not open any more. */
export const leaveCallOpen = async (
  tx: Tx,
  id: string,
  { outcome, nextAttemptAt }: { readonly outcome: object; readonly nextAttemptAt: Date },
): Promise<boolean> => {
  const rows = await statement(tx)`
    update provider_call set outcome = ${JSON.stringify(outcome)}::jsonb, next_attempt_at = ${nextAttemptAt.toISOString()}::timestamptz,
      leased_until = null
    where id = ${id} and state = 'OPEN' returning id`;
  return rows.length > 0;
};

/** Writes commission lines of any number of orders. */
export const insertCommissionLines = async (tx: Tx, lines: readonly CommissionLineRow[]): Promise<void> => {
  if (lines.length === 0) return;
  await statement(tx)`
    insert into commission_line select * from jsonb_populate_recordset(null::commission_line, ${rowsJson(lines)}::jsonb)`;
};
