import { ok, plainRefusal, type Refusal, type Result } from '@vitrina/platform/result';

/** Collects everything that is wrong with an input, so that a form can show all of it at once. */
export class Problems {
  readonly #found: Refusal[] = [];

  add(code: string, field: readonly string[], message: string): void {
    this.#found.push(plainRefusal(code, field, message));
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  /** The value when nothing was wrong, else all refusals. */
  unless<T>(value: () => T): Result<T, Refusal> {
    const [first, ...rest] = this.#found;
    return first ? { ok: false, refusals: [first, ...rest] } : ok(value());
  }
}
