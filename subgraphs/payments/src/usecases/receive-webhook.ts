import { invariant } from '@vitrina/platform/errors';
import type { WebhookEvent } from '../domain/provider.ts';
import { reactionTo, webhookPauseMs } from '../domain/webhook.ts';
import type { Services } from '../services.ts';
import { type InboxEntry, insertWebhooks, readStandings } from '../store/webhook-inbox.ts';
import { askAbout } from './ask-about-webhooks.ts';
import { createGatherer, type Gatherer } from './gather.ts';

/** What a batch of events left to do: nothing, or questions under way. */
interface TakenIn {
  readonly asked: Promise<void>;
}

/** Webhooks of one purchase come within milliseconds of each other; more are taken in together than this only in a storm. */
const gathering = { pauseMs: 10, most: 100 };

const takeIn = async (services: Services, events: readonly WebhookEvent[]): Promise<TakenIn> => {
  const provider = services.providers.card?.name;
  invariant(provider, 'A webhook was read although no card provider is configured.');
  const { database, clock } = services;
  const now = clock.now();
  const standings = await readStandings(database, provider, events, now);
  const decided = events.map((event) => ({ event, reaction: reactionTo(event.subject, standings.get(event.eventId)) }));
  const entries = decided.map(({ event: { eventId, type, subject }, reaction }): InboxEntry => {
    const entry = { eventId, type, subject, nextAttemptAt: null };
    if (reaction === 'ignore') return { ...entry, state: 'IGNORED' };
    if (reaction === 'nothing') return { ...entry, state: 'APPLIED' };
    return { ...entry, state: 'WAITING', nextAttemptAt: new Date(now.getTime() + webhookPauseMs(1)) };
  });
  const fresh = await insertWebhooks(database, provider, entries, now);
  const news = decided.filter(({ event, reaction }) => reaction === 'ask' && fresh.has(event.eventId));
  const asked = askAbout(
    services,
    news.flatMap(({ event: { eventId, subject } }) => (subject ? [{ eventId, subject, attempts: 1 }] : [])),
  );
  return { asked };
};

const intakes = new WeakMap<Services, Gatherer<WebhookEvent, TakenIn>>();

const intakeOf = (services: Services): Gatherer<WebhookEvent, TakenIn> => {
  const known = intakes.get(services);
  if (known) return known;
  const made = createGatherer(gathering, (events: readonly WebhookEvent[]) => takeIn(services, events));
  intakes.set(services, made);
  return made;
};

/**
 * Takes a signed event in; those that come together cost two statements. Rows come first, so that a redelivery finds them
 * and moves nothing. Most events tell what the answer to our own call told already, and are done with that. One that may
 * be news waits in its row and its payment is asked for at once; should this process die in between, the sweep asks.
 * Resolves when the event is safe and, if it was news, applied.
 */
export const receiveWebhook = async (services: Services, event: WebhookEvent): Promise<void> => {
  const { asked } = await intakeOf(services).add(event);
  await asked;
};
