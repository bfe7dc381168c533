import { and, eq, lte, sql } from 'drizzle-orm';
import type { Params } from '../domain/message.ts';
import { languageOf } from '../domain/message.ts';
import { messageKinds, writeMessage } from '../domain/message-kinds.ts';
import { claimSeconds, maxAttempts, retryDelaySeconds } from '../domain/retry.ts';
import { MintEmailLinkDocument } from '../generated/identity-client.ts';
import type { DeliveryRow } from '../queries/rows.ts';
import type { Services } from '../services.ts';
import { delivery } from '../store/delivery.table.ts';
import { contactOf } from './contacts.ts';

const inSeconds = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);

/** Takes the delivery for this worker, unless it is not due: sent already, claimed by another, or waiting for its next try. */
const claim = async ({ database, clock }: Services, id: string): Promise<DeliveryRow | undefined> => {
  const now = clock.now();
  const [claimed] = await database.orm
    .update(delivery)
    .set({ attempts: sql`${delivery.attempts} + 1`, dueAt: inSeconds(now, claimSeconds) })
    .where(and(eq(delivery.id, id), eq(delivery.state, 'PENDING'), lte(delivery.dueAt, now)))
    .returning();
  return claimed;
};

interface Addressed {
  readonly to: string;
  readonly locale: string;
  readonly params: Params;
}

/** Looks up address and secrets as they are now; null when there is nothing left to send. */
const address = async (services: Services, row: DeliveryRow): Promise<Addressed | null> => {
  const params = row.params as Params;
  const contact = await contactOf(services, row.recipientId);
  if (!contact) return null;
  if (!messageKinds.get(row.kind)?.needsLink) return { to: contact.email, locale: contact.locale, params };
  const { mintEmailLink } = await services.internal.call('identity', MintEmailLinkDocument, {
    requestId: String(params['requestId']),
  });
  return (
    mintEmailLink && { to: mintEmailLink.email, locale: contact.locale, params: { ...params, url: mintEmailLink.url } }
  );
};

const settle = async ({ database }: Services, row: DeliveryRow, change: Partial<DeliveryRow>): Promise<void> => {
  // Only the claim that is still ours is settled: a worker that was too slow must not undo what its successor did.
  await database.orm
    .update(delivery)
    .set(change)
    .where(and(eq(delivery.id, row.id), eq(delivery.attempts, row.attempts)));
};

/** What an operator may read of a failure: its kind, never addresses or contents. */
const reasonOf = (error: unknown): string => {
  const { code, responseCode, name } = error as { code?: unknown; responseCode?: unknown; name?: unknown };
  return [code, responseCode, name].filter((part) => part !== undefined).join(' ') || 'unknown';
};

/** Sends one e-mail if it is due. A failure is put off, and after the last try left to an operator. */
export const sendDelivery = async (services: Services, deliveryId: string): Promise<void> => {
  const row = await claim(services, deliveryId);
  if (!row) return;
  const now = services.clock.now();
  try {
    const addressed = await address(services, row);
    if (!addressed) return await settle(services, row, { state: 'SKIPPED' });
    const { title, text } = writeMessage(row.kind, addressed.params, languageOf(addressed.locale));
    await services.mailer.send({ to: addressed.to, subject: title, text, messageId: `<${row.id}@vitrina.example>` });
    await settle(services, row, { state: 'SENT', sentAt: now, lastError: null });
  } catch (error) {
    services.log.warn({ deliveryId, attempt: row.attempts, reason: reasonOf(error) }, 'An e-mail could not be sent.');
    const isLast = row.attempts >= maxAttempts;
    await settle(services, row, {
      state: isLast ? 'FAILED' : 'PENDING',
      dueAt: inSeconds(now, retryDelaySeconds(row.attempts)),
      lastError: reasonOf(error),
    });
  }
};
