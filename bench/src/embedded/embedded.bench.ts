import { deepStrictEqual } from 'node:assert';
import type { Bench, RunOptions } from '../bench.ts';
import { steadyClient } from '../load/graphql-target.ts';
import { startChild } from '../market/child.ts';
import { ensureSeeded, homeOf, startEmbedded } from '../market/embedded-market.ts';
import { compare } from '../measure/compare.ts';
import { loadRound } from '../page/load-round.ts';
import { searchPage } from '../page/search-page.ts';

const connections = 20;
const goods = 600;
const atLeast = 0.5;

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, tell);
  const market = await startEmbedded({ home, goods });
  const closing: (() => Promise<unknown>)[] = [() => market.stop()];
  try {
    tell('the embedded market is up');
    const plain = await startChild({
      file: 'bench/src/embedded/plain-server.ts',
      args: [market.addresses.postgres, searchPage.contexts.join(',')],
      env: { VITRINA_LOG_LEVEL: 'error' },
      patienceMs: 60_000,
    });
    closing.unshift(() => plain.stop());
    const page = { query: searchPage.query, variables: searchPage.variables, connections };
    const ours = await steadyClient({ ...page, origin: market.addresses.gateway });
    const peer = await steadyClient({ ...page, origin: (plain.said as { ready: string }).ready });
    closing.unshift(
      () => ours.close(),
      () => peer.close(),
    );
    deepStrictEqual(peer.data, ours.data, 'The plain server answers with different data.');
    print(`  pages over ${searchPage.contexts.join(', ')}, ${connections} connections, equal data`);
    const seconds = quick ? 2 : 8;
    return await compare(
      {
        unit: 'requests/s',
        rounds: 3,
        atLeast,
        ours: { label: 'Vitrina embedded', round: () => loadRound(ours, market.pid, connections, seconds) },
        peer: { label: 'one plain Apollo Server 5', round: () => loadRound(peer, plain.pid, connections, seconds) },
      },
      options,
    );
  } finally {
    for (const close of closing) await close();
  }
};

/** The price of the supergraph in one process, against a monolith of the same resolvers. */
export const embedded: Bench = {
  name: 'embedded',
  proves: 'the same page in one process, beside one plain Apollo Server with the same resolvers and databases',
  run,
};
