import { randomUUID } from 'node:crypto';
import type { InboxEntry, Phone, ProviderName } from './contract.ts';

const kept = 1_000;

/** The last thousand messages of all doubles, oldest first. */
export class Inbox implements Phone {
  #entries: InboxEntry[] = [];
  readonly #byKey = new Map<string, InboxEntry>();

  show(entry: Omit<InboxEntry, 'id' | 'receivedAt' | 'times'>, replaces?: string): InboxEntry {
    const key = replaces && `${entry.provider} ${replaces}`;
    const before = key ? this.#byKey.get(key) : undefined;
    const shown = { ...entry, id: randomUUID(), receivedAt: new Date().toISOString(), times: (before?.times ?? 0) + 1 };
    this.#entries = [...this.#entries.filter((other) => other !== before), shown].slice(-kept);
    if (key) {
      // In the order of the entries: what is older than all that are kept comes first.
      this.#byKey.delete(key);
      this.#byKey.set(key, shown);
      for (const oldest of this.#byKey.keys()) {
        if (this.#byKey.size <= kept) break;
        this.#byKey.delete(oldest);
      }
    }
    return shown;
  }

  list(provider?: ProviderName): readonly InboxEntry[] {
    return provider ? this.#entries.filter((entry) => entry.provider === provider) : this.#entries;
  }

  clear(): void {
    this.#entries = [];
    this.#byKey.clear();
  }
}
