import { type Actor, hasScope } from '@vitrina/platform/auth';
import { AppError } from '@vitrina/platform/errors';
import type { Side } from '../domain/sides.ts';

/** What staff and API clients need to answer buyers for a shop. */
export const messagesCapability = 'messages:write';

interface Parties {
  readonly shopId: string;
  readonly buyerId: string;
}

/** True for those whom the shop itself let answer: an admin, who may do everything elsewhere, does not speak for a shop. */
export const answersFor = (actor: Actor, shopId: string): boolean => {
  if (actor.kind === 'client') return actor.shopId === shopId && actor.scopes.includes(messagesCapability);
  if (actor.kind !== 'user' || !Object.hasOwn(actor.shops, shopId)) return false;
  return actor.shops[shopId]?.includes(messagesCapability) ?? false;
};

/** The side somebody is on; whoever bought is the buyer, also when they work for the shop. */
export const sideOf = (actor: Actor, { shopId, buyerId }: Parties): Side | null => {
  if (actor.kind === 'user' && actor.userId === buyerId) return 'BUYER';
  return answersFor(actor, shopId) ? 'SHOP' : null;
};

/** Support and admins read along, because disputes are decided by them; they do not write. */
export const readsAll = (actor: Actor): boolean => hasScope(actor, 'support');

/** True when this caller may see the conversation and what is in it. */
export const canRead = (actor: Actor, parties: Parties): boolean => sideOf(actor, parties) !== null || readsAll(actor);

/** True for the person or API client that wrote something. */
export const isBy = (actor: Actor, authorId: string): boolean =>
  (actor.kind === 'user' && actor.userId === authorId) || (actor.kind === 'client' && actor.clientId === authorId);

/** Missing and hidden look the same. */
export const noSuchConversation = (field: readonly string[] = ['input', 'conversationId']): AppError =>
  new AppError('NOT_FOUND', 'There is no such conversation; check the id, or sign in as one of its two sides.', {
    field,
  });

/** Missing and hidden look the same. */
export const noSuchMessage = (field: readonly string[] = ['input', 'messageId']): AppError =>
  new AppError('NOT_FOUND', 'There is no such message of yours; check the id, or sign in as its author.', { field });

/** The side somebody writes for; readers are refused, all others find nothing. */
export const requireSide = (actor: Actor, parties: Parties, field?: readonly string[]): Side => {
  const side = sideOf(actor, parties);
  if (side) return side;
  if (!readsAll(actor)) throw noSuchConversation(field);
  throw new AppError('FORBIDDEN', 'You may read this conversation; only its two sides write in it.');
};

/** Who writes, as it is stored: a person or an API client. Everybody else is kept out by the SDL already. */
export const authorOf = (actor: Actor): string => {
  if (actor.kind === 'user') return actor.userId;
  if (actor.kind === 'client') return actor.clientId;
  throw new AppError('UNAUTHENTICATED', 'Sign in to write messages: send "Authorization: Bearer <access token>".');
};
