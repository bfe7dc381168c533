import { inSeconds, maxAttempts, retryDelaySeconds } from '../retry.ts';

/** What a channel answered; the shape of `clients/channels/contract.ts`, which says what each means. */
export type Answered =
  | { readonly kind: 'ACCEPTED'; readonly providerId: string }
  | { readonly kind: 'RETRY'; readonly code: string; readonly afterSeconds?: number | undefined }
  | { readonly kind: 'REFUSED'; readonly code: string; readonly addressIsDead: boolean }
  | { readonly kind: 'UNKNOWN'; readonly code: string };

export interface TryFacts {
  readonly stepId: string;
  /** Tries that were begun, this one included. */
  readonly attempts: number;
  /** Whether another channel stands ready and may take over. */
  readonly hasFallback: boolean;
  /** Whether a repeat reaches the person once. */
  readonly deduplicates: boolean;
  readonly mandatory: boolean;
  readonly now: Date;
}

/** What becomes of the step. UNCERTAIN: it may have arrived, and twice would be worse than not at all. */
export type Verdict =
  | { readonly state: 'SENT' }
  | { readonly state: 'PENDING'; readonly dueAt: Date }
  | { readonly state: 'FAILED' | 'UNCERTAIN' };

/** Tries before the next channel takes over: somebody who can be reached otherwise does not wait for hours. */
const triesBeforeFallback = 3;

/** Spreads retries over ±10 %, always the same for a step and try, so that a crowd that failed together does not come back together. */
export const jittered = (seconds: number, stepId: string, attempts: number): number => {
  let hash = attempts;
  for (const letter of stepId) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return seconds * (0.9 + (hash % 2_001) / 10_000);
};

const retried = ({ stepId, attempts, hasFallback, now }: TryFacts, afterSeconds = 0): Verdict =>
  attempts >= (hasFallback ? triesBeforeFallback : maxAttempts)
    ? { state: 'FAILED' }
    : {
        state: 'PENDING',
        dueAt: inSeconds(now, Math.max(jittered(retryDelaySeconds(attempts), stepId, attempts), afterSeconds)),
      };

/**
 * Reads an answer. An unknown outcome is tried again where repeats are dropped, and where not hearing of a payment would
 * be worse than hearing twice; elsewhere it ends there, and no other channel says it a second time.
 */
export const judgeTry = (answer: Answered, facts: TryFacts): Verdict => {
  if (answer.kind === 'ACCEPTED') return { state: 'SENT' };
  if (answer.kind === 'REFUSED') return { state: 'FAILED' };
  if (answer.kind === 'RETRY') return retried(facts, answer.afterSeconds);
  return facts.deduplicates || facts.mandatory ? retried(facts) : { state: 'UNCERTAIN' };
};
