import { compiled } from '@vitrina/platform/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { orderGroup, shopOrder } from '../store/order.table.ts';

const contactsOf = compiled((orm) =>
  orm
    .select({ orderId: shopOrder.id, email: orderGroup.contactEmail, address: orderGroup.deliveryAddress })
    .from(shopOrder)
    .innerJoin(orderGroup, eq(orderGroup.id, shopOrder.groupId))
    .where(and(sql`${shopOrder.id} = any(${sql.placeholder('ids')}::text[])`, isNotNull(orderGroup.contactEmail))),
);

/** The address each buyer gave at checkout; orders without one are left out. */
export const orderContacts = async ({ database: { orm } }: Ports, ids: readonly string[]) => {
  const rows = await contactsOf(orm, { ids });
  return rows.flatMap(({ orderId, email, address }) =>
    email === null ? [] : [{ orderId, email, country: address.country }],
  );
};
