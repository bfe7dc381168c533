import { readQueries } from '@vitrina/local/seed';
import { gatewayIssuer } from '@vitrina/platform/auth';
import { startCluster } from '@vitrina/platform/embedded-postgres';
import { lockDataHome, postgresFolder } from '../../../local/src/parts/data-home.ts';
import type { Services } from '../../../subgraphs/search/src/services.ts';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { openLoop } from '../load/open-loop.ts';
import { bootContexts } from '../market/boot-contexts.ts';
import { homeOf } from '../market/embedded-market.ts';
import { latencyOf, showLatency } from '../measure/numbers.ts';
import { fillIndex } from './fill-index.ts';

const perSecond = 50;
const searchWithinMs = 100;
const suggestWithinMs = 50;

const searchPage = `query ($query: String!) { search(query: $query, first: 24) {
  totalCount appliedQuery correctedQuery
  nodes { product { id } title { text matches } promoted }
  facets { categories { category { id } count children { category { id } count } } brands { value count } shops { shop { id } count }
    prices { currency count } attributes { code name values { value count } } availability { inStock outOfStock } }
} }`;
const suggestions = `query ($prefix: String!) { suggest(prefix: $prefix) {
  ... on QuerySuggestion { query } ... on CategorySuggestion { category { id } } ... on ProductSuggestion { product { id } }
} }`;
const meta = { requestId: 'req_bench', ip: '127.0.0.1', userAgent: 'bench', locale: 'ru' };

/** The floor: what one of these costs when nothing else is asked for at the time. */
const alone = async (queries: readonly string[], ask: (query: string) => Promise<unknown>) => {
  const latencies: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    await ask(query);
    latencies.push(performance.now() - started);
  }
  return latencyOf(latencies);
};

/** Prefixes as they are typed: the first three letters of each query, then one more, and so on. */
const prefixesOf = (queries: readonly string[]): string[] =>
  queries.flatMap((query) =>
    [3, 4, 5, 6].filter((length) => length <= query.length).map((length) => query.slice(0, length)),
  );

const run = async ({ quick, tell, print }: RunOptions) => {
  const count = quick ? 10_000 : 100_000;
  const home = await homeOf(count, 'search');
  const lock = await lockDataHome(home);
  const cluster = await startCluster({ dataDir: await postgresFolder(home), port: 0, durable: true });
  const booted = await bootContexts(cluster.url('postgres'), ['search']);
  const search = booted.running.get('search');
  if (!search) throw new Error('There is no search context.');
  const token = await booted.signerOf(gatewayIssuer);
  const ask = async <T>(query: string, variables: Record<string, unknown>): Promise<T> => {
    const signed = await token.sign({ actor: { kind: 'anonymous' } });
    const { data, errors } = await search.host.execute({ query, variables, token: signed, meta });
    if (errors || !data) throw new BenchFailed(`${JSON.stringify(variables)}: ${JSON.stringify(errors)}`);
    return data as T;
  };
  try {
    const services = search.services as Services;
    if ((await services.engine.stats()).documents !== count) await fillIndex(services, count, tell);
    const { documents } = await services.engine.stats();
    const queries = (await readQueries()).map(({ query }) => query);
    const hits = new Map<string, number>();
    const find = async (query: string): Promise<void> => {
      const { search: page } = await ask<{ search: { totalCount: number } }>(searchPage, { query });
      // An index does not change under this bench: the same question has the same number of hits every time.
      const known = hits.get(query) ?? page.totalCount;
      hits.set(query, known);
      if (known !== page.totalCount) throw new BenchFailed(`"${query}" had ${known} hits and now ${page.totalCount}.`);
    };
    const suggest = (prefix: string) => ask(suggestions, { prefix });
    const prefixes = prefixesOf(queries);
    print(
      `  ${documents} products, ${queries.length} ru/en queries with facets, ${prefixes.length} prefixes; through the context's GraphQL`,
    );
    await alone(queries, find);
    const lone = { search: await alone(queries, find), suggest: await alone(prefixes, suggest) };
    const seconds = quick ? 5 : 60;
    const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
    const searched = await openLoop({ perSecond, seconds, work: (index) => find(of(queries, index * 7)) });
    const suggested = await openLoop({
      perSecond,
      seconds: seconds / 2,
      work: (index) => suggest(of(prefixes, index * 7)),
    });
    print(
      `  search, ${perSecond}/s for ${seconds} s       ${showLatency(searched)}, ${searched.count} answers, 0 errors`,
    );
    print(`  search, one at a time (floor)  ${showLatency(lone.search)}`);
    print(`  suggest, ${perSecond}/s for ${seconds / 2} s      ${showLatency(suggested)}`);
    print(`  suggest, one at a time (floor) ${showLatency(lone.suggest)}`);
    print(`  ${[...hits.values()].filter((total) => total > 0).length} of ${queries.length} queries find something`);
    return [
      {
        what: `search p99 ${searched.p99.toFixed(0)} ms of at most ${searchWithinMs} ms`,
        reached: searched.p99 < searchWithinMs,
      },
      {
        what: `suggest p99 ${suggested.p99.toFixed(0)} ms of at most ${suggestWithinMs} ms`,
        reached: suggested.p99 < suggestWithinMs,
      },
    ];
  } finally {
    await booted.stop();
    await cluster.stop();
    await lock.release();
  }
};

/** Finding things in a large market. */
export const search: Bench = {
  name: 'search',
  proves:
    'waiting times of search and suggest over 100,000 products at 50 requests/s, open loop, beside the idle engine',
  run,
};
