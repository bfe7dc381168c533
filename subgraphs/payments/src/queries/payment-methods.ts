import type { Executor } from '@vitrina/platform/database';
import type { LoaderDefinition } from '@vitrina/platform/loaders';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type PaymentMethodRow, paymentMethod } from '../store/payment-method.table.ts';

/** A saved method of one person; undefined when it is somebody else's or forgotten. */
export const methodOfUser = async (
  executor: Executor,
  userId: string,
  id: string,
): Promise<PaymentMethodRow | undefined> => {
  const [row] = await executor
    .select()
    .from(paymentMethod)
    .where(and(eq(paymentMethod.id, id), eq(paymentMethod.userId, userId), isNull(paymentMethod.removedAt)));
  return row;
};

/** All saved methods of one person, newest first. */
export const methodsOfUser = (executor: Executor, userId: string): Promise<PaymentMethodRow[]> =>
  executor
    .select()
    .from(paymentMethod)
    .where(and(eq(paymentMethod.userId, userId), isNull(paymentMethod.removedAt)))
    .orderBy(desc(paymentMethod.id));

/** Methods by id, forgotten ones too: what paid stays recognisable. */
export const methodById: LoaderDefinition<Services, string, PaymentMethodRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(paymentMethod)
      .where(inArray(paymentMethod.id, [...ids])),
  keyOf: (row) => row.id,
};
