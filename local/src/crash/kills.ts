import { type Body, diesWithin, type Life, loadNextLife, type NextLife } from './lives.ts';

/** One SIGKILL. */
export interface Kill {
  /** The crash point at which the process killed itself; undefined when it was killed at a random instant. */
  readonly crashPoint: string | undefined;
  /** Milliseconds from the kill until the next life answered; undefined when that one was killed while starting. */
  readonly recoveryMs: number | undefined;
}

export interface KillPlan {
  /** What to arm the next life with; undefined when the market shall be killed from outside. */
  next(): string | undefined;
  /** When to kill the next life while it still starts; undefined lets it come up. */
  killStartAfterMs?(): number | undefined;
  /** How long a life may last before it is killed from outside; `startedMs` tells how slow the machine is just now. */
  patienceMs(crashPoint: string | undefined, startedMs: number): number;
  /** Told after each life; true ends the killing. */
  ended(crashPoint: string | undefined, diedThere: boolean): boolean;
}

interface Ending {
  readonly crashPoint: string | undefined;
  readonly diedThere: boolean;
  readonly at: number;
}

const live = async (life: Life, { crashPoint }: NextLife, patienceMs: number): Promise<Ending> => {
  const diedThere = life.startedMs === undefined || (await diesWithin(life, patienceMs));
  if (!diedThere) await life.kill();
  return { crashPoint, diedThere, at: performance.now() };
};

/**
 * Lets a process live and die until the plan has enough, then starts it for good. The next life is loaded while the
 * present one works, so that most of the time is spent living.
 */
export const killRepeatedly = async (body: Body, plan: KillPlan): Promise<{ kills: Kill[]; survivor: Life }> => {
  const kills: Kill[] = [];
  let before: Ending | undefined;
  let next = loadNextLife(body, plan.next());
  const note = (life: Life): void => {
    if (!before) return;
    const recoveryMs = life.startedMs === undefined ? undefined : performance.now() - before.at;
    kills.push({ crashPoint: before.diedThere ? before.crashPoint : undefined, recoveryMs });
  };
  for (;;) {
    const current = next;
    const life = await current.begin(plan.killStartAfterMs?.());
    note(life);
    next = loadNextLife(body, plan.next());
    before = await live(life, current, plan.patienceMs(current.crashPoint, life.startedMs ?? 0));
    if (plan.ended(before.crashPoint, before.diedThere)) break;
  }
  await next.discard();
  const survivor = await loadNextLife(body).begin();
  note(survivor);
  return { kills, survivor };
};

/** What a start takes on a machine with nothing else to do. */
const usualStartMs = 2_500;
const longestPatienceMs = 45_000;

/** Every point so many times; a point that is not reached in time gets its next chance with more patience. */
export const coverPoints = (options: {
  readonly points: readonly string[];
  readonly times: number;
  readonly firstPatienceMs: number;
  readonly withinMs: number;
  readonly onLife?: (crashPoint: string, diedThere: boolean) => void;
}): KillPlan & { uncovered(): string[] } => {
  const { points, times, firstPatienceMs, withinMs } = options;
  const state = new Map(points.map((name) => [name, { hits: 0, misses: 0, armed: 0 }]));
  const began = performance.now();
  const uncovered = (): string[] => points.filter((name) => (state.get(name)?.hits ?? 0) < times);
  const of = (crashPoint: string | undefined) => state.get(crashPoint?.split(':')[0] ?? '');
  return {
    uncovered,
    next: () => {
      const [name] = uncovered().sort((left, right) => (of(left)?.armed ?? 0) - (of(right)?.armed ?? 0));
      const chosen = of(name);
      if (!name || !chosen) return undefined;
      chosen.armed += 1;
      // Twice at the first time would be twice the same moment: the second kill comes a purchase later.
      return chosen.hits === 0 ? name : `${name}:2`;
    },
    patienceMs: (crashPoint, startedMs) => {
      const slowness = Math.max(1, startedMs / usualStartMs);
      return Math.min(longestPatienceMs, firstPatienceMs * slowness * 1.6 ** (of(crashPoint)?.misses ?? 0));
    },
    ended: (crashPoint, diedThere) => {
      const reached = of(crashPoint);
      if (reached) {
        if (diedThere) reached.hits += 1;
        else reached.misses += 1;
      }
      if (crashPoint) options.onLife?.(crashPoint, diedThere);
      return uncovered().length === 0 || performance.now() - began > withinMs;
    },
  };
};

/** So many kills at instants nobody chose. */
export const killAtRandom = (options: {
  readonly kills: number;
  readonly shortestMs: number;
  readonly longestMs: number;
  /** Share of lives that are killed while they start, from 0 to 1. */
  readonly whileStarting: number;
  readonly random?: () => number;
  /** True when there is nothing left to disturb. */
  readonly isOver?: () => boolean;
  readonly onLife?: (count: number) => void;
}): KillPlan => {
  const { kills, shortestMs, longestMs, whileStarting, random = Math.random } = options;
  let count = 0;
  return {
    next: () => undefined,
    killStartAfterMs: () => (random() < whileStarting ? random() * longestMs : undefined),
    patienceMs: () => shortestMs + random() * (longestMs - shortestMs),
    ended: () => {
      count += 1;
      options.onLife?.(count);
      return count >= kills || (options.isOver?.() ?? false);
    },
  };
};
