import { type OutboundChannel, outboundChannels } from '../domain/channel.ts';
import { noWishes, type Wishes } from '../domain/workflow/decide.ts';
import type { StepType } from '../domain/workflow/plan.ts';
import type { Services } from '../services.ts';
import { reachOf } from '../store/reach.ts';
import type { ClaimedStep } from '../store/steps.ts';
import { contactsOf } from './contacts.ts';

/** An address of one recipient. */
export interface Reachable {
  /** Tells several addresses of one step apart; empty where a person has but one. */
  readonly pointId: string;
  readonly address: string;
  readonly suppressed: boolean;
}

/** How one recipient can be reached at this moment. */
export interface Recipient {
  readonly wishes: Wishes;
  readonly locale: string;
  readonly addresses: Readonly<Record<OutboundChannel, readonly Reachable[]>>;
}

export type Recipients = ReadonlyMap<string, Recipient>;

export const isOutbound = (type: StepType): type is OutboundChannel =>
  outboundChannels.some((channel) => channel === type);

/** Everybody a batch of steps is for: one question to each context and one statement, however many people there are. */
export const recipientsOf = async (services: Services, claimed: readonly ClaimedStep[]): Promise<Recipients> => {
  const ids = [...new Set(claimed.map(({ recipientId }) => recipientId))];
  if (ids.length === 0) return new Map();
  const sendIds = [...new Set(claimed.flatMap(({ type, recipientId }) => (isOutbound(type) ? recipientId : [])))];
  const contacts = await contactsOf(services, sendIds);
  const mails = [...contacts.values()].map(({ email }) => email);
  const { wishes, points, isSuppressed } = await reachOf(services.database.orm, ids, { ids: sendIds, mails });
  const known = new Map<string, Reachable[]>();
  for (const { userId, channel, id: pointId, address, suppressed } of points) {
    const place = `${userId} ${channel}`;
    known.set(place, [...(known.get(place) ?? []), { pointId, address, suppressed }]);
  }
  return new Map(
    ids.map((id) => {
      const own = (channel: OutboundChannel) => known.get(`${id} ${channel}`) ?? [];
      const contact = contacts.get(id);
      const mail = contact && { pointId: '', address: contact.email, suppressed: isSuppressed(contact.email) };
      const addresses = {
        EMAIL: mail ? [mail] : [],
        WEB_PUSH: own('WEB_PUSH'),
        SMS: own('SMS'),
        TELEGRAM: own('TELEGRAM'),
      };
      return [id, { wishes: wishes.get(id) ?? noWishes, locale: contact?.locale ?? 'en', addresses }];
    }),
  );
};
