/** Counts what each key holds, and forgets keys that hold nothing. */
export class Tally {
  readonly #held = new Map<string, number>();

  /** Takes one more, unless the key holds `most` already. */
  take(key: string, most: number): boolean {
    const held = this.#held.get(key) ?? 0;
    if (held >= most) return false;
    this.#held.set(key, held + 1);
    return true;
  }

  release(key: string): void {
    const held = this.#held.get(key) ?? 0;
    if (held > 1) this.#held.set(key, held - 1);
    else this.#held.delete(key);
  }

  /** How many keys hold something. */
  get keys(): number {
    return this.#held.size;
  }
}
