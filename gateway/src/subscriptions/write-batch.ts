import type { Duplex } from 'node:stream';

/**
 * Gathers what is written to many connections within one turn of the event loop: each goes to the system once, however
 * many events it carries.
 */
export class WriteBatch {
  readonly #open = new Set<Duplex>();
  readonly #flush = (): void => {
    for (const connection of this.#open) connection.uncork();
    this.#open.clear();
  };

  /** Holds the connection's writes back until this turn has ended. */
  gather(connection: Duplex): void {
    if (this.#open.has(connection)) return;
    if (this.#open.size === 0) setImmediate(this.#flush);
    this.#open.add(connection);
    connection.cork();
  }
}
