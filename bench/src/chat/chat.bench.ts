import { setTimeout as pause } from 'node:timers/promises';
import { type Bench, BenchFailed, type RunOptions, type Verdict } from '../bench.ts';
import { startChild } from '../market/child.ts';
import { type DistributedMarket, startDistributed } from '../market/distributed-market.ts';
import { ensureSeeded, homeOf } from '../market/embedded-market.ts';
import { show, showLatency } from '../measure/numbers.ts';
import { processorMs, residentBytes } from '../measure/processor-time.ts';
import { forgetOutbox, outboxOf, planFollowers } from './conversations.ts';
import type { FollowerPlan, TalkFigures, VerifyFigures } from './load/orders.ts';
import { type Load, startLoad } from './load/start-load.ts';
import { floorOperations, registered } from './operations.ts';
import { type NamedPids, type ProcessorMeter, printProcessorTable, processorMeter } from './processor-table.ts';
import { type ChatSize, full, quick as quickSize, reach } from './size.ts';

const goods = 600;
const contexts = ['identity', 'seller', 'catalog', 'orders', 'messaging'];
const most = '1000000';
const loadName = 'load';

/** One machine stands for thousands of people. */
export const unlimited = {
  // Redis is taken away on purpose.
  VITRINA_LOG_LEVEL: 'fatal',
  MESSAGING_SENDS_PER_MINUTE: most,
  MESSAGING_CONVERSATION_SENDS_PER_MINUTE: most,
  MESSAGING_OPENINGS_PER_HOUR: most,
  VITRINA_AUTH_BUDGET_FACTOR: '1000',
  // Keys of the seeded market are not sealed; those made here are gone with its home.
  VITRINA_IDENTITY_KEY_SECRET: 'a secret of the bench, for its own market',
  VITRINA_NOTIFICATIONS_SECRET: 'a secret of the bench, for links in its own mails',
  VITRINA_MAX_SUBSCRIPTIONS_PER_USER: most,
  VITRINA_MAX_SOCKETS_PER_USER: most,
  VITRINA_MAX_SOCKETS_PER_ADDRESS: most,
  VITRINA_MAX_WAITING_SOCKETS_PER_ADDRESS: most,
};

interface Gateway {
  readonly url: string;
  readonly pid: number;
}

interface Stage {
  readonly market: DistributedMarket;
  readonly gateways: Gateway[];
  readonly load: Load;
  readonly meter: ProcessorMeter;
  /** Workers that run at the moment, by name. */
  readonly workers: Map<string, number>;
  readonly size: ChatSize;
  readonly options: RunOptions;
}

const portOf = ({ url }: Gateway): number => Number(new URL(url).port);

/** What the market's processes have used: gateways, the messaging service. */
const used = async ({ market, gateways }: Stage): Promise<{ readonly cpuMs: number; readonly bytes: number }> => {
  const pids = [...gateways.map(({ pid }) => pid), market.pids.get('messaging') ?? 0];
  let [cpuMs, bytes] = [0, 0];
  for (const pid of pids) {
    cpuMs += (await processorMs(pid)) ?? 0;
    bytes += (await residentBytes(pid)) ?? 0;
  }
  return { cpuMs, bytes };
};

const describe = (label: string, { sent, delivery, accepted }: TalkFigures, cpuMs?: number): string => {
  const each = cpuMs === undefined ? '' : `, ${show(cpuMs / sent)} ms of processor per message`;
  return `  ${label.padEnd(16)} ${sent} sent, ${delivery.count} delivered: ${showLatency(delivery)}; accepted p50 ${show(accepted.p50)} ms, p99 ${show(accepted.p99)} ms${each}`;
};

const judge = (label: string, figures: VerifyFigures, print: RunOptions['print']): boolean => {
  const { messages, deliveries, lost, duplicated, reordered, refused, ended, reconnects } = figures;
  print(
    `  ${label.padEnd(16)} ${messages} messages, ${deliveries} deliveries: ${lost} lost, ${duplicated} duplicated, ${reordered} reordered; ${reconnects} reconnects, ${ended} subscriptions taken up again`,
  );
  if (refused > 0)
    throw new BenchFailed(`${refused} messages were refused or held, the first: ${figures.firstRefusal}`);
  return lost + duplicated + reordered === 0;
};

/** The floor: the same load on a bare graphql-ws server, which keeps nothing and asks nobody. */
const measureFloor = async (plans: readonly FollowerPlan[], { perSecond, seconds }: ChatSize) => {
  const server = await startChild({ file: 'bench/src/chat/floor-server.ts', env: {}, patienceMs: 60_000 });
  const load = await startLoad();
  try {
    const followers = plans.map((plan) => ({ ...plan, head: 0 }));
    const { port } = server.said as { port: number };
    const bytes = (await residentBytes(server.pid)) ?? 0;
    await load.tell({ kind: 'open', ports: [port], ...floorOperations, followers }, 'following');
    await pause(10_000);
    const grown = ((await residentBytes(server.pid)) ?? 0) - bytes;
    const before = (await processorMs(server.pid)) ?? 0;
    const { figures } = await load.tell({ kind: 'talk', perSecond, seconds, cuts: 0 }, 'talked');
    return { figures, cpuMs: ((await processorMs(server.pid)) ?? 0) - before, bytesEach: grown / followers.length };
  } finally {
    await load.stop();
    await server.stop();
  }
};

/** One round of talk, with who used how much of the processors in it. */
const talk = async ({ load, meter, size, options }: Stage, label: string): Promise<TalkFigures> => {
  const { perSecond, seconds } = size;
  const read = await meter.start();
  const startedAt = performance.now();
  const { figures } = await load.tell({ kind: 'talk', perSecond, seconds, cuts: 0 }, 'talked');
  const took = (performance.now() - startedAt) / 1_000;
  const times = await read();
  options.print(describe(label, figures));
  printProcessorTable(times, { sent: figures.sent, seconds: took, load: loadName }, options.print);
  return figures;
};

/** The same talk while the workers tell the rest of the market of every message: relay, bus and notifications. */
const talkWithWorkers = async (stage: Stage): Promise<void> => {
  const { market, workers, size, options } = stage;
  await forgetOutbox(market.postgres);
  const opened = [];
  for (const name of ['messaging', 'notifications']) {
    const worker = await market.openWorker(name);
    workers.set(`${name} worker`, worker.pid);
    opened.push(worker);
  }
  await stage.load.tell(
    { kind: 'talk', perSecond: size.perSecond, seconds: Math.ceil(size.seconds / 3), cuts: 0 },
    'talked',
  );
  await talk(stage, 'with workers');
  options.print(`    left in the outbox: ${await outboxOf(market.postgres)}`);
  for (const worker of opened) await worker.stop();
  workers.clear();
};

/** Cuts, Redis going away and coming back, and the end of one gateway, all while people talk. */
const makeTrouble = async (stage: Stage): Promise<void> => {
  const { market, gateways, size, options } = stage;
  const stepMs = (size.chaosSeconds * 1_000) / (size.redisStops + 2);
  for (let index = 0; index < size.redisStops; index += 1) {
    await pause(stepMs);
    options.tell('Redis is stopped and started');
    await market.restartRedis(500);
  }
  await pause(stepMs);
  options.tell('one gateway is killed');
  const victim = gateways.pop();
  if (victim) process.kill(victim.pid, 'SIGKILL');
};

const measure = async (stage: Stage, plans: readonly FollowerPlan[]): Promise<Verdict[]> => {
  const { load, size, options, gateways } = stage;
  const { tell, print } = options;
  const operations = { added: registered('MessageAdded'), send: registered('SendMessage') };
  const empty = await used(stage);
  const ports = gateways.map(portOf);
  const opened = await load.tell({ kind: 'open', ports, ...operations, followers: plans }, 'following');
  // What opening left behind is collected when a process has nothing to do for a while.
  await pause(options.quick ? 3_000 : 15_000);
  const filled = await used(stage);
  const kilobytes = (filled.bytes - empty.bytes) / plans.length / 1_024;
  print(
    `  ${plans.length} sockets with a subscription each over ${ports.length} gateways, all following after ${show(opened.milliseconds / 1_000)} s; ${show(kilobytes)} KB each (gateways and messaging${options.quick ? ', too few to say anything' : ''})`,
  );
  const { perSecond, seconds } = size;
  tell('warming up');
  await load.tell({ kind: 'talk', perSecond, seconds: Math.ceil(seconds / 3), cuts: 0 }, 'talked');
  tell('talking');
  const before = await used(stage);
  const figures = await talk(stage, `${perSecond}/s`);
  const cpuMs = (await used(stage)).cpuMs - before.cpuMs;
  print(`    gateways and messaging alone      ${show(cpuMs / figures.sent)} ms per message`);
  tell('the floor');
  const floor = await measureFloor(plans, size);
  print(describe('bare graphql-ws', floor.figures, floor.cpuMs));
  print(
    `  ratio            p99 ${show(figures.delivery.p99 / floor.figures.delivery.p99)}, processor per message ${show(cpuMs / figures.sent / (floor.cpuMs / floor.figures.sent))}, memory ${show((kilobytes * 1_024) / floor.bytesEach)} (floor ${show(floor.bytesEach / 1_024)} KB each)`,
  );
  tell('talking while the workers tell others of it');
  await talkWithWorkers(stage);
  tell('everybody is cut and comes back');
  const storm = await load.tell({ kind: 'storm' }, 'following');
  const stormSeconds = storm.milliseconds / 1_000;
  print(`  storm            ${plans.length} reconnects settled, each with what it missed, in ${show(stormSeconds)} s`);
  tell('trouble');
  const [chaos] = await Promise.all([
    load.tell({ kind: 'talk', perSecond, seconds: size.chaosSeconds, cuts: size.cuts }, 'talked'),
    makeTrouble(stage),
  ]);
  print(describe('in trouble', chaos.figures));
  const { figures: verified } = await load.tell({ kind: 'verify' }, 'verified');
  const whole = judge('afterwards', verified, print);
  return [
    { what: `nothing lost, duplicated or reordered over ${size.cuts} cuts`, reached: whole },
    {
      what: `delivery p99 ${show(figures.delivery.p99)} of at most ${reach.p99Ms} ms`,
      reached: figures.delivery.p99 < reach.p99Ms,
    },
    {
      what: `${show(kilobytes)} of at most ${reach.kilobytesPerSubscription} KB each`,
      reached: kilobytes <= reach.kilobytesPerSubscription,
    },
    {
      what: `storm settled in ${show(stormSeconds)} of ${reach.stormSeconds} s`,
      reached: stormSeconds < reach.stormSeconds,
    },
  ];
};

const run = async (options: RunOptions): Promise<readonly Verdict[]> => {
  const size = options.quick ? quickSize : full;
  const home = await homeOf(goods);
  await ensureSeeded(home, goods, options.tell);
  const market = await startDistributed(home, contexts, options.tell, unlimited);
  const closing: (() => Promise<unknown>)[] = [() => market.stop()];
  try {
    const gateways = [await market.openGateway(market.subgraphs), await market.openGateway(market.subgraphs)];
    const [{ url: gateway }] = gateways as [Gateway, Gateway];
    const place = { server: market.postgres, gateway };
    options.tell('opening conversations');
    const plans = await planFollowers(place, size.buyers, size.conversations);
    const load = await startLoad();
    closing.unshift(() => load.stop());
    const workers = new Map<string, number>();
    const pids: NamedPids = () => [
      ...gateways.map(({ pid }, index) => [`gateway ${index + 1}`, pid] as const),
      ...market.pids,
      ...workers,
      ['redis', market.redisPid() ?? 0],
      [loadName, load.child.pid],
    ];
    const meter = processorMeter(market.postgres, pids);
    closing.unshift(() => meter.stop());
    return await measure({ market, gateways, load, meter, workers, size, options }, plans);
  } finally {
    for (const close of closing) await close();
  }
};

/** What a chat of thousands costs and whether it loses anything. */
export const chat: Bench = {
  name: 'chat',
  proves: 'delivery of persisted messages to thousands of sockets over two gateways, through cuts, restarts and a kill',
  run,
};
