import { z } from 'zod';

/** The contract of one event: owned by one context, read by many. */
export interface EventContract<P extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly version: number;
  readonly owner: string;
  readonly payload: P;
}

export const defineEvent = <P extends z.ZodType>(contract: EventContract<P>): EventContract<P> => contract;

/** Amounts travel as strings of minor units, because JSON numbers lose digits above 2^53. */
export const minor = z.string().regex(/^-?\d+$/);
