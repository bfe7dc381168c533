import { asc, eq, lte } from 'drizzle-orm';
import type { Ports } from '../ports.ts';
import { discardedObject } from '../store/attachment.table.ts';

const batch = 50;

/** Deletes what is due. A row goes after its last look; a store that is away leaves it for the next run. */
export const deleteDiscarded = async ({ database, objects, clock }: Ports, signal: AbortSignal): Promise<void> => {
  for (;;) {
    const now = clock.now();
    const due = await database.orm
      .select()
      .from(discardedObject)
      .where(lte(discardedObject.dueAt, now))
      .orderBy(asc(discardedObject.dueAt))
      .limit(batch);
    for (const { id, key, lastDueAt } of due) {
      if (signal.aborted) return;
      await (key.endsWith('/') ? objects.deletePrefix('private', key) : objects.delete('private', key));
      if (lastDueAt <= now) await database.orm.delete(discardedObject).where(eq(discardedObject.id, id));
      else await database.orm.update(discardedObject).set({ dueAt: lastDueAt }).where(eq(discardedObject.id, id));
    }
    if (due.length < batch) return;
  }
};
