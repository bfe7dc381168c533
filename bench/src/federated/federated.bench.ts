import { deepStrictEqual } from 'node:assert';
import { encodeMeta } from '@vitrina/platform/hosting';
import type { Bench, RunOptions } from '../bench.ts';
import { steadyClient } from '../load/graphql-target.ts';
import { startDistributed } from '../market/distributed-market.ts';
import { ensureSeeded, homeOf } from '../market/embedded-market.ts';
import { compare } from '../measure/compare.ts';
import { loadRound } from '../page/load-round.ts';
import { searchPage } from '../page/search-page.ts';
import { startHiveGateway } from './hive-gateway.ts';

const connections = 20;
const goods = 600;
const atLeast = 3;

/** A token of the kind our gateway signs, renewed long before its 60 seconds are over. */
const callerHeaders = async (sign: () => Promise<string>) => {
  const meta = encodeMeta({ requestId: 'req_bench', ip: '127.0.0.1', userAgent: 'bench', locale: 'en' });
  let authorization = `Bearer ${await sign()}`;
  const timer = setInterval(() => {
    void sign().then((token) => {
      authorization = `Bearer ${token}`;
    });
  }, 5_000);
  return { headers: () => ({ authorization, 'x-vitrina-meta': meta }), stop: () => clearInterval(timer) };
};

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const market = await startDistributed(home, searchPage.contexts, tell);
  const caller = await callerHeaders(() => market.signer.sign({ actor: { kind: 'anonymous' } }));
  const closing: (() => Promise<unknown>)[] = [async () => caller.stop(), () => market.stop()];
  try {
    const hive = await startHiveGateway(market.subgraphs);
    closing.unshift(() => hive.stop());
    const page = { query: searchPage.query, variables: searchPage.variables, connections };
    const ours = await steadyClient({ ...page, origin: market.gateway.url });
    const peer = await steadyClient({ ...page, origin: hive.url, headers: caller.headers });
    closing.unshift(
      () => ours.close(),
      () => peer.close(),
    );
    deepStrictEqual(peer.data, ours.data, 'The two gateways answer with different data.');
    print(
      `  one page over ${searchPage.contexts.join(', ')}, ${connections} connections, equal data; our limits counted in ${market.limits}`,
    );
    const seconds = quick ? 2 : 10;
    return await compare(
      {
        unit: 'requests/s',
        rounds: quick ? 3 : 5,
        atLeast,
        ours: { label: 'Vitrina gateway', round: () => loadRound(ours, market.gateway.pid, connections, seconds) },
        peer: { label: `Hive Gateway ${hive.version}`, round: () => loadRound(peer, hive.pid, connections, seconds) },
      },
      options,
    );
  } finally {
    for (const close of closing) await close();
  }
};

/** Our gateway beside the peer over the same running subgraphs. */
export const federated: Bench = {
  name: 'federated',
  proves: 'a search page over several subgraphs, ours beside Hive Gateway over the same subgraph processes',
  run,
};
