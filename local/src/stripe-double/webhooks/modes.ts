import { z } from 'zod';
import { newId } from '../ids.ts';
import { matchesType } from '../resources/events.ts';

/** How the next matching events reach their endpoints. */
export const webhookModeSchema = z.strictObject({
  /** Event types; `payment_intent.*` and `*` are allowed. */
  types: z.array(z.string()).min(1).default(['*']),
  /** How many events the rule applies to. */
  count: z.int().min(1).default(1),
  mode: z.discriminatedUnion('kind', [
    /** Sent `times` times in all. */
    z.strictObject({ kind: z.literal('duplicate'), times: z.int().min(2).max(100) }),
    z.strictObject({ kind: z.literal('delay'), delayMs: z.int().min(1).max(600_000) }),
    /** Held until `window` events are there, then sent newest first, one after the other. */
    z.strictObject({ kind: z.literal('reorder'), window: z.int().min(2).max(100) }),
    /** Sent, and the endpoint's answer awaited, before the API request that caused it is answered. */
    z.strictObject({ kind: z.literal('before_response') }),
    /** The first `attempts` deliveries are lost on the way; the usual retries follow. */
    z.strictObject({ kind: z.literal('drop'), attempts: z.int().min(1).max(50) }),
  ]),
});

export type WebhookModeInput = z.input<typeof webhookModeSchema>;
export type WebhookMode = z.infer<typeof webhookModeSchema>['mode'];

/** A rule in force; `count` is what is left of it. */
export interface WebhookRule extends z.infer<typeof webhookModeSchema> {
  id: string;
}

/** The rules waiting for events, oldest first. */
export class WebhookModes {
  #rules: WebhookRule[] = [];

  add(rule: z.infer<typeof webhookModeSchema>): WebhookRule {
    const added = { ...rule, id: newId('whmode') };
    this.#rules.push(added);
    return added;
  }

  take(type: string): WebhookMode | undefined {
    const rule = this.#rules.find((item) => item.types.some((pattern) => matchesType(pattern, type)));
    if (!rule) return undefined;
    if (--rule.count === 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule.mode;
  }

  list(): readonly WebhookRule[] {
    return this.#rules;
  }

  clear(): void {
    this.#rules = [];
  }
}
