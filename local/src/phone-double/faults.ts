import { z } from 'zod';
import { type Fault, faultKinds, type ProviderName, providerNames } from './contract.ts';

/** Which calls go wrong: the next `count` of a provider, after `skip` that pass. */
export const faultRule = z.strictObject({
  provider: z.enum(providerNames),
  kind: z.enum(faultKinds),
  skip: z.int().min(0).default(0),
  count: z.int().min(1).default(1),
  retryAfterSeconds: z.int().min(0).max(86_400).default(30),
});
export type FaultRuleInput = z.input<typeof faultRule>;

/** The rules that wait for calls, oldest first. */
export class Faults {
  #rules: z.output<typeof faultRule>[] = [];

  add(rule: z.output<typeof faultRule>): void {
    this.#rules.push({ ...rule });
  }

  /** The fault for this call; each rule is used up by its `count`. */
  take(provider: ProviderName): Fault | undefined {
    const rule = this.#rules.find((waiting) => waiting.provider === provider);
    if (!rule) return undefined;
    if (rule.skip > 0) {
      rule.skip -= 1;
      return undefined;
    }
    rule.count -= 1;
    if (rule.count === 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return { kind: rule.kind, retryAfterSeconds: rule.retryAfterSeconds };
  }

  clear(): void {
    this.#rules = [];
  }
}
