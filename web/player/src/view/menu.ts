import { h } from './h.ts';
import { type IconName, icon } from './icons.ts';
import type { Stage } from './stage.ts';

/** One line of a menu. */
export interface Choice {
  readonly label: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

/** A button that opens a list of choices (WAI-ARIA Authoring Practices, menu button). */
export interface Menu {
  readonly element: HTMLElement;
  /** Shows these choices from now on; none hides the button. */
  offer(choices: readonly Choice[]): void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus within an open menu; true when the key was the menu's. */
const moveFocus = (list: HTMLElement, key: string): boolean => {
  const items = [...list.querySelectorAll('button')];
  const current = items.indexOf((list.getRootNode() as ShadowRoot).activeElement as HTMLButtonElement);
  const target =
    key === 'Home' ? 0 : key === 'End' ? items.length - 1 : (current + (steps[key] ?? 0) + items.length) % items.length;
  if (!(key in steps) && key !== 'Home' && key !== 'End') return false;
  items[target]?.focus();
  return true;
};

/** Makes a menu with its button. */
export const createMenu = (stage: Stage, label: string, iconName: IconName, name: string): Menu => {
  const button = h(
    'button',
    {
      part: `${name}-button`,
      attributes: { type: 'button', 'aria-label': label, 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    },
    icon(iconName),
  );
  const list = h('div', { class: 'menu', attributes: { role: 'menu', 'aria-label': label } });
  const element = h('div', { class: `menu-holder ${name}-menu` }, button, list);

  const isOpen = (): boolean => list.hasAttribute('data-open');
  const open = (on: boolean): void => {
    list.toggleAttribute('data-open', on);
    button.setAttribute('aria-expanded', String(on));
    if (on) (list.querySelector<HTMLElement>('[aria-checked=true]') ?? list.querySelector('button'))?.focus();
  };
  button.addEventListener('click', () => open(!isOpen()));
  element.addEventListener('keydown', (event) => {
    if (!isOpen()) return;
    if (event.key === 'Escape') {
      open(false);
      button.focus();
    } else if (!moveFocus(list, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('focusout', (event) => {
    if (!element.contains(event.relatedTarget as Node | null)) open(false);
  });
  stage.frame.addEventListener('click', (event) => {
    if (!event.composedPath().includes(element)) open(false);
  });

  const offer = (choices: readonly Choice[]): void => {
    element.hidden = choices.length === 0;
    const focused = list.contains((list.getRootNode() as ShadowRoot).activeElement);
    list.replaceChildren(
      ...choices.map(({ label: text, chosen, choose }) =>
        h('button', {
          text,
          attributes: { type: 'button', role: 'menuitemradio', 'aria-checked': String(chosen), tabindex: '-1' },
          onclick: () => {
            choose();
            open(false);
            button.focus();
          },
        }),
      ),
    );
    // A list that changes under the viewer's hands keeps their place.
    if (focused && isOpen()) open(true);
  };
  offer([]);
  return { element, offer };
};
