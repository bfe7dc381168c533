import type { ChannelPort, OutgoingMessage, SendOutcome } from '../clients/channels/contract.ts';
import type { OutboundChannel } from '../domain/channel.ts';
import type { Params } from '../domain/message.ts';
import { isMandatory } from '../domain/preferences/categories.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import type { Services } from '../services.ts';
import { forgetAddress } from '../store/forget-address.ts';
import type { ClaimedStep } from '../store/steps.ts';
import type { Reachable, Recipient } from './recipients.ts';

/** A message before it is written: by which way, for whom, and what there is to say. */
export interface Outgoing {
  readonly step: ClaimedStep;
  readonly channel: OutboundChannel;
  readonly workflow: Workflow;
  readonly recipient: Recipient;
  /** Facts of the event or of all that a digest gathered, as they are now. */
  readonly facts: Params;
}

/** No provider is waited for longer; what was handed over by then may have arrived. */
const longestSendMs = 30_000;

/** What an operator may read of a failure of our own: its kind, never addresses or contents. */
export const codeOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return [code, name].filter((part) => part !== undefined).join(' ') || 'unknown';
};

/** One answer for a message to several addresses of one person: taken by any is taken, dead are they only together. */
const together = (outcomes: readonly SendOutcome[]): SendOutcome => {
  const order = ['ACCEPTED', 'UNKNOWN', 'RETRY', 'REFUSED'];
  const [best] = [...outcomes].sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  if (!best) return { kind: 'REFUSED', code: 'NO_ADDRESS', addressIsDead: false };
  if (best.kind !== 'REFUSED') return best;
  return { ...best, addressIsDead: outcomes.every((one) => one.kind === 'REFUSED' && one.addressIsDead) };
};

const unsubscribeUrlOf = (services: Services, { step, channel, workflow }: Outgoing): string | null => {
  if (channel !== 'EMAIL' || isMandatory(workflow.category)) return null;
  return services.unsubscribeUrl({ recipientId: step.recipientId, category: workflow.category, channel });
};

/** Hands it to one address. What fails at one of a person's addresses must not make us forget that another one took it. */
const handTo = async (
  { log }: Services,
  port: ChannelPort,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  try {
    return await port.send(message, signal);
  } catch (error) {
    log.error({ err: error, stepId: message.idempotencyKey }, 'A message could not be handed over.');
    return { kind: 'RETRY', code: codeOf(error) };
  }
};

/** Forgets an address its provider calls dead; one that cannot be forgotten now is found dead again by the next message. */
const forgetDead = async (
  { database, clock, log }: Services,
  channel: OutboundChannel,
  { pointId, address }: Reachable,
): Promise<void> => {
  try {
    await forgetAddress(database.orm, { channel, address, pointId }, clock.now());
  } catch (error) {
    log.warn({ err: error, channel }, 'A dead address could not be forgotten.');
  }
};

/** Writes the message as it is to read now and hands it to the provider, once for each address. */
export const handOver = async (
  services: Services,
  outgoing: Outgoing,
  addresses: readonly Reachable[],
  secrets: Params,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const { step, channel, workflow, recipient } = outgoing;
  const port = services.channels[channel];
  if (!port) return { kind: 'REFUSED', code: 'NO_CHANNEL', addressIsDead: false };
  const unsubscribeUrl = unsubscribeUrlOf(services, outgoing);
  const facts = { ...outgoing.facts, ...secrets, ...(channel === 'EMAIL' && { unsubscribeUrl }) };
  const { subject, text, html, locale } = await services.render(workflow.name, channel, recipient.locale, facts);
  const limit = AbortSignal.any([signal, AbortSignal.timeout(longestSendMs)]);
  const data = { kind: workflow.name, ...(step.subjectId !== null && { subjectId: step.subjectId }) };
  const content = { subject, text, html, locale, data, idempotencyKey: step.id };
  const outcomes = await Promise.all(
    addresses.map(async (reachable) => {
      const message = { ...content, address: reachable.address, unsubscribeUrl: unsubscribeUrl ?? undefined };
      const outcome = await handTo(services, port, message, limit);
      if (outcome.kind === 'REFUSED' && outcome.addressIsDead) await forgetDead(services, channel, reachable);
      return outcome;
    }),
  );
  return together(outcomes);
};
