import { expect, it } from 'vitest';
import { commandOf, type FocusPlace } from './keyboard.ts';

const press = (
  code: string,
  place: FocusPlace = 'frame',
  held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) => commandOf({ code, ctrlKey: false, altKey: false, metaKey: false, ...held }, place);

it('knows keys by their place, whatever is printed on them', () => {
  expect([press('Space'), press('KeyK')]).toEqual([{ kind: 'toggle' }, { kind: 'toggle' }]);
  expect([press('KeyJ'), press('KeyL')]).toEqual([
    { kind: 'skip', seconds: -10 },
    { kind: 'skip', seconds: 10 },
  ]);
  expect([press('Digit0'), press('Digit9'), press('Numpad5')]).toEqual([
    { kind: 'jump', share: 0 },
    { kind: 'jump', share: 0.9 },
    { kind: 'jump', share: 0.5 },
  ]);
});

it('leaves to buttons, sliders and the browser what is theirs', () => {
  expect(press('Space', 'button')).toBeUndefined();
  expect(press('ArrowRight', 'volume')).toBeUndefined();
  expect(press('ArrowRight', 'timeline')).toEqual({ kind: 'skip', seconds: 5 });
  expect(press('KeyF', 'frame', { ctrlKey: true })).toBeUndefined();
  expect(press('KeyL', 'frame', { metaKey: true })).toBeUndefined();
  expect([press('Tab'), press('Enter', 'button'), press('KeyQ')]).toEqual([undefined, undefined, undefined]);
});
