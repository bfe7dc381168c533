import { describe, expect, it } from 'vitest';
import { createBegun } from './begin.ts';
import type { InstanceRow } from './rows.ts';
import type { Held } from './store.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1) + seconds * 1_000);
const heldFrom = (id: string, seconds: number): Held => ({
  row: { id, createdAt: at(seconds), leaseUntil: at(seconds + 15) } as InstanceRow,
  journal: new Map(),
});

describe('what was begun in this process’s hands', () => {
  it('is taken once, by its id', () => {
    const begun = createBegun();
    const held = heldFrom('sga_1', 0);
    begun.keep(held);
    expect(begun.take('sga_2', at(1))).toBeUndefined();
    expect(begun.take('sga_1', at(1))).toBe(held);
    expect(begun.take('sga_1', at(1))).toBeUndefined();
  });

  it('is nobody’s once another worker may have it', () => {
    const begun = createBegun();
    begun.keep(heldFrom('sga_1', 0));
    expect(begun.take('sga_1', at(15))).toBeUndefined();
  });

  it('does not pile up when nobody comes back to it', () => {
    const begun = createBegun();
    begun.keep(heldFrom('sga_1', 0));
    begun.keep(heldFrom('sga_2', 20));
    // As if the clock had been turned back: the first one is gone, not only over.
    expect(begun.take('sga_1', at(1))).toBeUndefined();
    expect(begun.take('sga_2', at(21))).toBeDefined();
  });
});
