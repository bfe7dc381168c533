import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMeilisearchEngine } from '../src/engine/meilisearch/meilisearch-engine.ts';
import { orderNumber } from '../src/engine/meilisearch/settings.ts';
import { indexDocument } from './documents.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** Answers like a Meilisearch that holds one document; what it is asked is what the tests look at. */
const requests: Request[] = [];
let taskStatus = 'succeeded';
const answers: Readonly<Record<string, (request: Request) => [number, unknown]>> = {
  'GET /indexes/products_next': () => [
    404,
    { message: 'none', code: 'index_not_found', type: 'invalid_request', link: '' },
  ],
  'POST /indexes/products/documents/fetch': () => [
    200,
    { results: [{ productId: 'prd_b', version: 5, digest: 'x' }], total: 1, offset: 0, limit: 2 },
  ],
  'POST /multi-search': ({ body }) => [
    200,
    {
      results: (body['queries'] as unknown[]).map(() => ({
        hits: [],
        totalHits: 7,
        facetDistribution: { shopId: { shp_1: 7 } },
      })),
    },
  ],
};

describe('what Meilisearch is asked', () => {
  let server: Server;
  let engine: ReturnType<typeof createMeilisearchEngine>;
  beforeAll(async () => {
    server = createServer((incoming, outgoing) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const path = new URL(incoming.url ?? '', 'http://x').pathname;
        const request = {
          method: incoming.method ?? '',
          path,
          body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
        };
        requests.push(request);
        const task = {
          taskUid: 1,
          uid: 1,
          indexUid: 'products',
          status: taskStatus,
          type: 'documentAdditionOrUpdate',
          error: { message: 'disk full' },
        };
        const [status, body] = answers[`${request.method} ${path}`]?.(request) ?? [
          path.startsWith('/tasks') ? 200 : 202,
          task,
        ];
        outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    engine = createMeilisearchEngine({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      key: 'secret-key',
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    requests.length = 0;
    taskStatus = 'succeeded';
  });

  const plain = {
    wanted: { text: 'коврик', groups: [['коврик']], code: undefined },
    match: 'all' as const,
    closedShopIds: ['shp_9'],
    excludedIds: [],
  };

  it('writes only documents that are not older than what the index holds', async () => {
    await engine.put([
      indexDocument({ id: 'prd_a', title: 'New', version: 1 }),
      indexDocument({ id: 'prd_b', title: 'Old', version: 4 }),
    ]);
    const written = requests.find(({ method, path }) => method === 'POST' && path === '/indexes/products/documents');
    expect(written?.body).toMatchObject([{ productId: 'prd_a', title: 'new skuprda', minPriceMinor: 1000 }]);
    expect(written?.body).toHaveLength(1);
  });

  it('does not take a failed task for a write', async () => {
    taskStatus = 'failed';
    await expect(engine.put([indexDocument({ id: 'prd_a' })])).rejects.toThrow(/disk full/);
  });

  it('passes values as values, whatever quotes they hold', async () => {
    await engine.search({
      ...plain,
      filters: { brands: ["O'Beta \\ x"], price: { currency: 'EUR', minMinor: 5n } },
      sort: 'PRICE_ASC',
      offset: 24,
      limit: 24,
    });
    const [{ body }] = requests as [Request];
    expect((body['queries'] as unknown[])[0]).toMatchObject({
      indexUid: 'products',
      q: 'коврик',
      matchingStrategy: 'all',
      offset: 24,
      limit: 24,
      sort: ['currency:asc', 'minPriceMinor:asc', 'productId:asc'],
      filter: ["NOT shopId IN ['shp_9']", "brand IN ['O\\'Beta \\\\ x']", "currency = 'EUR' AND minPriceMinor >= 5"],
    });
  });

  it('counts each filtered facet by a query without its filter', async () => {
    const counts = await engine.count({ ...plain, filters: { shopIds: ['shp_1'], inStock: true } });
    const queries = (requests[0] as Request).body['queries'] as { filter: string[] }[];
    expect(queries.map(({ filter }) => filter.slice(1))).toEqual([
      ["shopId IN ['shp_1']", 'inStock = true'],
      ['inStock = true'],
      ["shopId IN ['shp_1']"],
    ]);
    expect(counts.shop).toEqual([{ value: 'shp_1', count: 7 }]);
  });

  it('numbers ids in their order', () => {
    const ids = ['prd_a', 'prd_b', 'prd_01k3v8abcd', 'prd_01k3v9abcd', 'prd_01m000'];
    const byText = [...ids].sort();
    expect([...ids].sort((first, second) => orderNumber(first) - orderNumber(second))).toEqual(byText);
    expect(ids.every((id) => Number.isSafeInteger(orderNumber(id)))).toBe(true);
  });
});
