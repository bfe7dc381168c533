import { describe, expect, it } from 'vitest';
import { rowJson, rowsJson } from './rows.ts';

describe('rows as a JSON parameter', () => {
  it('name columns as the tables do, and spell big numbers and instants so that nothing is lost', () => {
    const at = new Date('2026-11-22T20:00:00.123Z');
    const row = { orderId: 'ord_1', unitPriceMinor: 9_007_199_254_740_993n, at, note: null, taxIncluded: true };
    expect(JSON.parse(rowJson(row))).toEqual({
      order_id: 'ord_1',
      unit_price_minor: '9007199254740993',
      at: '2026-11-22T20:00:00.123Z',
      note: null,
      tax_included: true,
    });
  });

  it('leave what is inside a value as it is: it is a document, not columns', () => {
    expect(JSON.parse(rowsJson([{ delivery: { methodId: 'm', minDays: 2 } }, {}]))).toEqual([
      { delivery: { methodId: 'm', minDays: 2 } },
      {},
    ]);
  });
});
