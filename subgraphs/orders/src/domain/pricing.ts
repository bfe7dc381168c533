import { type TaxRate, taxLines, taxOn } from './tax.ts';

/** Sums of an order, a shop's part of a cart, or a whole group, in minor units. */
export interface Sums {
  readonly goodsMinor: bigint;
  readonly deliveryMinor: bigint;
  readonly taxMinor: bigint;
  /** The part of the tax that comes on top of the prices. */
  readonly taxAddedMinor: bigint;
  readonly totalMinor: bigint;
}

export interface LineToPrice {
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly rate: TaxRate;
}

export interface PricedLine {
  readonly goodsMinor: bigint;
  readonly taxMinor: bigint;
  /** What the buyer pays for the line: goods, and tax where it is not contained in them. */
  readonly totalMinor: bigint;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly sums: Sums;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((left, right) => left + right, 0n);

/** Prices one shop's order. Its sums are frozen from then on: whatever needs them later moves them, and nothing is computed anew. */
export const priceOrder = (
  lines: readonly LineToPrice[],
  delivery: { readonly priceMinor: bigint; readonly rate: TaxRate },
): PricedOrder => {
  const goods = lines.map((line) => line.unitPriceMinor * BigInt(line.quantity));
  const taxes = taxLines(lines.map(({ rate }, index) => ({ goodsMinor: goods[index] ?? 0n, rate })));
  const priced = lines.map(({ rate }, index) => {
    const goodsMinor = goods[index] ?? 0n;
    const taxMinor = taxes[index] ?? 0n;
    return { goodsMinor, taxMinor, totalMinor: rate.included ? goodsMinor : goodsMinor + taxMinor };
  });
  const deliveryTax = taxOn(delivery.priceMinor, delivery.rate);
  const goodsMinor = sum(goods);
  const taxAddedMinor =
    sum(priced.map((line) => line.totalMinor)) - goodsMinor + (delivery.rate.included ? 0n : deliveryTax);
  return {
    lines: priced,
    sums: {
      goodsMinor,
      deliveryMinor: delivery.priceMinor,
      taxMinor: sum(taxes) + deliveryTax,
      taxAddedMinor,
      totalMinor: goodsMinor + delivery.priceMinor + taxAddedMinor,
    },
  };
};

/** Sums over several orders. */
export const addSums = (parts: readonly Sums[]): Sums => ({
  goodsMinor: sum(parts.map((part) => part.goodsMinor)),
  deliveryMinor: sum(parts.map((part) => part.deliveryMinor)),
  taxMinor: sum(parts.map((part) => part.taxMinor)),
  taxAddedMinor: sum(parts.map((part) => part.taxAddedMinor)),
  totalMinor: sum(parts.map((part) => part.totalMinor)),
});
