import { languageOf } from '../domain/message.ts';
import { messageKinds, writeMessage } from '../domain/message-kinds.ts';
import { inSeconds, maxAttempts, retryDelaySeconds } from '../domain/retry.ts';
import { MintEmailLinkDocument } from '../generated/identity-client.ts';
import type { DeliveryRow } from '../queries/rows.ts';
import type { Services } from '../services.ts';
import { type Settled, settleDeliveries } from '../store/deliveries.ts';
import { type Contacts, contactsOf } from './contacts.ts';

/** Looks up secrets as they are now; null when there is nothing left to send. */
const address = async (services: Services, row: DeliveryRow, contacts: Contacts) => {
  const contact = contacts.get(row.recipientId);
  if (!contact) return null;
  const { email: to, locale } = contact;
  if (!messageKinds.get(row.kind)?.needsLink) return { to, locale, params: row.params };
  const { mintEmailLink } = await services.internal.call('identity', MintEmailLinkDocument, {
    requestId: String(row.params['requestId']),
  });
  return mintEmailLink && { to: mintEmailLink.email, locale, params: { ...row.params, url: mintEmailLink.url } };
};

/** What an operator may read of a failure: its kind, never addresses or contents. */
const reasonOf = (error: unknown): string => {
  const { code, responseCode, name } = error as { code?: unknown; responseCode?: unknown; name?: unknown };
  return [code, responseCode, name].filter((part) => part !== undefined).join(' ') || 'unknown';
};

/** Sends one e-mail and says what becomes of it. A failure is put off, and after the last try left to an operator. */
const send = async (services: Services, row: DeliveryRow, contacts: Promise<Contacts>): Promise<Settled> => {
  const { id, attempts, dueAt } = row;
  const now = services.clock.now();
  try {
    const addressed = await address(services, row, await contacts);
    if (!addressed) return { id, attempts, dueAt, state: 'SKIPPED', sentAt: null, lastError: row.lastError };
    const { title, text } = writeMessage(row.kind, addressed.params, languageOf(addressed.locale));
    await services.mailer.send({ to: addressed.to, subject: title, text, messageId: `<${id}@vitrina.example>` });
    return { id, attempts, dueAt, state: 'SENT', sentAt: now, lastError: null };
  } catch (error) {
    const lastError = reasonOf(error);
    services.log.warn({ deliveryId: id, attempt: attempts, reason: lastError }, 'An e-mail could not be sent.');
    const state = attempts >= maxAttempts ? 'FAILED' : 'PENDING';
    return { id, attempts, dueAt: inSeconds(now, retryDelaySeconds(attempts)), state, sentAt: null, lastError };
  }
};

/**
 * Sends claimed e-mails side by side and settles them together. Addresses are asked for once for all of them; when they
 * cannot be had, every one is put off.
 */
export const sendDeliveries = async (services: Services, claimed: readonly DeliveryRow[]): Promise<void> => {
  const contacts = contactsOf(
    services,
    claimed.map(({ recipientId }) => recipientId),
  );
  const settled = await Promise.all(claimed.map((row) => send(services, row, contacts)));
  await settleDeliveries(services.database.orm, settled);
};
