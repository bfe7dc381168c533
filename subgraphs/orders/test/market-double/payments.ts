import type { Database } from '@vitrina/platform/database';

interface PaymentRow {
  state: string;
  amount: string;
  captured: string;
  refunded: string;
  failure: string | null;
}

interface Authorise {
  readonly groupId: string;
  readonly amountMinor: string;
  readonly providerToken: string | null;
  readonly parts: readonly { readonly orderId: string; readonly amountMinor: string }[];
}

const statesByToken: Readonly<Record<string, string>> = { tok_declined: 'FAILED', tok_3ds: 'REQUIRES_ACTION' };

/** payments: one payment per group, refunds by reference. */
export const money = (databaseOf: () => Database) => {
  const sql = () => databaseOf().sql;
  const payment = async (groupId: string) => {
    const [row] = await sql()<PaymentRow[]>`select * from double.payment where group_id = ${groupId}`;
    if (!row) return null;
    const action =
      row.state === 'REQUIRES_ACTION' ? { redirectUrl: 'https://bank.example/check', clientSecret: 'secret' } : null;
    const failure =
      row.state === 'FAILED'
        ? { code: row.failure ?? 'CARD_DECLINED', message: 'The bank said no; use another card.' }
        : null;
    return { id: `pay_${groupId}`, state: row.state, action, failure };
  };
  const move = async (groupId: string, from: readonly string[], to: string) => {
    await sql()`update double.payment set state = ${to}, effects = effects + 1, captured = case when ${to} = 'CAPTURED' then amount else captured end
      where group_id = ${groupId} and state = any(${[...from]})`;
    return { payment: await payment(groupId), userErrors: [] };
  };
  const moneyOf = async (groupId: string) => {
    const [row] = await sql()<{ captured: string; parts: string }[]>`
      select captured, parts from double.payment where group_id = ${groupId}`;
    const parts = JSON.parse(row?.parts ?? '[]') as Authorise['parts'];
    const refunds = await sql()<{ reference: string; order_id: string; amount: string; state: string }[]>`
      select * from double.refund where order_id = any(${parts.map(({ orderId }) => orderId)}) order by nth`;
    const returned = (id: string) =>
      refunds.reduce((sum, each) => sum + (each.order_id === id && each.state === 'SUCCEEDED' ? +each.amount : 0), 0);
    return {
      parts: parts.map(({ orderId, amountMinor }) => ({
        order: { id: orderId },
        captured: { amountMinor: row?.captured === '0' ? '0' : amountMinor },
        refunded: { amountMinor: String(returned(orderId)) },
      })),
      refunds: refunds.map(({ reference, order_id: id, amount, state }) => ({
        id: `rfd_${reference}`,
        state,
        amount: { amountMinor: String(amount) },
        order: { id },
      })),
    };
  };
  return {
    AuthorisePayment: async ({ input }: { input: Authorise }) => {
      const state = statesByToken[input.providerToken ?? ''] ?? 'AUTHORISED';
      const sum = input.parts.reduce((total, part) => total + BigInt(part.amountMinor), 0n);
      if (sum !== BigInt(input.amountMinor)) throw new Error('The parts do not sum to the whole.');
      await sql()`insert into double.payment (group_id, state, amount, parts) values (${input.groupId}, ${state}, ${input.amountMinor}, ${JSON.stringify(input.parts)}) on conflict do nothing`;
      return { authorisePayment: { payment: await payment(input.groupId), userErrors: [] } };
    },
    CapturePayment: async ({ input }: { input: { groupId: string } }) => ({
      capturePayment: await move(input.groupId, ['AUTHORISED'], 'CAPTURED'),
    }),
    VoidPayment: async ({ input }: { input: { groupId: string } }) => {
      const before = await payment(input.groupId);
      if (before?.state === 'CAPTURED')
        return { voidPayment: { payment: null, userErrors: [{ code: 'ALREADY_CAPTURED', message: 'Too late.' }] } };
      return { voidPayment: await move(input.groupId, ['AUTHORISED', 'REQUIRES_ACTION', 'PENDING'], 'VOIDED') };
    },
    RefundOrder: async ({
      input,
    }: {
      input: { groupId: string; orderId: string; amountMinor: string; reference: string };
    }) => {
      const fresh =
        await sql()`insert into double.refund values (${input.reference}, ${input.orderId}, ${input.amountMinor}, 'SUCCEEDED') on conflict do nothing returning reference`;
      if (fresh.length > 0)
        await sql()`update double.payment set refunded = refunded + ${input.amountMinor}::bigint where group_id = ${input.groupId}`;
      const [row] = await sql()<
        { state: string }[]
      >`select state from double.refund where reference = ${input.reference}`;
      return { refundOrder: { refund: { id: `rfd_${input.reference}`, state: row?.state }, userErrors: [] } };
    },
    MoneyOfGroup: async ({ groupId }: { groupId: string }) => ({ paymentByGroup: await moneyOf(groupId) }),
    PaymentByGroup: async ({ groupId }: { groupId: string }) => ({ paymentByGroup: await payment(groupId) }),
  };
};
