import { within } from '../deadline/index.ts';

/** Resolves when the part is well; rejects, or takes too long, when it is not. */
export type HealthCheck = () => Promise<unknown>;

export interface HealthOptions {
  /** By the name that is shown when it fails, e.g. `orders: database`. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** How long one check may take; default 2,000. */
  readonly timeoutMs?: number;
}

export interface HealthAnswer {
  /** 200 or 503. */
  readonly status: number;
  readonly body: {
    readonly status: 'ok' | 'failing' | 'stopping';
    readonly failing?: Readonly<Record<string, string>>;
  };
}

export interface Health {
  /** `/health/live`: the process answers. Says nothing of its surroundings: restarting would not mend those. */
  live(): HealthAnswer;
  /** `/health/ready`: requests may be sent here. Names each check that fails, with a reason safe to show. */
  ready(): Promise<HealthAnswer>;
  /** Answers "not ready" from now on, so that traffic goes elsewhere before the process stops. */
  startStopping(): void;
}

/** Makes the two health answers of a process. */
export const createHealth = ({ checks, timeoutMs = 2000 }: HealthOptions): Health => {
  let stopping = false;
  let running: Promise<HealthAnswer> | undefined;

  const answer = async (): Promise<HealthAnswer> => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await reasonOf(check, timeoutMs)] as const),
    );
    const failing = Object.fromEntries(results.filter(([, reason]) => reason !== undefined)) as Record<string, string>;
    return Object.keys(failing).length === 0
      ? { status: 200, body: { status: 'ok' } }
      : { status: 503, body: { status: 'failing', failing } };
  };

  return {
    live: () => ({ status: 200, body: { status: 'ok' } }),
    ready: () => {
      if (stopping) return Promise.resolve({ status: 503, body: { status: 'stopping' } });
      // Many probes at once ask the parts only once.
      running ??= answer().finally(() => {
        running = undefined;
      });
      return running;
    },
    startStopping: () => {
      stopping = true;
    },
  };
};

/** Why a check fails, or `undefined`. Error texts may hold addresses and names of users, so only the code is shown. */
const reasonOf = async (check: HealthCheck, timeoutMs: number): Promise<string | undefined> => {
  const asked = Promise.resolve()
    .then(check)
    .then(() => undefined);
  try {
    return await within(timeoutMs, asked, () => `no answer within ${timeoutMs} ms`);
  } catch (error) {
    const code = (error as { code?: unknown } | undefined)?.code;
    return typeof code === 'string' ? code : 'failed';
  }
};
