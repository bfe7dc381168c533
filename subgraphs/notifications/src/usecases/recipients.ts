import { type OutboundChannel, outboundChannels } from '../domain/channel.ts';
import { noWishes, type Wishes } from '../domain/workflow/decide.ts';
import type { StepType } from '../domain/workflow/plan.ts';
import type { Services } from '../services.ts';
import { contactPointsOf, preferencesOf, suppressedAmong, wishesOf } from '../store/reach.ts';
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

/** Everybody a batch of steps is for: one statement or call for each kind of fact, however many people there are. */
export const recipientsOf = async (services: Services, claimed: readonly ClaimedStep[]): Promise<Recipients> => {
  const { database } = services;
  const sends = claimed.filter(({ type }) => isOutbound(type));
  const ids = [...new Set(claimed.map(({ recipientId }) => recipientId))];
  if (ids.length === 0) return new Map();
  const sendIds = [...new Set(sends.map(({ recipientId }) => recipientId))];
  const elsewhere = sends.some(({ type }) => type !== 'EMAIL');
  const [contacts, preferences, points] = await Promise.all([
    contactsOf(services, sendIds),
    preferencesOf(database.orm, ids),
    elsewhere ? contactPointsOf(database.orm, sendIds) : [],
  ]);
  const known = [
    ...[...contacts].map(([userId, { email }]) => ({ userId, pointId: '', channel: 'EMAIL' as const, address: email })),
    ...points.map(({ userId, id, channel, address }) => ({
      userId,
      pointId: id,
      channel: channel as OutboundChannel,
      address,
    })),
  ];
  const isSuppressed = await suppressedAmong(database.orm, known);
  const wishes = new Map(preferences.map((row) => [row.userId, wishesOf(row)]));
  const reachable = new Map<string, Reachable[]>();
  for (const one of known) {
    const place = `${one.userId} ${one.channel}`;
    const { pointId, address } = one;
    reachable.set(place, [...(reachable.get(place) ?? []), { pointId, address, suppressed: isSuppressed(one) }]);
  }
  return new Map(
    ids.map((id) => {
      const of = (channel: OutboundChannel) => reachable.get(`${id} ${channel}`) ?? [];
      const addresses = { EMAIL: of('EMAIL'), WEB_PUSH: of('WEB_PUSH'), SMS: of('SMS'), TELEGRAM: of('TELEGRAM') };
      return [id, { wishes: wishes.get(id) ?? noWishes, locale: contacts.get(id)?.locale ?? 'en', addresses }];
    }),
  );
};
