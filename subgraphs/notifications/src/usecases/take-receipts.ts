import { type Receipt, suppressionOf } from '../domain/receipt.ts';
import type { Services } from '../services.ts';
import { type ProviderName, stepsOfProviders, suppress } from '../store/reach.ts';
import { noteReceipts } from '../store/receipts.ts';

const nameOf = ({ channel, providerId }: ProviderName): string => `${channel} ${providerId}`;

/**
 * Notes what providers say about messages they took, in the delivery log, and takes addresses off everything when they
 * bounce for good or complain. A word that comes again changes nothing; one about a message nobody knows (another
 * system's, or one whose log is gone) still counts for its address.
 */
export const takeReceipts = async (
  { database, clock }: Services,
  receipts: readonly Receipt[],
): Promise<{ readonly suppressed: number }> => {
  const now = clock.now();
  const suppressed = receipts.flatMap((one) => {
    const { channel, address } = one;
    const reason = suppressionOf(one);
    return reason && address !== null ? [{ channel, address, reason }] : [];
  });
  await database.transaction(async (tx) => {
    const steps = new Map((await stepsOfProviders(tx, receipts)).map((one) => [nameOf(one), one.stepId]));
    const notes = receipts.flatMap((one) => {
      const stepId = steps.get(nameOf(one));
      return stepId ? [{ stepId, status: one.status, code: one.code, at: now }] : [];
    });
    await noteReceipts(tx, notes);
    await suppress(tx, suppressed, now);
  });
  return { suppressed: suppressed.length };
};
