import { z } from 'zod';

const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);
const asked = { checkouts: 1_000, kills: 200 };
const short = { checkouts: 40, kills: 5 };

const environment = z.object({
  VITRINA_CRASH_CHECKOUTS: z.coerce.number().int().min(1).optional(),
  VITRINA_CRASH_KILLS: z.coerce.number().int().min(1).optional(),
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

/** Reads the size from `VITRINA_CRASH_*`; a quick run only shows that everything works. */
export const readSize = (env: Readonly<Record<string, string | undefined>>, quick: boolean): Size => {
  const values = environment.parse(env);
  const usual = quick ? short : asked;
  return {
    checkouts: values.VITRINA_CRASH_CHECKOUTS ?? usual.checkouts,
    kills: values.VITRINA_CRASH_KILLS ?? usual.kills,
    withinMs: values.VITRINA_CRASH_MINUTES * 60_000,
    backends: values.VITRINA_CRASH_BACKENDS,
    home: values.VITRINA_CRASH_HOME,
  };
};
