import type { Params } from '../domain/message.ts';
import { codeMinutes, phoneCodeOf } from '../domain/phone.ts';
import type { Workflow } from '../domain/workflow/workflow.ts';
import { MintEmailLinkDocument } from '../generated/identity-client.ts';
import type { Services } from '../services.ts';
import { pendingPhone } from '../store/contact-points.ts';
import type { ClaimedStep } from '../store/steps.ts';
import type { Reachable, Recipient } from './recipients.ts';

/** Where a step goes and the secrets of its text, made at this moment; null when there is no reason left to send. */
export interface Addressed {
  readonly addresses: readonly Reachable[];
  readonly secrets: Params;
}

const byLink = async (services: Services, step: ClaimedStep, { addresses }: Recipient): Promise<Addressed | null> => {
  // Without an account there is nobody the link could be for.
  if (addresses.EMAIL.length === 0) return { addresses: [], secrets: {} };
  const { mintEmailLink: link } = await services.internal.call('identity', MintEmailLinkDocument, {
    requestId: String(step.params['requestId']),
  });
  if (!link) return null;
  const suppressed = addresses.EMAIL.some(({ address, suppressed: dead }) => dead && address === link.email);
  return { addresses: [{ pointId: '', address: link.email, suppressed }], secrets: { url: link.url } };
};

const byCode = async ({ database, clock, secret }: Services, step: ClaimedStep): Promise<Addressed | null> => {
  const point = await pendingPhone(database.orm, step.recipientId);
  const { askedAt } = point ?? {};
  if (!point || !askedAt || clock.now().getTime() - askedAt.getTime() > codeMinutes * 60_000) return null;
  const code = phoneCodeOf(secret, point.id, point.address, askedAt);
  return { addresses: [{ pointId: point.id, address: point.address, suppressed: false }], secrets: { code } };
};

/** Looks up where a step goes. Addresses of accounts are known already; secrets are made now and kept nowhere. */
export const addressStep = async (
  services: Services,
  workflow: Workflow,
  step: ClaimedStep,
  recipient: Recipient,
): Promise<Addressed | null> => {
  if (workflow.secret === 'EMAIL_LINK') return byLink(services, step, recipient);
  if (workflow.secret === 'PHONE_CODE') return byCode(services, step);
  return { addresses: recipient.addresses[step.type as keyof Recipient['addresses']], secrets: {} };
};
