/** Something with messages that are to leave at the end of this turn. */
export interface Outbox {
  flush(): void;
}

/**
 * Gathers what is written to many connections within one turn of the event loop: each goes to the system once, however
 * many events it carries.
 */
export class WriteBatch {
  #waiting: Outbox[] = [];
  readonly #flush = (): void => {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const outbox of waiting) outbox.flush();
  };

  /** Has it flushed when this turn has ended; to be said once per turn. */
  gather(outbox: Outbox): void {
    if (this.#waiting.length === 0) setImmediate(this.#flush);
    this.#waiting.push(outbox);
  }
}
