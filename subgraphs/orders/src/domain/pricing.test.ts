import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSums, priceOrder } from './pricing.ts';
import { type TaxRate, taxLines, taxOn } from './tax.ts';
import { tableRates } from './tax-rates.ts';

const vat: TaxRate = { basisPoints: 1_900, included: true };
const sales: TaxRate = { basisPoints: 725, included: false };
const anyRate = fc.record({ basisPoints: fc.integer({ min: 0, max: 3_000 }), included: fc.boolean() });
const anyLine = fc.record({
  quantity: fc.integer({ min: 1, max: 999 }),
  unitPriceMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  rate: anyRate,
});
const sum = (amounts: readonly bigint[]) => amounts.reduce((left, right) => left + right, 0n);

describe('tax', () => {
  it('is contained in prices or comes on top of them', () => {
    expect(taxOn(11_900n, vat)).toBe(1_900n);
    expect(taxOn(10_000n, sales)).toBe(725n);
    expect(taxOn(0n, vat)).toBe(0n);
  });

  it('rounds once per rate and shares out by largest remainder, so lines sum to what an invoice says', () => {
    const lines = [333n, 333n, 334n].map((goodsMinor) => ({ goodsMinor, rate: vat }));
    const taxes = taxLines(lines);
    expect(sum(taxes)).toBe(taxOn(1_000n, vat));
    expect(taxes.every((tax) => tax === 53n || tax === 54n)).toBe(true);
  });

  it('never exceeds the price it is contained in', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, basisPoints) => taxOn(amount, { basisPoints, included: true }) <= amount,
      ),
    );
  });

  it('knows destinations, their special rates, regions spelt both ways, and leaves unknown ones untaxed', () => {
    expect(tableRates.rateFor({ country: 'DE', region: null }, 'books')).toEqual({ basisPoints: 700, included: true });
    expect(tableRates.rateFor({ country: 'RU', region: null }, 'standard')).toEqual({
      basisPoints: 2_200,
      included: true,
    });
    expect(tableRates.rateFor({ country: 'US', region: 'US-CA' }, 'standard')).toEqual({
      basisPoints: 725,
      included: false,
    });
    expect(tableRates.rateFor({ country: 'US', region: 'ca' }, 'standard').basisPoints).toBe(725);
    expect(tableRates.rateFor({ country: 'US', region: 'OR' }, 'standard').basisPoints).toBe(0);
    expect(tableRates.rateFor({ country: 'AQ', region: null }, 'standard')).toEqual({ basisPoints: 0, included: true });
  });
});

describe('the table of rates', () => {
  it.each(['constructor', '__proto__', 'toString', '', 'Books'])(
    'takes the unknown category %j as standard',
    (category) => {
      expect(tableRates.rateFor({ country: 'DE', region: null }, category)).toEqual({
        basisPoints: 1_900,
        included: true,
      });
      expect(tableRates.rateFor({ country: category, region: category }, 'books').basisPoints).toBe(0);
    },
  );

  const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

  it('has every state of the European Union, with standard rates as its directive allows them', () => {
    for (const country of union) {
      const { basisPoints, included } = tableRates.rateFor({ country, region: null }, 'standard');
      expect([country, included, basisPoints >= 1_500 && basisPoints <= 2_700]).toEqual([country, true, true]);
    }
  });

  it('asks no more for books and food than for anything else', () => {
    for (const country of [...union, 'CH', 'GB', 'JP', 'KZ', 'NO', 'RU', 'TR']) {
      const standard = tableRates.rateFor({ country, region: null }, 'standard').basisPoints;
      for (const kind of ['books', 'food'])
        expect(tableRates.rateFor({ country, region: null }, kind).basisPoints).toBeLessThanOrEqual(standard);
    }
  });
});

describe('an order’s sums', () => {
  it('add up whatever is bought wherever', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 20 }),
        fc.bigInt({ min: 0n, max: 10n ** 6n }),
        anyRate,
        (lines, priceMinor, rate) => {
          const { lines: priced, sums } = priceOrder(lines, { priceMinor, rate });
          const deliveryTax = taxOn(priceMinor, rate);
          expect(sums.totalMinor).toBe(sums.goodsMinor + sums.deliveryMinor + sums.taxAddedMinor);
          expect(sums.taxMinor).toBe(sum(priced.map((line) => line.taxMinor)) + deliveryTax);
          expect(sums.totalMinor).toBe(
            sum(priced.map((line) => line.totalMinor)) + priceMinor + (rate.included ? 0n : deliveryTax),
          );
        },
      ),
    );
  });

  it('move into the group unchanged', () => {
    const one = priceOrder([{ quantity: 3, unitPriceMinor: 333n, rate: sales }], {
      priceMinor: 490n,
      rate: sales,
    }).sums;
    const two = priceOrder([{ quantity: 1, unitPriceMinor: 1n, rate: vat }], { priceMinor: 0n, rate: vat }).sums;
    expect(addSums([one, two]).totalMinor).toBe(one.totalMinor + two.totalMinor);
    expect(one).toEqual({
      goodsMinor: 999n,
      deliveryMinor: 490n,
      taxMinor: 108n,
      taxAddedMinor: 108n,
      totalMinor: 1_597n,
    });
  });
});
