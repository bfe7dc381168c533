import { describe, expect, it } from 'vitest';
import { switchLayout } from './keyboard-layout.ts';

describe('the other keyboard layout', () => {
  it.each([
    ['ghbdtn', 'привет'],
    ['rjdhbr', 'коврик'],
    ['[jkjlbkmybr', 'холодильник'],
    ['зрщещырщз', 'photoshop'],
    ['Rjdhbr', 'Коврик'],
  ])('%s is %s', (typed, meant) => {
    expect(switchLayout(typed)).toBe(meant);
  });

  it('is the way back as well', () => {
    expect(switchLayout(switchLayout('кроссовки') ?? '')).toBe('кроссовки');
  });

  it('does not exist for mixed alphabets and for no letters', () => {
    expect(switchLayout('usb кабель')).toBeUndefined();
    expect(switchLayout('12 + 3')).toBeUndefined();
  });
});
