import type { Database } from '@vitrina/platform/database';

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

/** catalog: quotes and reservations. */
export const stock = (databaseOf: () => Database) => {
  const sql = () => databaseOf().sql;
  const variants = (ids: readonly string[]) =>
    sql().unsafe<VariantRow[]>(`select v.*, ${heldBy} as held from double.variant v where v.id = any($1)`, [[...ids]]);
  const reservation = async (reference: string) => {
    const [row] = await sql()<{ state: string }[]>`select state from double.reservation where reference = ${reference}`;
    return row ? { id: `rsv_${reference}`, state: row.state } : null;
  };
  const move = async (reference: string, from: readonly string[], to: string) => {
    await sql()`update double.reservation set state = ${to}, effects = effects + 1 where reference = ${reference} and state = any(${[...from]})`;
    return { reservation: await reservation(reference), userErrors: [] as { code: string; message: string }[] };
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
    ReserveStock: async ({ input }: { input: { reference: string; lines: Line[] } }) => {
      const known = await reservation(input.reference);
      if (known) return { reserveStock: { reservation: known, userErrors: [] } };
      const rows = await variants(input.lines.map(({ variantId }) => variantId));
      const short = input.lines.flatMap(({ variantId, quantity }) => {
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
      if (short.length > 0) return { reserveStock: { reservation: null, userErrors: short } };
      await sql()`insert into double.reservation (reference, state) values (${input.reference}, 'HELD')`;
      for (const { variantId, quantity } of input.lines) {
        await sql()`insert into double.reservation_line values (${input.reference}, ${variantId}, ${quantity})`;
      }
      return { reserveStock: { reservation: await reservation(input.reference), userErrors: [] } };
    },
    ReleaseStock: async ({ input }: { input: { reference: string } }) => ({
      releaseStock: await move(input.reference, ['HELD', 'BOUND'], 'RELEASED'),
    }),
    CommitStock: async ({ input: { reference } }: { input: { reference: string } }) => {
      const before = await reservation(reference);
      if (before?.state === 'EXPIRED')
        return { commitStock: { reservation: before, userErrors: [{ code: 'RESERVATION_GONE', message: 'Gone.' }] } };
      if (before?.state === 'HELD' || before?.state === 'BOUND') {
        await sql()`update double.variant v set on_hand = on_hand - l.quantity from double.reservation_line l where l.reference = ${reference} and l.variant_id = v.id`;
      }
      return { commitStock: await move(reference, ['HELD', 'BOUND'], 'COMMITTED') };
    },
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
