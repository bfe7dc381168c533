/** What a key asks for. */
export type Command =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'mute' }
  | { readonly kind: 'fullscreen' }
  | { readonly kind: 'captions' }
  | { readonly kind: 'skip'; readonly seconds: number }
  | { readonly kind: 'volume'; readonly change: number }
  | { readonly kind: 'jump'; readonly share: number };

/** Where the focus is: buttons and sliders keep the keys that are theirs. */
export type FocusPlace = 'frame' | 'button' | 'timeline' | 'volume';

const letters: Readonly<Record<string, Command>> = {
  KeyK: { kind: 'toggle' },
  KeyJ: { kind: 'skip', seconds: -10 },
  KeyL: { kind: 'skip', seconds: 10 },
  KeyF: { kind: 'fullscreen' },
  KeyM: { kind: 'mute' },
  KeyC: { kind: 'captions' },
  ArrowLeft: { kind: 'skip', seconds: -5 },
  ArrowRight: { kind: 'skip', seconds: 5 },
  ArrowUp: { kind: 'volume', change: 0.05 },
  ArrowDown: { kind: 'volume', change: -0.05 },
};

/** A key press, by its place on the keyboard (`code`), so that a Russian layout works the same. */
export interface KeyPress {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks for at this place; undefined when it is the browser's. */
export const commandOf = ({ code, ctrlKey, altKey, metaKey }: KeyPress, place: FocusPlace): Command | undefined => {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (code === 'Space') return place === 'button' ? undefined : { kind: 'toggle' };
  // The volume slider moves by its own arrows.
  if (place === 'volume' && code.startsWith('Arrow')) return undefined;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? letters[code] : { kind: 'jump', share: Number(digit) / 10 };
};
