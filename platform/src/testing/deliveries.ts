import { asc } from 'drizzle-orm';
import type { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { inbox, outbox } from '../database/tables/outbox.table.ts';
import type { EventContract, EventEnvelope, NewEvent } from '../events/index.ts';
import { newId } from '../ids/index.ts';
import type { AnySubgraph } from '../subgraph/index.ts';

/** The event side of a test context: gives it events as the bus would, and reads what it published. */
export const deliveries = (definition: AnySubgraph, database: Database, services: unknown, clock: Clock) => ({
  /**
   * Delivers one event to every consumer of this context, effect and inbox row in one transaction. Giving the same
   * `eventId` twice is what a redelivery looks like.
   */
  deliver: async <P extends z.ZodType>(
    contract: EventContract<P>,
    event: NewEvent<z.input<P>> & { readonly eventId?: string },
  ): Promise<void> => {
    const envelope: EventEnvelope = {
      eventId: event.eventId ?? newId('evt'),
      name: contract.name,
      version: contract.version,
      aggregateId: event.aggregateId,
      aggregateVersion: event.aggregateVersion,
      occurredAt: clock.now(),
      payload: contract.payload.parse(JSON.parse(JSON.stringify(event.payload))),
    };
    for (const consumer of definition.consumers ?? []) {
      if (consumer.contract.name !== contract.name) continue;
      const hints: (() => Promise<unknown>)[] = [];
      const last: (() => Promise<void>)[] = [];
      await database.transaction(async (tx) => {
        const fresh = await tx
          .insert(inbox)
          .values({ consumer: `${definition.name}.${consumer.name}`, eventId: envelope.eventId })
          .onConflictDoNothing()
          .returning({ eventId: inbox.eventId });
        if (fresh.length === 0) return;
        await consumer.handle(envelope, {
          tx,
          services,
          beforeCommit: (work) => void last.push(work),
          afterCommit: (hint) => void hints.push(hint),
        });
        for (const work of last) await work();
      });
      for (const hint of hints) await hint();
    }
  },
  /** What stands in the outbox, oldest first. */
  published: async (
    name?: string,
  ): Promise<{ name: string; aggregateId: string; aggregateVersion: number; payload: Record<string, unknown> }[]> => {
    const rows = await database.orm.select().from(outbox).orderBy(asc(outbox.position));
    return rows
      .filter((row) => name === undefined || row.name === name)
      .map((row) => ({
        name: row.name,
        aggregateId: row.aggregateId,
        aggregateVersion: row.aggregateVersion,
        payload: row.payload as Record<string, unknown>,
      }));
  },
});
