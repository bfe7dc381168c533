import { type Receipt, suppressionOf } from '../domain/receipt.ts';
import type { Services } from '../services.ts';
import { stepOfProviderId, suppress } from '../store/reach.ts';
import { receipt } from '../store/receipt.table.ts';

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
  let suppressed = 0;
  await database.transaction(async (tx) => {
    for (const one of receipts) {
      const stepId = await stepOfProviderId(tx, one.providerId);
      const { status, code } = one;
      if (stepId) await tx.insert(receipt).values({ stepId, status, code, at: now }).onConflictDoNothing();
      const reason = suppressionOf(one);
      if (!reason || one.address === null) continue;
      await suppress(tx, { channel: one.channel, address: one.address }, reason, now);
      suppressed += 1;
    }
  });
  return { suppressed };
};
