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
    if (key) this.#byKey.set(key, shown);
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
