import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardNumbersIn, scanForCardNumbers, scanLines } from '../src/testing/card-scan.ts';
import { type TestDatabase, testDatabase } from '../src/testing/postgres.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ empty: true });
  await db.database.sql.unsafe(
    `create table note (id bigint, body text, extra jsonb, tags text[], gtin text, amount numeric)`,
  );
});
afterAll(() => db.drop());

/** Test numbers the schemes publish. */
const numbers = [
  '4242424242424242',
  '4000 0566 5566 5556',
  '5555-5555-5555-4444',
  '378282246310005',
  '6011111111111117',
  '30569309025904',
  '3566002020360505',
  '6200000000000005',
  '2223003122003222',
  '2200000000000004',
];

describe('the scan for card numbers', () => {
  it.each(numbers)('finds %s, alone, in a sentence and in JSON', (number) => {
    for (const text of [
      number,
      `my card is ${number}, thanks`,
      JSON.stringify({ note: { deep: number } }),
      `tok_${number}`,
    ]) {
      expect(cardNumbersIn(text), text).toHaveLength(1);
    }
  });

  it('never repeats a number in full', () => {
    expect(cardNumbersIn('4242424242424242')).toEqual(['424242…4242']);
  });

  it.each([
    ['a number whose check digit is wrong', '4242424242424241'],
    ['a number of no issuer', '1234567812345670'],
    ['a hash', 'a4242424242424242f'],
    ['a decimal', '0.4242424242424242 and 4.242424242424242'],
    ['a telephone number', '+4242424242424242'],
    ['a barcode in a sentence', 'EAN 4006381333931 on the box'],
    ['a trade item number in JSON', '{"gtin":"40063813339318"}'],
    ['an instant', '2026-01-15 12:00:00.123456+00'],
    ['zeros', '0000000000000000'],
  ])('lets %s pass', (_what, text) => {
    expect(cardNumbersIn(text)).toEqual([]);
  });

  it('finds planted numbers in every kind of column, and nothing in a clean database', async () => {
    await db.database
      .sql`insert into note values (1, 'order ord_01k3v8', ${'{"a": 1}'}, ${['x']}, '4006381333931', 100)`;
    expect(await scanForCardNumbers(db.url)).toEqual([]);
    await db.database.sql`insert into note values
      (4242424242424242, 'pay with 5555 5555 5555 4444', ${'{"card": "378282246310005"}'}::jsonb, ${['a', '6011111111111117']}, '4242424242424242', 4000056655665556)`;
    const found = await scanForCardNumbers(db.url);
    expect(found.map(({ where }) => where).sort()).toEqual([
      'note.amount',
      'note.body',
      'note.extra',
      'note.id',
      'note.tags',
    ]);
  });

  it('names the line of a log', () => {
    expect(scanLines(['started', '{"token":"4242424242424242"}'], 'app.log')).toEqual([
      { where: 'app.log:2', masked: '424242…4242' },
    ]);
  });
});
