import type { Database } from '@vitrina/platform/database';
import type postgres from 'postgres';

/** The database itself or a transaction on it. */
type Queries = postgres.ISql;

interface Line {
  readonly variantId: string;
  readonly quantity: number;
}

interface VariantRow {
  id: string;
  shop_id: string;
  price: string;
  currency: string;
  on_hand: number;
  status: string;
  tax: string;
  held: number;
}

/** Units that nobody holds. */
const heldBy = `coalesce((select sum(l.quantity) from double.reservation_line l join double.reservation r using (reference)
  where l.variant_id = v.id and r.state in ('HELD', 'BOUND')), 0)::int`;

/** What a reservation asks for beyond what is free. */
const shortages = (lines: readonly Line[], rows: readonly VariantRow[]) =>
  lines.flatMap(({ variantId, quantity }) => {
    const row = rows.find(({ id }) => id === variantId);
    const available = row ? row.on_hand - row.held : 0;
    return available < quantity
      ? [
          {
            __typename: 'ReservationOutOfStock',
            code: 'OUT_OF_STOCK',
            message: 'Short.',
            variantId,
            requested: quantity,
            available,
          },
        ]
      : [];
  });

/** Lets buyers of the same goods pass one after the other, as catalog does: what is read next is settled. */
const lock = (tx: Queries, variantIds: readonly string[]) =>
  tx`select 1 from double.variant where id = any(${[...variantIds]}) order by id for update`;

/** catalog: quotes and reservations. */
export const stock = (databaseOf: () => Database) => {
  const sql = () => databaseOf().sql;
  const variants = (ids: readonly string[], on: Queries = sql()) =>
    on.unsafe<VariantRow[]>(`select v.*, ${heldBy} as held from double.variant v where v.id = any($1)`, [[...ids]]);
  const reservation = async (reference: string, on: Queries = sql()) => {
    const [row] = await on<{ state: string }[]>`select state from double.reservation where reference = ${reference}`;
    return row ? { id: `rsv_${reference}`, state: row.state } : null;
  };
  const move = async (reference: string, from: readonly string[], to: string, on: Queries = sql()) => {
    await on`update double.reservation set state = ${to}, effects = effects + 1 where reference = ${reference} and state = any(${[...from]})`;
    return { reservation: await reservation(reference, on), userErrors: [] as { code: string; message: string }[] };
  };
  return {
    QuoteVariants: async ({ ids }: { ids: string[] }) => ({
      quoteVariants: (await variants(ids)).map((row) => ({
        variantId: row.id,
        productId: `prd_of_${row.id}`,
        shopId: row.shop_id,
        categoryId: 'cat_shoes',
        title: `Title of ${row.id}`,
        titles: [{ locale: 'ru', text: `Название ${row.id}` }],
        optionsLabel: '',
        sku: `SKU-${row.id}`,
        status: row.status,
        unitPriceMinor: row.price,
        currency: row.currency,
        available: row.on_hand - row.held,
        taxCategory: row.tax,
      })),
    }),
    ReserveStock: ({ input }: { input: { reference: string; lines: Line[] } }) =>
      sql().begin(async (tx) => {
        const ids = input.lines.map(({ variantId }) => variantId);
        await lock(tx, ids);
        const known = await reservation(input.reference, tx);
        if (known) return { reserveStock: { reservation: known, userErrors: [] } };
        const short = shortages(input.lines, await variants(ids, tx));
        if (short.length > 0) return { reserveStock: { reservation: null, userErrors: short } };
        await tx`insert into double.reservation (reference, state) values (${input.reference}, 'HELD')`;
        for (const { variantId, quantity } of input.lines) {
          await tx`insert into double.reservation_line values (${input.reference}, ${variantId}, ${quantity})`;
        }
        return { reserveStock: { reservation: await reservation(input.reference, tx), userErrors: [] } };
      }),
    ReleaseStock: async ({ input }: { input: { reference: string } }) => ({
      releaseStock: await move(input.reference, ['HELD', 'BOUND'], 'RELEASED'),
    }),
    CommitStock: ({ input: { reference } }: { input: { reference: string } }) =>
      sql().begin(async (tx) => {
        const lines = await tx<{ variant_id: string }[]>`
          select variant_id from double.reservation_line where reference = ${reference}`;
        await lock(
          tx,
          lines.map((line) => line.variant_id),
        );
        const before = await reservation(reference, tx);
        if (before?.state === 'EXPIRED')
          return { commitStock: { reservation: before, userErrors: [{ code: 'RESERVATION_GONE', message: 'Gone.' }] } };
        if (before?.state === 'HELD' || before?.state === 'BOUND') {
          await tx`update double.variant v set on_hand = on_hand - l.quantity from double.reservation_line l where l.reference = ${reference} and l.variant_id = v.id`;
        }
        return { commitStock: await move(reference, ['HELD', 'BOUND'], 'COMMITTED', tx) };
      }),
    RestockLines: async ({ input }: { input: { reference: string; lines: Line[] } }) => {
      const fresh =
        await sql()`insert into double.restock values (${input.reference}) on conflict do nothing returning reference`;
      if (fresh.length > 0)
        for (const { variantId, quantity } of input.lines)
          await sql()`update double.variant set on_hand = on_hand + ${quantity} where id = ${variantId}`;
      return { restockLines: { restocked: true, userErrors: [] } };
    },
    ReservationByReference: async ({ reference }: { reference: string }) => ({
      reservationByReference: await reservation(reference),
    }),
  };
};
