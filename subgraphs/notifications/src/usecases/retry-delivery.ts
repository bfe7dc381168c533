import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { and, eq } from 'drizzle-orm';
import { sendDueEmails, wake } from '../jobs/contracts.ts';
import type { DeliveryRow } from '../queries/rows.ts';
import type { Services } from '../services.ts';
import { delivery } from '../store/delivery.table.ts';

/** Gives a failed e-mail a full set of tries again. */
export const retryDelivery = async (
  { database, clock, jobs }: Services,
  deliveryId: string,
): Promise<Result<DeliveryRow, Refusal>> => {
  const [row] = await database.orm
    .update(delivery)
    .set({ state: 'PENDING', attempts: 0, dueAt: clock.now() })
    .where(and(eq(delivery.id, deliveryId), eq(delivery.state, 'FAILED')))
    .returning();
  if (!row)
    return refuse(
      plainRefusal(
        'NOT_FAILED',
        ['deliveryId'],
        'Only a delivery that failed can be tried again; look at its state first.',
      ),
    );
  await jobs.enqueue(sendDueEmails, {}, wake);
  return ok(row);
};
