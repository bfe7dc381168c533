import { once } from 'node:events';
import { type Child, startChild } from '../../market/child.ts';
import type { LoadAnswer, LoadOrder } from './orders.ts';

/** The load process, as the bench sees it. */
export interface Load {
  /** Gives an order and waits until it is done. */
  tell<K extends LoadAnswer['kind']>(order: LoadOrder, kind: K): Promise<Extract<LoadAnswer, { kind: K }>>;
  readonly child: Child;
  stop(): Promise<void>;
}

/** Starts it; it ends with whoever started it. */
export const startLoad = async (): Promise<Load> => {
  const child = await startChild({ file: 'bench/src/chat/load/main.ts', env: {}, patienceMs: 60_000 });
  const gone = once(child.process, 'exit').then(() => {
    throw new Error('The load ended; its own words are above.');
  });
  gone.catch(() => undefined);
  return {
    tell: async (order, kind) => {
      const answered = once(child.process, 'message');
      child.process.send(order);
      const [answer] = (await Promise.race([answered, gone])) as [LoadAnswer];
      if (answer.kind !== kind) throw new Error(`The load answered "${answer.kind}" to "${order.kind}".`);
      return answer as Extract<LoadAnswer, { kind: typeof kind }>;
    },
    child,
    stop: () => child.stop(),
  };
};
