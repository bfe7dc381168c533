import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { sql } from 'drizzle-orm';
import { sameUnits, unitsByVariant } from '../domain/reservation.ts';
import { StockBook } from '../domain/stock-book.ts';
import type { Services } from '../services.ts';
import { lockCells, writeChanges } from '../store/stock.store.ts';
import { publishStockSignals } from './publish-stock-signals.ts';

export interface RestockInput {
  readonly reference: string;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
}

const linesOf = (units: Readonly<Record<string, number>>) =>
  Object.entries(units).map(([variantId, quantity]) => ({ variantId, quantity }));

/**
 * Puts units back on hand in the first place of each variant, once per reference: the row that remembers the reference
 * commits together with the units.
 */
export const restockLines = (services: Services, input: RestockInput): Promise<Result<true, Refusal>> =>
  services.database.transaction(async (tx) => {
    const now = services.clock.now();
    const units = unitsByVariant(input.lines);
    const cells = await lockCells(tx, [...units.keys()]);
    const book = new StockBook(cells, [], now);
    for (const [variantId, quantity] of units) {
      const [place] = book.placesOf(variantId);
      const index = input.lines.findIndex((line) => line.variantId === variantId);
      if (!place)
        return refuse(
          plainRefusal(
            'UNKNOWN_VARIANT',
            ['lines', String(index), 'variantId'],
            'This variant never had stock; restock what was committed.',
          ),
        );
      book.addOnHand(variantId, place.locationId, quantity);
    }
    const fresh = await tx.execute(sql`
      insert into restock (reference, lines, at) values (${input.reference}, ${JSON.stringify(Object.fromEntries(units))}::jsonb, ${now.toISOString()}::timestamptz)
      on conflict (reference) do nothing returning reference`);
    if (fresh.length === 0) {
      const [known] = await tx.execute<{ lines: Record<string, number> }>(
        sql`select lines from restock where reference = ${input.reference}`,
      );
      const same = known !== undefined && sameUnits(linesOf(known.lines), input.lines);
      return same
        ? ok(true)
        : refuse(
            plainRefusal(
              'REFERENCE_REUSED',
              ['reference'],
              'This reference stands for other lines already; use a new one.',
            ),
          );
    }
    const changes = book.changes();
    await writeChanges(tx, changes, now);
    await publishStockSignals(tx, services.events, cells, changes.cells);
    return ok(true);
  });
