import { nowSeconds } from './ids.ts';
import type { BalanceTransaction } from './shapes/index.ts';

/** An account's money, by when it can be used. */
export interface BalanceSums {
  /** Minor units by currency. */
  available: Map<string, number>;
  pending: Map<string, number>;
}

/** Running sums per account, so that a transfer need not add up every movement since the books began. */
export class BalanceIndex {
  readonly #available = new Map<string, Map<string, number>>();
  readonly #pending = new Map<string, BalanceTransaction[]>();

  add(owner: string, movement: BalanceTransaction): void {
    if (movement.available_on > nowSeconds()) {
      const waiting = this.#pending.get(owner) ?? [];
      waiting.push(movement);
      this.#pending.set(owner, waiting);
    } else addTo(this.#availableOf(owner), movement);
  }

  sums(owner: string): BalanceSums {
    const now = nowSeconds();
    const available = this.#availableOf(owner);
    const waiting: BalanceTransaction[] = [];
    const pending = new Map<string, number>();
    for (const movement of this.#pending.get(owner) ?? []) {
      if (movement.available_on <= now) addTo(available, movement);
      else {
        waiting.push(movement);
        addTo(pending, movement);
      }
    }
    if (waiting.length > 0) this.#pending.set(owner, waiting);
    else this.#pending.delete(owner);
    return { available: new Map(available), pending };
  }

  #availableOf(owner: string): Map<string, number> {
    let sums = this.#available.get(owner);
    if (!sums) {
      sums = new Map();
      this.#available.set(owner, sums);
    }
    return sums;
  }

  clear(): void {
    this.#available.clear();
    this.#pending.clear();
  }
}

/** Adds a movement's net to the sum of its currency. */
export function addTo(sums: Map<string, number>, movement: BalanceTransaction): void {
  sums.set(movement.currency, (sums.get(movement.currency) ?? 0) + movement.net);
}
