import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { client, eventually } from './client.ts';
import { persist } from './faults.ts';
import { findFfmpeg, publish } from './live-publisher.ts';

const { gateway, rtmp, topology } = inject('market');

/** Process ids of this market that run an entry point, by their environment and command line (Linux). */
const pidsOf = async (entry: string): Promise<number[]> => {
  const found: number[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    // A process may end between the listing and the look.
    const [environment, command] = await Promise.all(
      ['environ', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
    );
    if (environment?.includes(`VITRINA_GATEWAY_URL=${gateway}\0`) && command?.includes(`/${entry}\0`))
      found.push(Number(pid));
  }
  return found;
};

const subgraph = 'subgraphs/catalog/src/main.ts';
const worker = 'subgraphs/video/src/worker.ts';
const isDistributed = topology === 'distributed';

/** Kills the one process that runs an entry point, and waits until another one does. */
const killOne = async (entry: string): Promise<void> => {
  const [victim = 0] = await pidsOf(entry);
  process.kill(victim, 'SIGKILL');
  await eventually(
    () => pidsOf(entry),
    (pids) => pids.length === 1 && pids[0] !== victim,
    60_000,
  );
};

const answersAgain = async (): Promise<void> => {
  const ask = () =>
    client().try<{ shops: { nodes: { name: string }[] } }>(
      '{ shops(first: 3) { nodes { name products(first: 1) { nodes { title } } } } }',
    );
  const { shops } = (await ask()).data;
  expect(shops.nodes.length).toBeGreaterThan(0);
  await killOne(subgraph);
  // Refusals meanwhile say that they may be repeated, and end.
  expect((await persist(ask)).data.shops).toEqual(shops);
};

const takesStreamsAgain = async (): Promise<void> => {
  const ffmpeg = await findFfmpeg();
  const knock = () => publish(ffmpeg, `${rtmp}/live_${'0'.repeat(40)}`).ended;
  await killOne(worker);
  await eventually(knock, (said) => said.includes('not known'), 60_000);
};

describe('the processes of a market', { timeout: 240_000 }, () => {
  it('are one per subgraph and one per worker when it is distributed, and none beside its own otherwise', async () => {
    for (const entry of [subgraph, worker]) expect(await pidsOf(entry)).toHaveLength(isDistributed ? 1 : 0);
  });

  const recoveries = [
    ['a subgraph answers', answersAgain],
    ['the worker of videos takes live streams at its port', takesStreamsAgain],
  ] as const;
  // Embedded there is nobody beside the one process to start it again.
  it.each(isDistributed ? recoveries : [])('are started again when they die: %s again', (_, recovers) => recovers());
});
