import { gatewayIssuer } from '@vitrina/platform/auth';
import { connect } from '@vitrina/platform/database';
import type { SubgraphRequest } from '@vitrina/platform/subgraph';
import { BenchFailed } from '../bench.ts';
import type { BootedContexts } from '../market/boot-contexts.ts';

/** One variant that everybody wants, used through the catalogue's own operations. */
export interface HotSku {
  /** Reserves one unit as the orders context does; false when the refusal is "out of stock", anything else throws. */
  reserve(reference: string): Promise<boolean>;
  /** Counts stock by `setStock`, as the shop's staff. */
  setOnHand(units: number): Promise<void>;
  /** Units promised, read from the rows. */
  reserved(): Promise<{ readonly units: number; readonly lines: number }>;
  close(): Promise<void>;
}

const reserveStock = `mutation Reserve($input: ReserveStockInput!) {
  reserveStock(input: $input) { reservation { id state } userErrors { code } }
}`;
const setStock = `mutation Count($input: SetStockInput!) { setStock(input: $input) { userErrors { code message } } }`;
const meta = { requestId: 'req_bench', ip: '127.0.0.1', userAgent: 'bench', locale: 'en' };

/** The `place`-th of the seeded variants that nobody has reserved yet. */
export const openHotSku = async (booted: BootedContexts, place: number): Promise<HotSku> => {
  const catalog = booted.running.get('catalog');
  if (!catalog) throw new Error('The catalogue is not running.');
  const database = connect(await booted.infrastructure.databaseUrl('catalog'), { maxConnections: 1 });
  const [variant] = await database.sql<{ id: string; shopId: string }[]>`
    select variant.id, variant.shop_id as "shopId" from variant
    where removed_at is null and not exists (select 1 from reservation_line line where line.variant_id = variant.id)
    order by variant.id offset ${place} limit 1`;
  if (!variant) throw new Error('No variant is left that nobody has reserved; delete the data home of this bench.');
  const orders = await booted.signerOf('service:orders');
  const gateway = await booted.signerOf(gatewayIssuer);
  const staff = {
    actor: {
      kind: 'user',
      userId: 'usr_bench',
      sessionId: 'ses_bench',
      scopes: [],
      shops: { [variant.shopId]: ['stock:write'] },
    },
  } as const;
  const send = async <T>(request: Omit<SubgraphRequest, 'meta'>): Promise<T> => {
    const { data, errors } = await catalog.host.execute({ ...request, meta });
    if (errors || !data) throw new BenchFailed(JSON.stringify(errors));
    return data as T;
  };
  return {
    reserve: async (reference) => {
      const input = { reference, ttlSeconds: 900, lines: [{ variantId: variant.id, quantity: 1 }] };
      const token = await orders.sign({ actor: { kind: 'service', name: 'orders' } });
      const { reserveStock: payload } = await send<{
        reserveStock: { reservation: { state: string } | null; userErrors: { code: string }[] };
      }>({ query: reserveStock, variables: { input }, token });
      if (payload.reservation?.state === 'HELD') return true;
      if (payload.userErrors[0]?.code === 'OUT_OF_STOCK') return false;
      throw new BenchFailed(`Neither held nor out of stock: ${JSON.stringify(payload)}`);
    },
    setOnHand: async (units) => {
      const input = { shopId: variant.shopId, lines: [{ variantId: variant.id, onHand: units }] };
      const token = await gateway.sign(staff);
      const { setStock: payload } = await send<{ setStock: { userErrors: unknown[] } }>({
        query: setStock,
        variables: { input },
        token,
      });
      if (payload.userErrors.length > 0) throw new BenchFailed(JSON.stringify(payload.userErrors));
    },
    reserved: async () => {
      const [row] = await database.sql<{ units: number; lines: number }[]>`
        select (select sum(reserved)::int from stock where variant_id = ${variant.id}) as units,
               (select count(*)::int from reservation_line where variant_id = ${variant.id}) as lines`;
      return { units: row?.units ?? -1, lines: row?.lines ?? -1 };
    },
    close: () => database.close(),
  };
};
