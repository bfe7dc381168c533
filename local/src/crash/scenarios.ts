/** How a buyer behaves. Names are what the report counts. */
export interface Scenario {
  readonly name: string;
  readonly terms: 'PREPAID' | 'ON_DELIVERY';
  readonly providerToken: string | null;
  /** What happens while the bank waits for the buyer. */
  readonly atTheBank: 'approve' | 'never come back' | 'approve too late for the goods' | null;
  readonly shops: 1 | 2;
  readonly mustEnd: 'SETTLED' | 'CANCELLED';
}

const prepaid = (name: string, card: string, rest: Partial<Scenario> = {}): Scenario => ({
  name,
  terms: 'PREPAID',
  providerToken: `pm_card_${card}`,
  atTheBank: null,
  shops: 1,
  mustEnd: 'SETTLED',
  ...rest,
});

const checked = 'threeDSecure2Required';

/** Together they take every path of a purchase: forward, refused, and undone from each step. */
export const scenarios: readonly Scenario[] = [
  prepaid('card, two shops', 'visa', { shops: 2 }),
  prepaid('declined', 'chargeDeclined', { mustEnd: 'CANCELLED' }),
  prepaid('goods gone', checked, { atTheBank: 'approve too late for the goods', mustEnd: 'CANCELLED', shops: 2 }),
  prepaid('approved at the bank', checked, { atTheBank: 'approve' }),
  { ...prepaid('cash on delivery', ''), terms: 'ON_DELIVERY', providerToken: null },
  prepaid('never came back', checked, { atTheBank: 'never come back', mustEnd: 'CANCELLED' }),
  prepaid('card', 'mastercard'),
];
