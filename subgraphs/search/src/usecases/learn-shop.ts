import type { Tx } from '@vitrina/platform/database';
import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { scheduleReconciliation } from '../store/index-state.ts';

interface ShopNews {
  readonly shopId: string;
  readonly slug: string;
  readonly name: string;
  readonly status: 'active' | 'closed';
}

/** Time the catalogue gets to hear of the same event before its goods are read. */
const catalogueHeadStartMs = 3_000;

/**
 * Takes over a shop's public data; what is older than known is dropped. A closed shop's goods are left out of every
 * search at once. A shop that opened again gets its goods compared with the catalogue: they may have changed meanwhile.
 */
export const learnShop = async ({ clock }: Services, tx: Tx, news: ShopNews, version: number): Promise<void> => {
  const closed = news.status === 'closed';
  const [before] = await tx.execute<{ closed: boolean; version: number }>(
    sql`select closed, version from shop where id = ${news.shopId} for update`,
  );
  if (before && before.version >= version) return;
  await tx.execute(sql`
    insert into shop (id, name, slug, closed, version) values (${news.shopId}, ${news.name}, ${news.slug}, ${closed}, ${version})
    on conflict (id) do update set name = excluded.name, slug = excluded.slug, closed = excluded.closed, version = excluded.version
    where shop.version < excluded.version`);
  if (before?.closed && !closed)
    await scheduleReconciliation(tx, new Date(clock.now().getTime() + catalogueHeadStartMs));
};
