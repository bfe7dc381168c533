import type { Clock } from '@vitrina/platform/clock';
import { crashPoint } from '@vitrina/platform/crash-points';
import type { Database, Tx } from '@vitrina/platform/database';
import type { EventPublisher } from '@vitrina/platform/events';
import { decideStock, type StockCommand, type StockOutcome } from '../domain/decide-stock.ts';
import { StockBook } from '../domain/stock-book.ts';
import { readReservations } from '../queries/reservations.ts';
import { findReach, lockCells, ReferenceRaced, writeChanges } from '../store/stock.store.ts';
import { publishStockSignals } from './publish-stock-signals.ts';

export interface StockScope {
  readonly database: Database;
  readonly events: EventPublisher;
  readonly clock: Clock;
}

/**
 * Does any number of stock commands inside a transaction: find what they reach, lock the stock rows, read the
 * reservations again under the lock, decide each in turn, write the differences, publish what buyers and shops must know.
 * The number of statements does not depend on the number of commands.
 */
export const applyStockCommands = async (
  tx: Tx,
  { events, clock }: Pick<StockScope, 'events' | 'clock'>,
  commands: readonly StockCommand[],
): Promise<StockOutcome[]> => {
  const now = clock.now();
  const reserved = commands.flatMap((command) =>
    command.kind === 'reserve' ? command.lines.map((line) => line.variantId) : [],
  );
  const named = commands.map((command) => command.reference);
  const reach = await findReach(tx, [...new Set(named)], [...new Set(reserved)], now);
  const cells = await lockCells(tx, reach.variantIds);
  const reservations = await readReservations(tx, reach.references);
  const book = new StockBook(cells, reservations, now);
  const outcomes = commands.map((command) => decideStock(book, command, now));
  const changes = book.changes();
  await writeChanges(tx, changes, now);
  await publishStockSignals(tx, events, cells, changes.cells);
  return outcomes;
};

/** The same in a transaction of its own, with the crash points that the crash test kills the process at. */
export const runStockCommands = async (
  scope: StockScope,
  commands: readonly StockCommand[],
): Promise<StockOutcome[]> => {
  const attempt = () =>
    scope.database.transaction(async (tx) => {
      const outcomes = await applyStockCommands(tx, scope, commands);
      if (commands.some(({ kind }) => kind === 'reserve')) crashPoint('catalog.reserve.before-commit');
      return outcomes;
    });
  const outcomes = await attempt().catch((error: unknown) => {
    // The reservation that came first is committed by now, so a second look finds it and answers with it.
    if (error instanceof ReferenceRaced) return attempt();
    throw error;
  });
  if (commands.some(({ kind }) => kind === 'reserve')) crashPoint('catalog.reserve.after-commit');
  if (commands.some(({ kind }) => kind === 'commit')) crashPoint('catalog.commit.after-commit');
  return outcomes;
};
