import type { Batcher } from '@vitrina/platform/batching';
import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StockCommand, StockOutcome } from '../src/domain/decide-stock.ts';
import { createServices } from '../src/services.ts';
import { editor, type Market, openMarket, productInput } from './market.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const reserve = (
  reference: string,
  lines: readonly { variantId: string; quantity: number }[],
  ttlSeconds = 900,
): StockCommand => ({
  kind: 'reserve',
  newId: newId('rsv'),
  reference,
  ttlSeconds,
  lines,
});

describe('stock under many buyers', () => {
  let market: Market;
  let categoryId: string;
  /** What further processes would be: pools and batchers of their own on the same database. */
  let processes: Batcher<StockCommand, StockOutcome>[];
  let made = 0;

  const variants = async (...units: number[]): Promise<string[]> => {
    made += 1;
    const shown = await market.product(
      productInput(categoryId, {
        externalId: `p-${made}`,
        options: [
          {
            code: 'n',
            names: [{ locale: 'en', text: 'N' }],
            values: units.map((_, index) => ({ code: String(index), labels: [{ locale: 'en', text: `${index}` }] })),
          },
        ],
        variants: units.map((initialOnHand, index) => ({
          sku: `S-${made}-${index}`,
          priceMinor: '1000',
          initialOnHand,
          options: [{ option: 'n', value: String(index) }],
        })),
      }),
    );
    return shown.variants.nodes.map(({ id }) => id);
  };

  /** What the counters say and what the open reservations add up to, by variant. */
  const books = async (variantIds: string[]) => {
    const rows = await market.database.sql<{ onHand: number; reserved: number; promised: number }[]>`
      select stock.on_hand as "onHand", stock.reserved, coalesce((
        select sum(quantity)::int from reservation_line line join reservation on reservation.id = line.reservation_id
        where line.variant_id = stock.variant_id and reservation.state in ('HELD', 'BOUND')), 0) as promised
      from stock where variant_id = any(${variantIds}) order by variant_id`;
    return rows.map((row) => ({ ...row }));
  };

  beforeAll(async () => {
    market = await openMarket();
    categoryId = await market.category('Kitchen');
    processes = [
      market.services.stock,
      ...range(3).map(() => createServices({ ...market.runtime, database: market.connectAgain(4) }).stock),
    ];
  });
  afterAll(() => market.close());

  it('gives 100 units to exactly 100 of 1,000 buyers, over GraphQL and three more processes', async () => {
    const [id] = (await variants(100)) as [string];
    const outcomes = await Promise.all(
      range(1_000).map(async (buyer): Promise<boolean> => {
        const lines = [{ variantId: id, quantity: 1 }];
        if (buyer % 4 === 0) return (await market.reserve(`grp_rush_${buyer}`, lines)).reservation !== null;
        return (await processes[buyer % 4]?.submit(reserve(`grp_rush_${buyer}`, lines)))?.ok ?? false;
      }),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(100);
    expect(await books([id])).toEqual([{ onHand: 100, reserved: 100, promised: 100 }]);
  });

  it('holds once when one reference arrives at four processes at the same time', async () => {
    const [id] = (await variants(50)) as [string];
    const outcomes = await Promise.all(
      range(40).map((nth) =>
        processes[nth % 4]?.submit(reserve(`grp_same_${nth % 5}`, [{ variantId: id, quantity: 2 }])),
      ),
    );
    expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
    expect(await books([id])).toEqual([{ onHand: 50, reserved: 10, promised: 10 }]);
  });

  it('lets one of two different wishes under one reference win, and refuses the other', async () => {
    for (const round of range(10)) {
      const [left, right] = (await variants(5, 5)) as [string, string];
      const outcomes = await Promise.all(
        [left, right].map((variantId, nth) =>
          processes[nth]?.submit(reserve(`grp_fork_${round}`, [{ variantId, quantity: 1 }])),
        ),
      );
      expect(outcomes.filter((outcome) => outcome?.ok)).toHaveLength(1);
      const reserved = (await books([left, right])).map((row) => row.reserved);
      expect(reserved.sort()).toEqual([0, 1]);
    }
  });

  it('never waits in a circle when buyers want the same variants in opposite orders', async () => {
    const ids = await variants(400, 400, 400);
    const outcomes = await Promise.all(
      range(200).map((buyer) => {
        const order = buyer % 2 === 0 ? ids : [...ids].reverse();
        return processes[buyer % 4]?.submit(
          reserve(
            `grp_cross_${buyer}`,
            order.map((variantId) => ({ variantId, quantity: 2 })),
          ),
        );
      }),
    );
    expect(outcomes.every((outcome) => outcome?.ok)).toBe(true);
    expect(await books(ids)).toEqual(ids.map(() => ({ onHand: 400, reserved: 400, promised: 400 })));
  });

  it('keeps every sum right while holds are released, committed, bound, extended and expire all at once', async () => {
    const ids = await variants(60, 40);
    const committed = new Map<string, number>();
    const journey = async (buyer: number): Promise<void> => {
      const process = processes[buyer % 4] as Batcher<StockCommand, StockOutcome>;
      const reference = `grp_race_${buyer}`;
      const variantId = ids[buyer % 2] as string;
      const held = await process.submit(
        reserve(reference, [{ variantId, quantity: 1 + (buyer % 3) }], buyer % 5 === 0 ? 1 : 900),
      );
      if (!held.ok) return;
      if (buyer % 7 === 0) market.clock.advance(1_000);
      const ends: StockCommand[] = [
        { kind: 'commit', reference },
        { kind: 'release', reference },
        { kind: 'extend', reference, ttlSeconds: 60 },
        { kind: 'bind', reference, madeAt: market.clock.now() },
        { kind: 'expire', reference },
      ];
      const racing = [ends[buyer % 5], ends[(buyer + 1) % 5]] as StockCommand[];
      const outcomes = await Promise.all(racing.map((command, nth) => processes[(buyer + nth) % 4]?.submit(command)));
      const sold = outcomes.some((outcome, nth) => racing[nth]?.kind === 'commit' && outcome?.ok);
      if (sold) committed.set(variantId, (committed.get(variantId) ?? 0) + 1 + (buyer % 3));
    };
    await Promise.all(range(300).map(journey));
    const after = await books(ids);
    expect(after.map(({ reserved, promised }) => reserved === promised)).toEqual([true, true]);
    expect(after.map(({ onHand }) => onHand)).toEqual([
      60 - (committed.get(ids[0] as string) ?? 0),
      40 - (committed.get(ids[1] as string) ?? 0),
    ]);
  });

  it('lets a recount and buyers meet without losing either', async () => {
    const [id] = (await variants(10)) as [string];
    const sku = `S-${made}-0`;
    const recount = (onHand: number) =>
      market.answer<{ setStock: { userErrors: { code: string }[] } }>(
        'mutation ($input: SetStockInput!) { setStock(input: $input) { userErrors { code } } }',
        { input: { shopId: 'shp_one', lines: [{ sku, onHand }] } },
        { as: editor },
      );
    const buyers = range(100).map((buyer) =>
      processes[buyer % 4]?.submit(reserve(`grp_count_${buyer}`, [{ variantId: id, quantity: 1 }])),
    );
    const counts = [recount(30), recount(5), recount(40)];
    const [outcomes] = await Promise.all([Promise.all(buyers), Promise.all(counts)]);
    const won = outcomes.filter((outcome) => outcome?.ok).length;
    const [row] = await books([id]);
    expect(row).toMatchObject({ reserved: won, promised: won });
    expect(row?.onHand).toBeGreaterThanOrEqual(won);
  });

  it('fails nobody for a neighbour: a command that breaks a batch breaks alone', async () => {
    const [id] = (await variants(10)) as [string];
    const process = processes[0] as Batcher<StockCommand, StockOutcome>;
    const [good, bad, alsoGood] = await Promise.allSettled([
      process.submit(reserve('grp_ok_1', [{ variantId: id, quantity: 1 }])),
      process.submit(reserve('grp_\u0000', [{ variantId: id, quantity: 1 }])),
      process.submit(reserve('grp_ok_2', [{ variantId: id, quantity: 1 }])),
    ]);
    expect([good?.status, bad?.status, alsoGood?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await books([id])).toEqual([{ onHand: 10, reserved: 2, promised: 2 }]);
  });
});
