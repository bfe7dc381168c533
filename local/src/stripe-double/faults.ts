import { z } from 'zod';
import { newId } from './ids.ts';

const severing = { by: z.enum(['drop', 'hang']).default('hang') };

/** What goes wrong. Names say when, relative to the effect on the books. */
const faultSchema = z.discriminatedUnion('kind', [
  /** Answers a 5xx. `effect` says whether the books changed first; `stored` whether a repetition gets the same 5xx. */
  z.strictObject({
    kind: z.literal('respond'),
    status: z.int().min(500).max(599).default(500),
    effect: z.enum(['none', 'applied']).default('none'),
    stored: z.boolean().default(false),
  }),
  /** The connection goes silent or breaks before anything happened. */
  z.strictObject({ kind: z.literal('timeout_before'), ...severing }),
  /** The books change, the answer is stored under its key, and nobody hears of it. */
  z.strictObject({ kind: z.literal('timeout_after'), ...severing }),
  z.strictObject({ kind: z.literal('rate_limit') }),
  /** Executes after a while; the idempotency key is taken meanwhile. */
  z.strictObject({ kind: z.literal('slow'), delayMs: z.int().min(1).max(600_000) }),
]);

export type Fault = z.infer<typeof faultSchema>;

/** Which requests: `path` may hold `*` for one segment or, at its end, for all that follows. */
export const faultRuleSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  path: z.string().startsWith('/v1').default('/v1/*'),
  /** Matching requests to let pass first. */
  skip: z.int().min(0).default(0),
  /** Requests to hit after that. */
  count: z.int().min(1).default(1),
  fault: faultSchema,
});

export type FaultRuleInput = z.input<typeof faultRuleSchema>;

/** A rule in force, with how many requests it has hit so far. */
export interface FaultRule extends z.infer<typeof faultRuleSchema> {
  id: string;
  hits: number;
}

function pathMatches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.at(-1) === '*' && given.length >= wanted.length) {
    return wanted.slice(0, -1).every((part, index) => part === '*' || part === given[index]);
  }
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index]);
}

/** The rules waiting for requests, oldest first. */
export class Faults {
  #rules: FaultRule[] = [];

  add(rule: z.infer<typeof faultRuleSchema>): FaultRule {
    const added = { ...rule, id: newId('fault'), hits: 0 };
    this.#rules.push(added);
    return added;
  }

  /** The fault for this request, if one waits for it. Each rule is used up by its `count`. */
  take(method: string, path: string): Fault | undefined {
    for (const rule of this.#rules) {
      if ((rule.method && rule.method !== method) || !pathMatches(rule.path, path)) continue;
      if (rule.skip > 0) {
        rule.skip--;
        continue;
      }
      if (++rule.hits >= rule.count) this.#rules = this.#rules.filter((other) => other !== rule);
      return rule.fault;
    }
    return undefined;
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  clear(): void {
    this.#rules = [];
  }
}
