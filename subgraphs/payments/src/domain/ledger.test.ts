import { describe, expect, it } from 'vitest';
import { accounts, booking, credit, debit, imbalance } from './ledger.ts';

const eur = accounts.clearing('stripe', 'EUR');
const usd = accounts.clearing('stripe', 'USD');
const shop = accounts.sellerPayable('shp_1', 'EUR');

describe('a booking', () => {
  it('names an account by what it is', () => {
    expect(accounts.escrow('ord_1', 'shp_1', 'EUR')).toEqual({
      id: 'escrow:ord_1:EUR',
      kind: 'ESCROW',
      currency: 'EUR',
      orderId: 'ord_1',
      shopId: 'shp_1',
      provider: null,
    });
    expect(accounts.commission('EUR').id).toBe('commission:EUR');
  });

  it('leaves empty sides out', () => {
    const made = booking({
      fact: 'CAPTURE',
      source: 's',
      phase: 'POSTED',
      legs: [debit(eur, 5n), credit(shop, 5n), credit(accounts.commission('EUR'), 0n)],
    });
    expect(made.legs).toHaveLength(2);
  });

  it('that is off is a defect, also when another currency makes up for it', () => {
    expect(() =>
      booking({ fact: 'CAPTURE', source: 's', phase: 'POSTED', legs: [debit(eur, 5n), credit(shop, 4n)] }),
    ).toThrow(/off by 1 EUR/);
    expect(() =>
      booking({ fact: 'CAPTURE', source: 's', phase: 'POSTED', legs: [debit(usd, 5n), credit(shop, 5n)] }),
    ).toThrow(/off by/);
  });

  it('is summed by currency', () => {
    expect(imbalance([debit(eur, 5n), credit(usd, 3n)])).toEqual(
      new Map([
        ['EUR', 5n],
        ['USD', -3n],
      ]),
    );
  });
});
