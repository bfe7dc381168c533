interface Wait {
  readonly due: number;
  readonly giveUp: () => void;
}

/**
 * Time limits of many waits that may all last equally long. One timer serves all of them, because the oldest is always due
 * first: thousands of timers a second, each cleared a moment later, cost more than what they guard.
 */
export class Patience {
  readonly milliseconds: number;
  readonly #waits = new Set<Wait>();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  /** Settles as `work` does, or rejects with `late()` when that takes too long. */
  within<T>(work: Promise<T>, late: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const wait = { due: performance.now() + this.milliseconds, giveUp: () => reject(late()) };
      this.#waits.add(wait);
      this.#timer ??= this.#arm(this.milliseconds);
      work.then(
        (value) => {
          this.#waits.delete(wait);
          resolve(value);
        },
        (error: unknown) => {
          this.#waits.delete(wait);
          reject(error as Error);
        },
      );
    });
  }

  #arm(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.#look(), milliseconds).unref();
  }

  #look(): void {
    this.#timer = undefined;
    const now = performance.now();
    for (const wait of this.#waits) {
      if (wait.due > now) {
        this.#timer = this.#arm(Math.ceil(wait.due - now));
        return;
      }
      this.#waits.delete(wait);
      wait.giveUp();
    }
  }
}
