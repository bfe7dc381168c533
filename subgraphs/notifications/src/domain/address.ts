import { createHash } from 'node:crypto';
import type { OutboundChannel } from './channel.ts';

/** Addresses of one mailbox, phone or browser written differently are one: letters' case and spaces around do not count. */
const normalAddress = (channel: OutboundChannel, address: string): string =>
  channel === 'EMAIL' ? address.trim().toLowerCase() : address.trim();

/** What stands for an address where the address itself must not be kept (SHA-256, hex). */
export const addressHash = (channel: OutboundChannel, address: string): string =>
  createHash('sha256')
    .update(`${channel}:${normalAddress(channel, address)}`)
    .digest('hex');

/** Enough of an address for a person to recognise it: `b…@example.com`, `…4567`. */
export const addressHint = (channel: OutboundChannel, address: string): string => {
  const normal = normalAddress(channel, address);
  if (channel === 'EMAIL') return `${normal.slice(0, 1)}…${normal.slice(normal.lastIndexOf('@'))}`;
  return channel === 'WEB_PUSH' ? 'a browser' : `…${normal.slice(-4)}`;
};
