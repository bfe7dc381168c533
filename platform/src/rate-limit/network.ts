import { isIPv4, isIPv6 } from 'node:net';

const hextets = (part: string): string[] => (part === '' ? [] : part.split(':'));

/**
 * The key under which an address is counted: an IPv4 address as it is, an IPv6 address by its /64, since a single
 * customer is given at least that many addresses. Anything else counts as one caller.
 */
export const networkOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped ?? isIPv4(ip)) return mapped ?? ip;
  if (!isIPv6(ip)) return 'unknown';
  const [head = '', tail] = (ip.split('%')[0] ?? '').toLowerCase().split('::');
  const front = hextets(head);
  const back = tail === undefined ? [] : hextets(tail);
  const all = [...front, ...Array<string>(Math.max(8 - front.length - back.length, 0)).fill('0'), ...back];
  return `${all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')}::/64`;
};
