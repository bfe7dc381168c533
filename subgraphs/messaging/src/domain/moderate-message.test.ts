import { describe, expect, it } from 'vitest';
import { type Moderated, moderationStep } from './moderate-message.ts';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const held: Moderated = { status: 'HELD', deletedAt: null, takenDownText: null, moderatedAt: null };
const sent: Moderated = { ...held, status: 'SENT' };
const takenDown: Moderated = { ...sent, deletedAt: at(1), takenDownText: 'text', moderatedAt: at(1) };

describe('what a decision does to a message', () => {
  it.each([
    ['a held one is let through', held, 'APPROVED', 'RELEASE'],
    ['a held one is kept back for good', held, 'REJECTED', 'WITHHOLD'],
    [
      'one that was kept back is let through by a newer word',
      { ...held, status: 'WITHHELD', moderatedAt: at(1) },
      'APPROVED',
      'RELEASE',
    ],
    ['one that was read is taken down', sent, 'REJECTED', 'TAKE_DOWN'],
    ['one that was read stays, and the decision is remembered', sent, 'APPROVED', 'NOTE'],
    ['one that was taken down is shown again by a newer word', takenDown, 'APPROVED', 'RESTORE'],
    ['one that was taken down stays so', takenDown, 'REJECTED', 'NOTE'],
    ['one its author took back stays gone', { ...held, deletedAt: at(1) }, 'APPROVED', 'NOTHING'],
  ] as const)('%s', (_what, message, decision, step) => {
    expect(moderationStep(message, decision, at(9), false)).toBe(step);
  });

  it('is nothing when a newer or the same decision came first', () => {
    const released: Moderated = { ...sent, moderatedAt: at(9) };
    expect(moderationStep(released, 'REJECTED', at(9), false)).toBe('NOTHING');
    expect(moderationStep(released, 'REJECTED', at(8), false)).toBe('NOTHING');
    expect(moderationStep(released, 'REJECTED', at(10), false)).toBe('TAKE_DOWN');
  });

  it('lets nothing through while one side blocks the other', () => {
    expect(moderationStep(held, 'APPROVED', at(9), true)).toBe('WITHHOLD');
  });
});
