import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '@vitrina/platform/result';
import { type OutboundChannel, outboundChannels } from './channel.ts';
import { type Category, categories } from './preferences/categories.ts';

/** What one click switches off. */
export interface Unsubscription {
  /** `usr_…`, or `ord_…` for a guest. */
  readonly recipientId: string;
  readonly category: Category;
  readonly channel: OutboundChannel;
}

/** Why a link is not honoured: it was not made here, or it is too old. */
export type LinkFault = 'FORGED' | 'EXPIRED';

/** A link works as long as people keep mail they still act on. */
export const linkDays = 180;

const version = 'u1';

const signatureOf = (secret: string, body: string): Buffer =>
  createHmac('sha256', secret).update(`vitrina.unsubscribe.${version}.${body}`).digest();

/** Makes the token of a link: what it switches off, until when it works, and a signature (HMAC-SHA-256) over both. */
export const mintUnsubscribeToken = (secret: string, what: Unsubscription, now: Date): string => {
  const expires = Math.floor(now.getTime() / 1_000) + linkDays * 86_400;
  const body = Buffer.from([what.recipientId, what.category, what.channel, expires].join('|')).toString('base64url');
  return `${version}.${body}.${signatureOf(secret, body).toString('base64url')}`;
};

const isSigned = (secret: string, body: string, signature: string): boolean => {
  const given = Buffer.from(signature, 'base64url');
  const expected = signatureOf(secret, body);
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/** Reads a token back. The signature is looked at first: nothing else of a forged one is believed. */
export const readUnsubscribeToken = (secret: string, token: string, now: Date): Result<Unsubscription, LinkFault> => {
  const [given, body = '', signature = '', ...rest] = token.length > 1_000 ? [] : token.split('.');
  if (given !== version || rest.length > 0 || !isSigned(secret, body, signature)) return refuse('FORGED');
  const [recipientId = '', category, channel, expires] = Buffer.from(body, 'base64url').toString().split('|');
  if (Number(expires) * 1_000 <= now.getTime()) return refuse('EXPIRED');
  const what = {
    recipientId,
    category: categories.find((known) => known === category),
    channel: outboundChannels.find((known) => known === channel),
  };
  // A category that is gone by now cannot be switched off any more.
  return what.category && what.channel
    ? ok({ recipientId, category: what.category, channel: what.channel })
    : refuse('EXPIRED');
};
