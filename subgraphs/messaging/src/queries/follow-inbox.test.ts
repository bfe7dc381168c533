import { manualClock } from '@vitrina/platform/clock';
import { expect, it } from 'vitest';
import type { Services } from '../services.ts';
import { EventFeed } from './event-feed.ts';
import { type ConversationEvent, followInbox } from './follow-inbox.ts';
import type { InboxState } from './inbox-lookout.ts';

const noon = new Date('2026-01-15T12:00:00Z');

/** A shop's list whose database, hints and looks are in the test's hands. */
const openList = async (after: Date | null, missed: readonly { id: string; at: string }[] = []) => {
  const clock = manualClock(noon);
  const hints = new EventFeed<ConversationEvent>(() => {});
  let found = missed;
  let answer = (): void => {};
  let isHeld = false;
  let look: (state: InboxState) => void = () => {};
  const services = {
    clock,
    pubsub: { subscribe: async () => hints },
    inboxLookout: {
      watch: (_key: string, onState: typeof look) => {
        look = onState;
        return () => {};
      },
    },
    database: {
      orm: {
        execute: async () => {
          if (isHeld)
            await new Promise<void>((resolve) => {
              answer = resolve;
            });
          return found;
        },
      },
    },
  } as unknown as Services;
  isHeld = after !== null;
  const list = await followInbox(services, { shopId: 'shp_1' }, after, new AbortController().signal);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    clock,
    hint: async (conversationId: string) => {
      hints.push({ conversationId });
      await settled();
    },
    /** The process looks and finds these conversations changed. */
    look: async (places: readonly { id: string; at: string }[]) => {
      found = places;
      look({ changedAt: new Date(places.at(-1)?.at ?? 0) });
      await settled();
    },
    answer: () => {
      isHeld = false;
      answer();
    },
    next: async () => (await list.next()).value?.conversationId,
    close: () => list.return?.(),
  };
};
const after = (seconds: number): string => new Date(noon.getTime() + seconds * 1_000).toISOString();

it('a list tells what was missed before what happens meanwhile, whichever is known first', async () => {
  const list = await openList(noon, [
    { id: 'cnv_1', at: after(-2) },
    { id: 'cnv_2', at: after(-1) },
  ]);
  await list.hint('cnv_9');
  list.answer();
  expect([await list.next(), await list.next(), await list.next()]).toEqual(['cnv_1', 'cnv_2', 'cnv_9']);
  await list.close();
});

it('a look tells again neither what a hint told nor what the look before found, and tells what changed after that', async () => {
  const list = await openList(null);
  list.clock.advance(2_000);
  await list.hint('cnv_1');
  await list.look([{ id: 'cnv_1', at: after(1) }]);
  list.clock.advance(1_000);
  await list.look([
    { id: 'cnv_1', at: after(1) },
    { id: 'cnv_2', at: after(2.5) },
  ]);
  list.clock.advance(1_000);
  // The hint of cnv_1's second change was lost.
  await list.look([
    { id: 'cnv_2', at: after(2.5) },
    { id: 'cnv_1', at: after(3.5) },
  ]);
  await list.hint('cnv_3');
  expect([await list.next(), await list.next(), await list.next(), await list.next()]).toEqual([
    'cnv_1',
    'cnv_2',
    'cnv_1',
    'cnv_3',
  ]);
  await list.close();
});
