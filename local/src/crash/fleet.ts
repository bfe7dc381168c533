import { once } from 'node:events';
import { type ProcessPlan, type RunningProcess, startProcess } from '../distributed/processes.ts';
import { planProcesses } from '../distributed/start-market.ts';
import { readLocalConfig } from '../market/local-config.ts';
import { bootstrapEnv } from '../market/say.ts';
import { plainEnv } from './child.ts';
import type { Kill } from './kills.ts';
import type { Stage } from './stage.ts';

/** The distributed market under a keeper that brings back what was killed, as an orchestrator would. */
export interface Fleet {
  readonly size: number;
  /** Kills one subgraph or worker, chosen by a number from 0 to 1, and starts it again. */
  killOne(choice: number): Promise<Kill>;
  stop(): Promise<void>;
}

const startAll = async (plans: readonly ProcessPlan[], start: (plan: ProcessPlan) => Promise<void>): Promise<void> => {
  for (let index = 0; index < plans.length; index += 2) await Promise.all(plans.slice(index, index + 2).map(start));
};

/** What runs where, over a stage. */
export const planFleet = async (
  stage: Stage,
  env: Readonly<Record<string, string>>,
): Promise<{ plans: readonly ProcessPlan[]; gateway: ProcessPlan }> => {
  const VITRINA_DISTRIBUTED_BASE_PORT = String(20_000 + Math.floor(Math.random() * 10_000));
  const all = { VITRINA_DISTRIBUTED_BASE_PORT, ...stage.env, ...env };
  const { subgraphs, workers, gateway } = await planProcesses(readLocalConfig(all), {
    ...plainEnv(),
    ...all,
    ...bootstrapEnv,
    VITRINA_PUBLIC_URL: stage.url,
    APOLLO_TELEMETRY_DISABLED: '1',
  });
  return { plans: [...subgraphs, ...workers], gateway };
};

/** Starts one process per subgraph, one per worker and the gateway. */
export const startFleet = async (stage: Stage, env: Readonly<Record<string, string>>): Promise<Fleet> => {
  const { plans: victims, gateway } = await planFleet(stage, env);
  const running = new Map<string, RunningProcess>();
  const lost: string[] = [];
  const killed = new Set<string>();
  const start = async (plan: ProcessPlan): Promise<void> => {
    const onLost = (name: string): void => {
      if (!killed.has(name)) lost.push(name);
    };
    running.set(plan.name, await startProcess(plan, onLost));
    killed.delete(plan.name);
  };
  await startAll(victims, start);
  await start(gateway);
  return {
    size: victims.length + 1,
    killOne: async (choice) => {
      const plan = victims[Math.floor(choice * victims.length)];
      const victim = plan && running.get(plan.name);
      if (!plan || !victim || killed.has(plan.name)) return { crashPoint: undefined, recoveryMs: undefined };
      killed.add(plan.name);
      const began = performance.now();
      const gone = once(victim.child, 'exit');
      victim.child.kill('SIGKILL');
      await gone;
      await start(plan);
      return { crashPoint: plan.name, recoveryMs: performance.now() - began };
    },
    stop: async () => {
      for (const one of [...running.values()].reverse()) await one.stop();
      if (lost.length > 0) throw new Error(`Ended by themselves: ${lost.join(', ')}`);
    },
  };
};
