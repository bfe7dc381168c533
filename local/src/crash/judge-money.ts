import type { BookedIntent } from '../stripe-double/index.ts';
import type { Evidence, GroupFact, OrderFact, PaymentFact } from './evidence.ts';
import { groupedBy, type Violation, violation } from './violation.ts';

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Intents in which money is held or may still be taken although nobody waits for it. */
const isLoose = ({ status, capturedMinor }: BookedIntent): boolean =>
  capturedMinor === 0 && !['canceled', 'requires_payment_method'].includes(status);

interface Money {
  readonly group: GroupFact;
  readonly orders: readonly OrderFact[];
  readonly intents: readonly BookedIntent[];
  readonly payment: PaymentFact | undefined;
}

/** What a settled prepaid purchase took, less what its cancelled orders gave back. */
const settledPrepaid = ({ group, orders, intents, payment }: Money): Violation[] => {
  const captured = sum(intents.map(({ capturedMinor }) => BigInt(capturedMinor)));
  const returned = sum(intents.map(({ refundedMinor }) => BigInt(refundedMinor)));
  const owed = sum(orders.filter(({ status }) => status === 'CANCELLED').map(({ totalMinor }) => totalMinor));
  const found: Violation[] = [];
  if (captured !== group.totalMinor)
    found.push(violation('outcome', `group ${group.id} costs ${group.totalMinor}, the provider captured ${captured}`));
  if (returned !== owed)
    found.push(violation('outcome', `group ${group.id} has to return ${owed}, the provider returned ${returned}`));
  if (payment?.state !== 'CAPTURED' || payment.capturedMinor !== captured || payment.refundedMinor !== returned)
    found.push(violation('outcome', `payment ${payment?.id} of group ${group.id} disagrees with the provider's books`));
  for (const { id, timesFunded, fundedMinor, totalMinor } of orders) {
    if (timesFunded !== 1 || fundedMinor !== totalMinor)
      found.push(
        violation(
          'ledger',
          `order ${id} costs ${totalMinor} and was booked ${timesFunded} times, ${fundedMinor} in all`,
        ),
      );
  }
  return found;
};

/** Nothing stayed: neither at the provider nor in the ledger. */
const nothingStayed = ({ group, orders, intents, payment }: Money): Violation[] => {
  const kept = sum(intents.map(({ capturedMinor, refundedMinor }) => BigInt(capturedMinor - refundedMinor)));
  const booked = sum(orders.map(({ fundedMinor, refundedMinor }) => fundedMinor - refundedMinor));
  const ours = payment ? payment.capturedMinor - payment.refundedMinor : 0n;
  const found: Violation[] = [];
  if (kept !== 0n) found.push(violation('outcome', `group ${group.id} is unpaid by rights, the provider kept ${kept}`));
  if (booked !== 0n)
    found.push(violation('ledger', `group ${group.id} is unpaid by rights, the ledger kept ${booked}`));
  if (ours !== 0n) found.push(violation('outcome', `payment ${payment?.id} of group ${group.id} kept ${ours}`));
  if (payment && !['FAILED', 'VOIDED', 'CAPTURED'].includes(payment.state) && group.phase === 'CANCELLED')
    found.push(violation('outcome', `payment ${payment.id} of cancelled group ${group.id} is ${payment.state}`));
  return found;
};

const judgeGroup = (money: Money): Violation[] => {
  const { group, intents } = money;
  const charges = intents.reduce((count, { timesCharged }) => count + timesCharged, 0);
  const loose = intents.filter(isLoose);
  return [
    ...(charges > 1 ? [violation('double charge', `group ${group.id}: ${charges} charges`)] : []),
    ...loose.map(({ id, status }) => violation('outcome', `intent ${id} of group ${group.id} is left ${status}`)),
    ...(group.phase === 'SETTLED' && group.terms === 'PREPAID' ? settledPrepaid(money) : nothingStayed(money)),
  ];
};

/** Money moved once for what was bought and not at all for what was not, in the provider's books and in the ledger. */
export const judgeMoney = (evidence: Evidence): Violation[] => {
  const { groups, orders, intents, payments, unbalanced } = evidence;
  const ordersOf = groupedBy(orders, ({ groupId }) => groupId);
  const intentsOf = groupedBy(intents, ({ metadata }) => metadata['groupId']);
  const paymentOf = new Map(payments.map((payment) => [payment.groupId, payment]));
  const known = new Set(groups.map(({ id }) => id));
  const strangers = intents.filter(({ metadata }) => !known.has(metadata['groupId'] ?? ''));
  const ended = groups.filter(({ phase }) => phase === 'SETTLED' || phase === 'CANCELLED');
  return [
    ...unbalanced.map((id) => violation('ledger', `${id} does not add up to zero`)),
    ...strangers.map(({ id }) => violation('lost', `intent ${id} belongs to no order group`)),
    ...ended.flatMap((group) =>
      judgeGroup({
        group,
        orders: ordersOf.get(group.id) ?? [],
        intents: intentsOf.get(group.id) ?? [],
        payment: paymentOf.get(group.id),
      }),
    ),
  ];
};
