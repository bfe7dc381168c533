import type { Executor } from '@vitrina/platform/database';
import { eq } from 'drizzle-orm';
import { contactPoint } from './reach.table.ts';
import { type Address, suppress } from './reach.ts';

/** An address its provider calls dead: a browser is forgotten (it registers anew), anything else is suppressed. */
export const forgetAddress = async (
  on: Executor,
  { channel, address, pointId }: Address & { readonly pointId: string },
  now: Date,
): Promise<void> => {
  if (channel === 'WEB_PUSH') await on.delete(contactPoint).where(eq(contactPoint.id, pointId));
  else await suppress(on, [{ channel, address, reason: 'DEAD' }], now);
};
