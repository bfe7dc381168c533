import { createHash } from 'node:crypto';
import { idempotencyInUse, idempotencyMismatch, invalidParam } from './errors.ts';

/** The first answer given under a key, kept as text so that a replay is byte for byte the same. */
export interface StoredAnswer {
  scope: string;
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  at: number;
}

const KEPT_SECONDS = 24 * 3_600;
const KEPT_ANSWERS = 100_000;

/** A request that carries an idempotency key. */
export interface KeyedRequest {
  account: string;
  endpoint: string;
  key: string;
  /** Path and body: what must be the same for a repetition to count as one. */
  content: string;
}

/**
 * Stripe's rules for `Idempotency-Key` on v1 POSTs (docs.stripe.com/api/idempotent_requests): the first answer is
 * kept, whatever its status, once execution began; the same content replays it, other content is refused, and a
 * repetition that overtakes the first is told to wait. A key belongs to one account and one endpoint.
 */
export class IdempotencyKeys {
  readonly #answers = new Map<string, StoredAnswer>();
  readonly #running = new Map<string, string>();

  /** Claims the key, or hands back the kept answer. A claim must end in `release`. */
  claim(request: KeyedRequest): { scope: string; fingerprint: string; replay?: StoredAnswer } {
    if (request.key.length > 255) {
      throw invalidParam('Idempotency keys may have at most 255 characters.', 'Idempotency-Key');
    }
    const scope = `${request.account} ${request.endpoint} ${request.key}`;
    const fingerprint = createHash('sha256').update(request.content).digest('base64');
    const kept = this.#answers.get(scope);
    const known = kept?.fingerprint ?? this.#running.get(scope);
    if (known !== undefined && known !== fingerprint) throw idempotencyMismatch(request.key);
    if (kept) return { scope, fingerprint, replay: kept };
    if (known !== undefined) throw idempotencyInUse(request.key);
    this.#running.set(scope, fingerprint);
    return { scope, fingerprint };
  }

  release(scope: string): void {
    this.#running.delete(scope);
  }

  keep(answer: StoredAnswer): void {
    this.#answers.set(answer.scope, answer);
    for (const [scope, oldest] of this.#answers) {
      if (this.#answers.size <= KEPT_ANSWERS && answer.at - oldest.at < KEPT_SECONDS) break;
      this.#answers.delete(scope);
    }
  }

  *all(): Generator<StoredAnswer> {
    yield* this.#answers.values();
  }

  clear(): void {
    this.#answers.clear();
  }
}
