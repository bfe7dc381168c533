/**
 * What is under way, by id: many entries that come and go, beside few or many that stay.
 *
 * Not a Map on purpose. A Map replaces its table every few changes, and V8 lets each table that was replaced point to the
 * next one. Once one of them is in the old generation, all that follow are kept until that is collected, together with
 * whatever was in them when they were replaced: under load everything that was ever under way grows old. An object without
 * a prototype has no such chain.
 */
export class InFlight<T> {
  readonly #entries: Record<string, { readonly value: T }> = Object.create(null);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(id: string): boolean {
    return this.#entries[id] !== undefined;
  }

  get(id: string): T | undefined {
    return this.#entries[id]?.value;
  }

  set(id: string, value: T): void {
    if (!this.has(id)) this.#size += 1;
    this.#entries[id] = { value };
  }

  /** True when there was one. */
  delete(id: string): boolean {
    if (!this.has(id)) return false;
    delete this.#entries[id];
    this.#size -= 1;
    return true;
  }

  /** All ids; a copy, so that they may end while they are walked through. */
  ids(): string[] {
    return Object.keys(this.#entries);
  }

  /** All values; a copy like {@link ids}. */
  values(): T[] {
    return Object.values(this.#entries).map(({ value }) => value);
  }

  clear(): void {
    for (const id of this.ids()) this.delete(id);
  }
}
