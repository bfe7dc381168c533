import { describe, expect, it } from 'vitest';
import { channels } from '../channel.ts';
import { categories, isMandatory } from './categories.ts';
import { changePreferences, type Kept, nothingChosen } from './change.ts';
import { isDefault, isLocked, isWanted, matrixOf } from './matrix.ts';

const night: Kept = { choices: {}, timeZone: 'Europe/Moscow', quietFrom: 22 * 60, quietTo: 8 * 60 };
const codesOf = (kept: Kept, change: Parameters<typeof changePreferences>[1]): readonly string[] => {
  const changed = changePreferences(kept, change);
  return changed.ok ? [] : changed.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
};
const after = (kept: Kept, change: Parameters<typeof changePreferences>[1]): Kept => {
  const changed = changePreferences(kept, change);
  if (!changed.ok) throw new Error(JSON.stringify(changed.refusals));
  return changed.value;
};

describe('what a person chooses', () => {
  it('holds, the later of two choices about one cell; what was not chosen stays as it comes', () => {
    const cells = categories.flatMap((category) => channels.map((channel) => ({ category, channel })));
    for (const cell of cells)
      for (const [first, second] of [
        [true, false],
        [false, true],
      ] as const) {
        const choices = [first, second].map((enabled) => ({ ...cell, enabled }));
        if (isLocked(cell.category, cell.channel)) {
          expect(codesOf(nothingChosen, { choices })).toHaveLength(1);
          continue;
        }
        const kept = after(nothingChosen, { choices }).choices;
        for (const { category, channel } of cells)
          expect(isWanted(kept, category, channel)).toBe(
            category === cell.category && channel === cell.channel ? second : isDefault(category, channel),
          );
      }
  });

  it('never leaves somebody without a way to hear of security and payments', () => {
    const everything = categories.flatMap((category) =>
      channels.map((channel) => ({ category, channel, enabled: false })),
    );
    const refused = codesOf(nothingChosen, { choices: everything });
    expect(new Set(refused.map((code) => code.split(' ')[0]))).toEqual(new Set(['CANNOT_BE_SWITCHED_OFF']));
    const off = everything.filter(({ category, channel }) => !isLocked(category, channel));
    const matrix = matrixOf(after(nothingChosen, { choices: off }).choices);
    for (const category of categories)
      expect(matrix.some((one) => one.category === category && one.enabled)).toBe(isMandatory(category));
  });

  it('is refused at its place, and only so much of it is taken at once', () => {
    const on = { category: 'MESSAGES', channel: 'SMS', enabled: true } as const;
    const locked = { category: 'SECURITY', channel: 'EMAIL', enabled: false } as const;
    expect(codesOf(nothingChosen, { choices: [on, locked, on, locked] })).toEqual([
      'CANNOT_BE_SWITCHED_OFF choices.1',
      'CANNOT_BE_SWITCHED_OFF choices.3',
    ]);
    expect(codesOf(nothingChosen, { choices: Array.from({ length: 101 }, () => on) })).toEqual([
      'TOO_MANY_CHOICES choices',
    ]);
    expect(codesOf(nothingChosen, { choices: Array.from({ length: 100 }, () => on) })).toEqual([]);
  });
});

describe('quiet hours', () => {
  it('stay when something else changes, move with a zone, and go with it or when they are taken away', () => {
    expect(after(night, { choices: [] })).toEqual(night);
    expect(after(night, { timeZone: 'Asia/Tokyo' })).toEqual({ ...night, timeZone: 'Asia/Tokyo' });
    expect(after(night, { timeZone: null })).toEqual(nothingChosen);
    expect(after(night, { quietHours: null })).toEqual({ ...night, quietFrom: null, quietTo: null });
    expect(after(night, { quietHours: { from: '00:00', to: '23:59' } })).toMatchObject({
      quietFrom: 0,
      quietTo: 1_439,
    });
  });

  it('need a zone and two different times of day', () => {
    const quietHours = { from: '22:00', to: '08:00' };
    expect(codesOf(nothingChosen, { quietHours })).toEqual(['TIME_ZONE_NEEDED timeZone']);
    expect(codesOf(night, { quietHours, timeZone: null })).toEqual(['TIME_ZONE_NEEDED timeZone']);
    expect(codesOf(night, { quietHours: { ...quietHours, to: '24:00' } })).toEqual(['NOT_A_TIME quietHours.to']);
    expect(codesOf(night, { quietHours: { from: '7:00', to: 'noon' } })).toEqual(['NOT_A_TIME quietHours.from']);
    expect(codesOf(night, { quietHours: { from: '08:00', to: '08:00' } })).toEqual(['QUIET_ALL_DAY quietHours']);
    expect(codesOf(night, { timeZone: '+03:00' })).toEqual(['TIME_ZONE_UNKNOWN timeZone']);
  });
});
