import { compiled, type Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import {
  type RemoteStep,
  type StepOutcome,
  stepAbandoned,
  stepDone,
  stepRefused,
  stepWaits,
} from '@vitrina/platform/saga';
import { eq, sql } from 'drizzle-orm';
import type { Authorisation, PaymentAnswer } from '../../clients/payments-client.ts';
import { paymentDeclined, plain } from '../../domain/refusals.ts';
import type { Ports } from '../../ports.ts';
import { orderGroup, shopOrder } from '../../store/order.table.ts';
import { lockGroup, ordersOf, recordChange, system } from '../../usecases/record-change.ts';
import { because, type CheckoutData, type CheckoutScope, said } from './data.ts';
import { givenUp } from './reasons.ts';

/** The bank's answer comes as an event; asking now and then makes up for a lost one. */
const actionPollSeconds = 60;
const pendingPollSeconds = 2;

/** Shows the buyer what the bank wants; writes nothing when it is shown already. */
const showAction = (groupId: string, action: PaymentAnswer['action'], now: Date) => async (tx: Tx) => {
  const group = await lockGroup(tx, groupId);
  if (group.phase !== 'PROCESSING') return;
  await tx.update(orderGroup).set({ phase: 'REQUIRES_ACTION', action }).where(eq(orderGroup.id, groupId));
  for (const order of await ordersOf(tx, groupId)) {
    await recordChange(tx, order, { event: 'ACTION_REQUIRED', status: order.status, by: system }, now);
  }
};

const judge = ({ subject, now }: CheckoutScope, payment: PaymentAnswer): StepOutcome<CheckoutData> => {
  switch (payment.state) {
    case 'AUTHORISED':
    case 'CAPTURED':
      return stepDone({ paymentId: payment.id, payment: null });
    case 'REQUIRES_ACTION':
      return stepWaits(actionPollSeconds, { paymentId: payment.id }, showAction(subject, payment.action, now));
    case 'PENDING':
      return stepWaits(pendingPollSeconds, { paymentId: payment.id });
    case 'FAILED': {
      const { code, message } = payment.failure ?? {
        code: 'declined',
        message: 'The payment was declined; choose another way to pay.',
      };
      return stepRefused(because([paymentDeclined(code, message)]));
    }
    case 'VOIDED':
      return stepRefused(
        because([plain('PAYMENT_CANCELLED', ['payment'], 'The payment was cancelled; order again to try once more.')]),
      );
  }
};

const groupWithOrders = compiled((orm) =>
  orm
    .select({ group: orderGroup, order: shopOrder })
    .from(orderGroup)
    .innerJoin(shopOrder, eq(shopOrder.groupId, orderGroup.id))
    .where(eq(orderGroup.id, sql.placeholder('groupId')))
    .orderBy(shopOrder.id),
);

const authorisationOf = async ({ services, subject, data }: CheckoutScope): Promise<Authorisation> => {
  const rows = await groupWithOrders(services.database.orm, { groupId: subject });
  const group = rows[0]?.group;
  invariant(group, `There is no order group ${subject}.`);
  return {
    groupId: group.id,
    buyerId: group.userId,
    guestKey: group.guestKey,
    currency: group.currency,
    amountMinor: group.totalMinor.toString(),
    terms: group.terms,
    paymentMethodId: data.payment?.paymentMethodId ?? null,
    providerToken: data.payment?.providerToken ?? null,
    saveMethod: data.payment?.saveMethod ?? false,
    returnUrl: data.payment?.returnUrl ?? null,
    parts: rows.map(({ order }) => ({
      orderId: order.id,
      shopId: order.shopId,
      amountMinor: order.totalMinor.toString(),
    })),
  };
};

/** Whether the buyer gave up while the bank waited for them. */
const isGivenUp = async ({ services, subject }: CheckoutScope): Promise<boolean> => {
  const [group] = await services.database.orm
    .select({ at: orderGroup.cancelRequestedAt })
    .from(orderGroup)
    .where(eq(orderGroup.id, subject));
  return group?.at != null;
};

/** Has the money promised: set aside by the buyer's bank, or due on delivery. */
export const authorise: RemoteStep<Ports, CheckoutData> = {
  kind: 'remote',
  name: 'authorise',
  run: async (scope) => {
    const { payment, userErrors } = await scope.services.payments.authorise(await authorisationOf(scope));
    if (payment) return judge(scope, payment);
    invariant(userErrors.length > 0, 'payments refused to authorise without saying why.');
    return stepRefused(because(userErrors.map(({ code, message }) => plain(code, ['payment'], message))));
  },
  askOutcome: async (scope) => {
    const payment = await scope.services.payments.byGroup(scope.subject);
    if (!payment) return { kind: 'absent' };
    const outcome = judge(scope, payment);
    // A yes that is there is taken: confirming looks at the wish under the group's lock, and gives the promise back.
    return outcome.kind === 'wait' && (await isGivenUp(scope)) ? stepAbandoned(givenUp) : outcome;
  },
  /** ALREADY_CAPTURED leaves no promise to give up: what was captured is given back by its own step. */
  compensate: async ({ services, subject }) => {
    const { payment, userErrors } = await services.payments.void(subject);
    const settled = payment?.state === 'VOIDED' || payment?.state === 'FAILED';
    const harmless = ['ALREADY_CAPTURED', 'PAYMENT_NOT_FOUND'];
    const serious = userErrors.filter(({ code }) => !harmless.includes(code));
    invariant(settled || serious.length === 0, `payments refused to void: ${said(serious)}`);
  },
};
