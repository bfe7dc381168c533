import type { StripeList, Transfer, TransferReversal } from './shapes/index.ts';
import { newList } from './shapes/list.ts';
import type { Work } from './work.ts';

/** A transfer as the API and its events show it: with its reversals, newest first, which are stored apart. */
export function withReversals(work: Work, transfer: Transfer): Transfer & { reversals: StripeList<TransferReversal> } {
  const reversals: TransferReversal[] = [];
  if (transfer.amount_reversed > 0) {
    for (const { object } of work.tx.all('transfer_reversal'))
      if (object.transfer === transfer.id) reversals.unshift(object);
  }
  return { ...transfer, reversals: newList(`/v1/transfers/${transfer.id}/reversals`, reversals) };
}
