const names = new Map<string, string>();

/** A column as the tables spell it: `shopId` is `shop_id`. */
const columnOf = (property: string): string => {
  const known = names.get(property);
  if (known !== undefined) return known;
  const column = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  names.set(property, column);
  return column;
};

const asColumns = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([property, value]) => [
      columnOf(property),
      typeof value === 'bigint' ? `${value}` : value,
    ]),
  );

/**
 * Rows as one JSON parameter for `insert into t select * from jsonb_populate_recordset(null::t, $1::jsonb)`: several
 * tables can be written by one statement whose text never changes. What is left out becomes null, also where the column
 * has a default.
 */
export const rowsJson = (rows: readonly object[]): string => JSON.stringify(rows.map(asColumns));

/** The same for one row and `jsonb_populate_record`. */
export const rowJson = (row: object): string => JSON.stringify(asColumns(row));
