import postgres from 'postgres';

/** A card number where none may be; only the parts PCI DSS 3.4.1 lets people see are kept. */
export interface CardFinding {
  /** `table.column` of a database, or `name:line` of a text. */
  readonly where: string;
  /** First six and last four digits. */
  readonly masked: string;
}

/**
 * Issuer ranges and lengths by ISO/IEC 7812. Written apart from the filter at the gateway on purpose: a scan that
 * shared its code could not find what the filter lets through.
 */
const issuers = [
  /^4\d{12}(\d{3}(\d{3})?)?$/,
  /^5[1-5]\d{14}$/,
  /^2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
  /^220[0-4]\d{12,15}$/,
  /^3[47]\d{13}$/,
  /^(6011|64[4-9]\d|65\d\d)\d{12}$/,
  /^3(0[0-5]|[689]\d)\d{11,16}$/,
  /^35(2[89]|[3-8]\d)\d{12,15}$/,
  /^62\d{14,17}$/,
];

/** Luhn's check digit (ISO/IEC 7812-1, annex B). */
const hasCheckDigit = (digits: string): boolean => {
  const last = digits.length - 1;
  const total = [...digits].reduce((sum, character, index) => {
    const value = Number(character) * ((last - index) % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
};

/**
 * Runs of 13 to 19 digits, perhaps in groups, that stand alone: digits within hashes, longer numbers, decimals and
 * telephone numbers do not count.
 */
const candidates = /(?<![\dA-Za-z+.])\d(?:[ -]?\d){12,18}(?![\dA-Za-z]|\.\d)/g;
/** Trade item numbers have a check digit of their own kind, and one in ten passes Luhn's too. */
const tradeItemNumbers = /"(?:gtin|ean|upc|barcode)"\s*:\s*"\d{8,14}"/gi;
const exemptColumns = /(^|_)(gtin|ean|upc|barcode)s?$/;

/** UUIDs: one in some ten thousand has the digits of a card number in its groups. */
const uuids = /\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/gi;

/** The card numbers in a text, masked. A bare run of 13 digits inside a longer text is taken for an EAN. */
export const cardNumbersIn = (text: string): string[] => {
  const searched = text.replaceAll(tradeItemNumbers, '""').replaceAll(uuids, '');
  const found = new Set<string>();
  for (const [run] of searched.matchAll(candidates)) {
    const digits = run.replaceAll(/\D/g, '');
    if (digits.length === 13 && run.length !== searched.trim().length) continue;
    if (/^(\d)\1+$/.test(digits) || !hasCheckDigit(digits) || !issuers.some((issuer) => issuer.test(digits))) continue;
    found.add(`${digits.slice(0, 6)}…${digits.slice(-4)}`);
  }
  return [...found];
};

/** Scans the lines of a text, e.g. a log. */
export const scanLines = (lines: Iterable<string>, name = 'line'): CardFinding[] => {
  const findings: CardFinding[] = [];
  let number = 0;
  for (const line of lines) {
    number += 1;
    for (const masked of cardNumbersIn(line)) findings.push({ where: `${name}:${number}`, masked });
  }
  return findings;
};

const columnsOf = (sql: postgres.Sql) => sql<{ schema: string; table: string; column: string }[]>`
  select c.table_schema as schema, c.table_name as table, c.column_name as column
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
    and (c.data_type in ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'bigint', 'numeric', 'xml') or c.udt_name = 'citext')
  order by 1, 2, 3`;

/**
 * Scans every text, JSON and whole-number column of one database, row by row, without holding a table in memory.
 * Columns that hold trade item numbers by name (`gtin`, `ean`, `upc`, `barcode`) are exempt.
 */
export const scanForCardNumbers = async (databaseUrl: string): Promise<CardFinding[]> => {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const findings: CardFinding[] = [];
  try {
    for (const { schema, table, column } of await columnsOf(sql)) {
      if (exemptColumns.test(column)) continue;
      const where = schema === 'public' ? `${table}.${column}` : `${schema}.${table}.${column}`;
      const rows = sql<{ value: string }[]>`
        select ${sql(column)}::text as value from ${sql(schema)}.${sql(table)}
        where ${sql(column)}::text ~ '[0-9]([ -]?[0-9]){12}'`.cursor(500);
      for await (const batch of rows) {
        for (const { value } of batch) {
          for (const masked of cardNumbersIn(value)) findings.push({ where, masked });
        }
      }
    }
    return findings;
  } finally {
    await sql.end({ timeout: 5 });
  }
};
