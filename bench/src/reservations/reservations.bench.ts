import { deepStrictEqual, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startCluster } from '@vitrina/platform/embedded-postgres';
import postgres from 'postgres';
import { lockDataHome, postgresFolder } from '../../../local/src/parts/data-home.ts';
import type { Bench, RunOptions } from '../bench.ts';
import { closedLoop } from '../load/closed-loop.ts';
import { bootContexts } from '../market/boot-contexts.ts';
import { ensureSeeded, homeOf } from '../market/embedded-market.ts';
import { compare } from '../measure/compare.ts';
import { type HotSku, openHotSku } from './hot-sku.ts';
import { createNaiveStock } from './naive-stock.ts';

const clients = 200;
const goods = 600;
const plenty = 10_000_000;
const buyers = 10_000;
const scarce = 100;
const atLeastPerSecond = 3_000;

/** Everybody wants the last units at once: exactly those units are sold. */
const rush = async (sku: HotSku, { print }: RunOptions) => {
  await sku.setOnHand(scarce);
  const name = randomUUID();
  const waiting = Array.from({ length: buyers }, (_, index) => `${name}:${index}`);
  let won = 0;
  const started = performance.now();
  const buy = async (): Promise<void> => {
    for (let reference = waiting.pop(); reference; reference = waiting.pop()) {
      if (await sku.reserve(reference)) won += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, buy));
  const seconds = (performance.now() - started) / 1_000;
  const held = await sku.reserved();
  print(`  ${buyers} buyers for ${scarce} units: ${won} got one, ${held.units} units held, ${seconds.toFixed(1)} s`);
  deepStrictEqual({ won, ...held }, { won: scarce, units: scarce, lines: scarce });
  return { what: `exactly ${scarce} of ${scarce} units sold to ${buyers} buyers`, reached: true };
};

/** A round of the closed loop, each request with a reference of its own. */
const counted = (seconds: number, reserve: (reference: string) => Promise<boolean | undefined>) => {
  const state = { held: 0 };
  const work = async (): Promise<void> => {
    if ((await reserve(randomUUID())) === false) throw new Error('There was plenty, and yet it ran out.');
    state.held += 1;
  };
  return { state, round: () => closedLoop({ callers: clients, seconds, work }) };
};

const run = async (options: RunOptions) => {
  const { quick, tell, print } = options;
  const home = await homeOf(goods, 'reservations');
  await ensureSeeded(home, goods, tell);
  const lock = await lockDataHome(home);
  const cluster = await startCluster({ dataDir: await postgresFolder(home), port: 0, durable: true });
  const booted = await bootContexts(cluster.url('postgres'), ['catalog']);
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe('drop database if exists naive_stock');
  await admin.unsafe('create database naive_stock');
  await admin.end();
  const naive = await createNaiveStock(cluster.url('naive_stock'), plenty);
  const [hot, last] = [await openHotSku(booted, 0), await openHotSku(booted, 1)];
  tell(`catalogue over ${join(home, 'postgres')}`);
  try {
    await hot.setOnHand(plenty);
    const seconds = quick ? 2 : 8;
    const ours = counted(seconds, hot.reserve);
    const floor = counted(seconds, async (reference) => {
      await naive.reserve(reference);
      return undefined;
    });
    print(`  one SKU, ${clients} clients, the internal operation reserveStock, fsync on`);
    const verdicts = await compare(
      {
        unit: 'reservations/s',
        rounds: 3,
        atLeastPerSecond,
        ours: { label: 'catalog reserveStock (batched)', round: ours.round },
        peer: { label: 'a transaction per buyer (floor)', round: floor.round },
      },
      options,
    );
    deepStrictEqual(await hot.reserved(), { units: ours.state.held, lines: ours.state.held });
    strictEqual(await naive.reserved(), floor.state.held);
    print(`  ${ours.state.held} holds answered, ${ours.state.held} in the rows`);
    return [...verdicts, await rush(last, options)];
  } finally {
    for (const sku of [hot, last]) await sku.close();
    await naive.close();
    await booted.stop();
    await cluster.stop();
    await lock.release();
  }
};

/** Stock under contention. */
export const reservations: Bench = {
  name: 'reservations',
  proves:
    'durable reservations of one SKU by 200 clients, beside a transaction per buyer; the last units sell exactly once',
  run,
};
