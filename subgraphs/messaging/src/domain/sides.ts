/** Who talks to whom: the buyer, and everybody who answers for the shop. */
export type Side = 'BUYER' | 'SHOP';

/** How far a side is, as message numbers. */
export interface Marks {
  readonly read: number;
  readonly delivered: number;
}

/** The marks of both sides as they stand in a conversation. */
export interface AllMarks {
  readonly buyerRead: number;
  readonly buyerDelivered: number;
  readonly shopRead: number;
  readonly shopDelivered: number;
}

/** The one that is talked to. */
export const otherSide = (side: Side): Side => (side === 'BUYER' ? 'SHOP' : 'BUYER');

/** How far that side is. What is read has been delivered, whatever the device said. */
export const marksOf = (marks: AllMarks, side: Side): Marks => {
  const [read, delivered] =
    side === 'BUYER' ? [marks.buyerRead, marks.buyerDelivered] : [marks.shopRead, marks.shopDelivered];
  return { read, delivered: Math.max(read, delivered) };
};

/** How far a message is on its way: told from the marks of the side it was written to. */
export const stateOf = (
  { sequence, side, status }: { readonly sequence: number | null; readonly side: Side; readonly status?: string },
  marks: AllMarks,
): 'HELD' | 'REJECTED' | 'SENT' | 'DELIVERED' | 'READ' => {
  if (sequence === null) return status === 'WITHHELD' ? 'REJECTED' : 'HELD';
  const { read, delivered } = marksOf(marks, otherSide(side));
  if (sequence <= read) return 'READ';
  return sequence <= delivered ? 'DELIVERED' : 'SENT';
};

/** The sides that have blocked the other one. */
export const blockedBy = (row: {
  readonly blockedByBuyerAt: Date | null;
  readonly blockedByShopAt: Date | null;
}): Side[] => [...(row.blockedByBuyerAt ? ['BUYER' as const] : []), ...(row.blockedByShopAt ? ['SHOP' as const] : [])];
