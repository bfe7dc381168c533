import { z } from 'zod';

const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const environment = z.object({
  VITRINA_CRASH_CHECKOUTS: whole(1_000),
  VITRINA_CRASH_KILLS: whole(200),
  VITRINA_CRASH_MINUTES: whole(60),
  VITRINA_CRASH_BACKENDS: z.enum(['both', 'postgres', 'redis']).default('both'),
  VITRINA_CRASH_HOME: z.string().optional(),
});

/** How large a run is; the defaults are the figures of the issue. */
export interface Size {
  readonly checkouts: number;
  readonly kills: number;
  readonly withinMs: number;
  readonly backends: 'both' | 'postgres' | 'redis';
  /** A seeded data home to work over; without it each run seeds its own. */
  readonly home: string | undefined;
}

/** Reads the size from `VITRINA_CRASH_*`. */
export const readSize = (env: Readonly<Record<string, string | undefined>>): Size => {
  const values = environment.parse(env);
  return {
    checkouts: values.VITRINA_CRASH_CHECKOUTS,
    kills: values.VITRINA_CRASH_KILLS,
    withinMs: values.VITRINA_CRASH_MINUTES * 60_000,
    backends: values.VITRINA_CRASH_BACKENDS,
    home: values.VITRINA_CRASH_HOME,
  };
};
