import type { Evidence, GroupFact, OrderFact } from './evidence.ts';
import { groupedBy, type Violation, violation } from './violation.ts';

const settledOrder = (group: GroupFact, { id, status, paymentStatus }: OrderFact): Violation[] => {
  if (status === 'DRAFT') return [violation('outcome', `order ${id} of settled group ${group.id} is still a draft`)];
  const expected =
    status === 'CANCELLED'
      ? ['REFUNDED', 'VOIDED']
      : group.terms === 'PREPAID'
        ? ['PAID']
        : ['DUE_ON_DELIVERY', 'PAID'];
  return expected.includes(paymentStatus)
    ? []
    : [violation('outcome', `order ${id} of settled group ${group.id} is ${status} and ${paymentStatus}`)];
};

/** Every purchase has one saga, and group, saga and orders agree about how it ended. */
export const judgeGroups = ({ groups, orders, sagas }: Evidence): Violation[] => {
  const checkouts = groupedBy(
    sagas.filter(({ name }) => name === 'orders.checkout'),
    ({ subject }) => subject,
  );
  const ordersOf = groupedBy(orders, ({ groupId }) => groupId);
  const known = new Set(groups.map(({ id }) => id));
  const orphans = [...checkouts.keys()].filter((subject) => !known.has(subject));
  return [
    ...orphans.map((subject) => violation('lost', `a saga runs for ${subject}, which has no group`)),
    ...groups.flatMap((group) => {
      const own = ordersOf.get(group.id) ?? [];
      const [saga, ...others] = checkouts.get(group.id) ?? [];
      if (!saga) return [violation('lost', `group ${group.id} has no saga`)];
      const found = own.length === 0 ? [violation('lost', `group ${group.id} has no orders`)] : [];
      if (others.length > 0) found.push(violation('outcome', `group ${group.id} has ${others.length + 1} sagas`));
      if (group.phase === 'SETTLED') {
        if (saga.state !== 'DONE')
          found.push(violation('outcome', `settled group ${group.id} has a saga ${saga.state}`));
        found.push(...own.flatMap((order) => settledOrder(group, order)));
      }
      if (group.phase === 'CANCELLED') {
        const alive = own.filter(({ status }) => status !== 'CANCELLED');
        if (saga.state !== 'UNDONE')
          found.push(violation('outcome', `cancelled group ${group.id} has a saga ${saga.state}`));
        found.push(
          ...alive.map(({ id, status }) =>
            violation('outcome', `order ${id} of cancelled group ${group.id} is ${status}`),
          ),
        );
      }
      return found;
    }),
  ];
};
