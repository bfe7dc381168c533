import { manualClock } from '@vitrina/platform/clock';
import { connect } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import { messageReceived } from '../../src/domain/workflows/messages.ts';

import { notifyWithin } from '../../src/usecases/notify.ts';
import { runDue } from '../../src/usecases/run-due.ts';
import { eventOf, type Storm, userId } from './plan.ts';
import type { Order, WorkerArguments } from './protocol.ts';
import { stormServices } from './services.ts';

/** A worker of its own: takes events as a consumer would, does due steps, and is killed whenever somebody likes. */
const { url, folder, users }: WorkerArguments = JSON.parse(process.argv[2] ?? '{}');
const atOnce = 4;
const clock = manualClock();
const database = connect(url);
const services = await stormServices(database, folder, clock);

/** One event, with its inbox row in the same transaction, as the kit's consumers do. */
const take = async (index: number): Promise<void> => {
  const { eventId, user, conversationId, messageId } = eventOf({ users } as Storm, index);
  let hint = async (): Promise<void> => {};
  await database.transaction(async (tx) => {
    const fresh = await tx.execute(sql`
      insert into kit.inbox (consumer, event_id) values ('storm', ${eventId}) on conflict do nothing returning event_id`);
    if (fresh.length === 0) return;
    hint = await notifyWithin(services, tx, {
      eventId,
      to: [userId(user)],
      workflow: messageReceived,
      params: { messageId, conversationId },
      subjectId: conversationId,
      key: conversationId,
    });
  });
  await hint();
};

const takeAll = async (from: number, to: number): Promise<void> => {
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < to) {
      const index = next;
      next += 1;
      await take(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
};

process.on('message', ({ now, from, to }: Order) => {
  clock.set(new Date(now));
  const obey = async (): Promise<void> => {
    await takeAll(from, to);
    await runDue(services, new AbortController().signal);
    process.send?.({ done: now });
  };
  obey().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
