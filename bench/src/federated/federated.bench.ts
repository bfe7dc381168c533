import { deepStrictEqual } from 'node:assert';
import { encodeMeta } from '@vitrina/platform/hosting';
import type { Bench, RunOptions, Verdict } from '../bench.ts';
import { steadyClient } from '../load/graphql-target.ts';
import { startChild } from '../market/child.ts';
import { type DistributedMarket, startDistributed } from '../market/distributed-market.ts';
import { ensureSeeded, homeOf } from '../market/embedded-market.ts';
import { compare } from '../measure/compare.ts';
import { loadRound } from '../page/load-round.ts';
import { searchPage } from '../page/search-page.ts';
import { startHiveGateway } from './hive-gateway.ts';

const connections = 20;
const goods = 600;
const atLeast = 3;

type Headers = () => Readonly<Record<string, string>>;

/** A token of the kind our gateway signs, renewed long before its 60 seconds are over. */
const callerHeaders = async (sign: () => Promise<string>): Promise<{ headers: Headers; stop: () => void }> => {
  const meta = encodeMeta({ requestId: 'req_bench', ip: '127.0.0.1', userAgent: 'bench', locale: 'en' });
  let authorization = `Bearer ${await sign()}`;
  const timer = setInterval(() => {
    void sign().then((token) => {
      authorization = `Bearer ${token}`;
    });
  }, 5_000);
  return { headers: () => ({ authorization, 'x-vitrina-meta': meta }), stop: () => clearInterval(timer) };
};

/** Both gateways, just started, over the same origins. */
const beside = async (
  market: DistributedMarket,
  subgraphs: ReadonlyMap<string, string>,
  headers: Headers,
  options: RunOptions,
): Promise<Verdict[]> => {
  const gateway = await market.openGateway(subgraphs);
  const hive = await startHiveGateway(subgraphs);
  const page = { query: searchPage.query, variables: searchPage.variables, connections };
  try {
    const ours = await steadyClient({ ...page, origin: gateway.url });
    const peer = await steadyClient({ ...page, origin: hive.url, headers });
    deepStrictEqual(peer.data, ours.data, 'The two gateways answer with different data.');
    const seconds = options.quick ? 2 : 8;
    const verdicts = await compare(
      {
        unit: 'requests/s',
        rounds: 3,
        atLeast,
        ours: { label: 'Vitrina gateway', round: () => loadRound(ours, gateway.pid, connections, seconds) },
        peer: { label: `Hive Gateway ${hive.version}`, round: () => loadRound(peer, hive.pid, connections, seconds) },
      },
      options,
    );
    await ours.close();
    await peer.close();
    return verdicts;
  } finally {
    await hive.stop();
  }
};

const named = (verdicts: readonly Verdict[], name: string): Verdict[] =>
  verdicts.map(({ what, reached }) => ({ what: `${name}: ${what}`, reached }));

const run = async (options: RunOptions) => {
  const { tell, print } = options;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const market = await startDistributed(home, searchPage.contexts, tell);
  const caller = await callerHeaders(() => market.signer.sign({ actor: { kind: 'anonymous' } }));
  try {
    print(
      `  ${searchPage.variables.length} pages over ${searchPage.contexts.join(', ')}, ${connections} connections, equal data; our rate limits counted in ${market.limits}`,
    );
    const remembering = await startChild({
      file: 'bench/src/federated/remember-answers.ts',
      args: [JSON.stringify([...market.subgraphs])],
      env: {},
      patienceMs: 30_000,
    });
    print('  the gateways alone: the subgraphs answer from memory what they have answered before');
    const alone = await beside(
      market,
      new Map(remembering.said as [string, string][]),
      caller.headers,
      options,
    ).finally(() => remembering.stop());
    print('  the whole system: gateway, subgraphs, Postgres and load on the same cores');
    const whole = await beside(market, market.subgraphs, caller.headers, options);
    return [...named(alone, 'gateways alone'), ...named(whole, 'whole system')];
  } finally {
    caller.stop();
    await market.stop();
  }
};

/** Our gateway beside the peer over the same running subgraphs. */
export const federated: Bench = {
  name: 'federated',
  proves: 'a search page over three subgraphs, ours beside Hive Gateway over the same subgraph processes',
  run,
};
