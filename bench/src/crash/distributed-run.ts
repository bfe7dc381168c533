import { setTimeout as pause } from 'node:timers/promises';
import {
  type Fleet,
  judge,
  type Kill,
  setUpStage,
  startFleet,
  startTraffic,
  troubleProvider,
  untilQuiet,
} from '@vitrina/local/crash';
import { openRedis, type RedisServer } from '../market/redis-server.ts';
import type { CrashFigures } from './figures.ts';
import type { Size } from './size.ts';

/** Processes that may be down at the same time. */
const killers = 2;
const longestRestMs = 1_500;

/** The Redis that outlives the market. */
const startRedis = async (): Promise<RedisServer> => {
  const redis = await openRedis();
  if (!redis) throw new Error('This bench needs "redis-server" on the PATH (Debian: apt-get install redis-server).');
  return redis;
};

const killAll = async (fleet: Fleet, size: Size, onKill: (count: number) => void): Promise<Kill[]> => {
  const kills: Kill[] = [];
  const killer = async (): Promise<void> => {
    while (kills.length < size.kills) {
      await pause(Math.random() * longestRestMs);
      const kill = await fleet.killOne(Math.random());
      if (kill.crashPoint === undefined) continue;
      kills.push(kill);
      onKill(kills.length);
    }
  };
  await Promise.all(Array.from({ length: killers }, killer));
  return kills;
};

/** Kills random subgraphs and workers of the distributed market (queue and pub/sub on Redis) and has them restarted. */
export const runDistributed = async (size: Size, tell: (step: string) => void): Promise<CrashFigures> => {
  const redis = await startRedis();
  const stage = await setUpStage({ products: 100, durable: true, tell, home: size.home });
  try {
    const fleet = await startFleet(stage, { VITRINA_REDIS_URL: redis.url });
    tell(`${fleet.size} processes are up`);
    const began = performance.now();
    let killed = 1;
    const traffic = startTraffic(stage, {
      guests: 12,
      purchases: size.checkouts,
      restMs: 100,
      withinMs: size.withinMs,
      allowance: () => Math.ceil((killed * size.checkouts) / size.kills),
    });
    const kills = await killAll(fleet, size, (count) => {
      killed = count + 1;
      if (count % 20 === 0) tell(`${count} kills, ${traffic.started()} checkouts`);
      troubleProvider(stage.stripe, count).catch((error: unknown) => tell(String(error)));
    });
    await stage.stripe.clearFaults();
    await traffic.finish();
    tell('every guest has an answer');
    const { evidence, tookMs } = await untilQuiet(stage);
    const verdict = judge(evidence, stage.opening, [...traffic.claims.values()]);
    await fleet.stop();
    return {
      backend: `distributed, queue on Redis, ${fleet.size} processes`,
      kills,
      verdict,
      traffic,
      quietMs: tookMs,
      tookMs: performance.now() - began,
    };
  } finally {
    await stage.close();
    await redis.stop();
  }
};
