/** A row to remember, by its place in its log. */
export interface RecentRow<T> {
  /** The log it belongs to. A log whose rows change gets another key then (a generation in it), so nothing is ever outdated. */
  readonly key: string;
  /** 1 for the first row; no gaps. */
  readonly position: number;
  readonly row: T;
}

/** The last rows of many logs, kept near: what it does not have is read from the database. */
export interface RecentRows<T> {
  /** Remembers rows that are committed. Resolves whatever comes of it: forgetting costs a read, no more. */
  add(rows: readonly RecentRow<T>[]): Promise<void>;
  /** The rows after one position up to another one, all of them and in order; undefined unless every single one is here. */
  read(key: string, after: number, upTo: number): Promise<readonly T[] | undefined>;
}

export interface RecentOptions<T> {
  /** Rows remembered per log. */
  readonly rowsPerKey: number;
  /** Seconds after the last addition for which a log is remembered at most. */
  readonly ttlSeconds: number;
  /** Makes a row of what came over JSON, e.g. instants of texts. */
  readonly revive: (row: T) => T;
}

/** Where recent rows are kept: one per process, shared by its contexts. */
export interface RecentStore {
  /** `name` keeps the logs of different uses apart. */
  rows<T>(name: string, options: RecentOptions<T>): RecentRows<T>;
  close(): Promise<void>;
}

/** The rows wanted out of what was found, or undefined when one is missing. */
export const unbroken = <T>(
  found: readonly { readonly position: number; readonly row: T }[],
  after: number,
  upTo: number,
): readonly T[] | undefined => {
  const byPosition = new Map(found.map(({ position, row }) => [position, row]));
  const rows: T[] = [];
  for (let position = after + 1; position <= upTo; position += 1) {
    const row = byPosition.get(position);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  return rows;
};
