import type { SessionState } from '../edge-auth/session-authority.ts';

type Rights = Pick<SessionState, 'scopes' | 'shops'>;

const sameTexts = (left: readonly string[], right: readonly string[]): boolean =>
  left === right || (left.length === right.length && left.every((text, index) => text === right[index]));

/** Tells whether somebody may do exactly what they could before. Both sides list capabilities in the same order. */
export const sameRights = (before: Rights, now: Rights): boolean => {
  if (!sameTexts(before.scopes, now.scopes)) return false;
  const shops = Object.keys(now.shops);
  if (shops.length !== Object.keys(before.shops).length) return false;
  return shops.every((shopId) => {
    const capabilities = before.shops[shopId];
    return capabilities !== undefined && sameTexts(capabilities, now.shops[shopId] ?? []);
  });
};
