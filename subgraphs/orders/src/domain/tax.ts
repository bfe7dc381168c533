import { allocate, basisPointsOf } from '@vitrina/platform/money';

/** How one kind of goods is taxed somewhere. */
export interface TaxRate {
  /** 2000 is 20 %. */
  readonly basisPoints: number;
  /** Whether prices contain the tax (as in Europe) or it is added to them (as in the United States). */
  readonly included: boolean;
}

/** Where goods are taxed: their destination. */
export interface TaxPlace {
  readonly country: string;
  readonly region: string | null;
}

/** Tells rates; a provider may stand behind it. What it says is frozen on each line when an order is placed. */
export interface TaxRates {
  rateFor(place: TaxPlace, taxCategory: string): TaxRate;
}

/** Tax on an amount, rounded half up: contained in it (amount × r / (1 + r)) or on top of it (amount × r). */
export const taxOn = (amountMinor: bigint, { basisPoints, included }: TaxRate): bigint => {
  if (!included) return basisPointsOf(amountMinor, basisPoints);
  const whole = 10_000n + BigInt(basisPoints);
  return (amountMinor * BigInt(basisPoints) * 2n + whole) / (whole * 2n);
};

const keyOf = ({ basisPoints, included }: TaxRate): string => `${basisPoints} ${included}`;

/**
 * Tax of each line of one order. It is rounded once per rate, on the sum of the goods at that rate, and shared out to
 * the lines by largest remainder: so it agrees with an invoice that states tax per rate, and the lines sum to it.
 */
export const taxLines = (lines: readonly { readonly goodsMinor: bigint; readonly rate: TaxRate }[]): bigint[] => {
  const taxes = lines.map(() => 0n);
  const byRate = new Map<string, number[]>();
  lines.forEach(({ rate }, index) => {
    byRate.set(keyOf(rate), [...(byRate.get(keyOf(rate)) ?? []), index]);
  });
  for (const indexes of byRate.values()) {
    const goods = indexes.map((index) => lines[index]?.goodsMinor ?? 0n);
    const rate = lines[indexes[0] ?? 0]?.rate;
    if (!rate) continue;
    const parts = allocate(
      taxOn(
        goods.reduce((sum, part) => sum + part, 0n),
        rate,
      ),
      goods,
    );
    indexes.forEach((index, nth) => {
      taxes[index] = parts[nth] ?? 0n;
    });
  }
  return taxes;
};
