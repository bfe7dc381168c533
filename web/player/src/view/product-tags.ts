import type { ProductTag } from '../source.ts';
import { h } from './h.ts';
import { icon } from './icons.ts';
import { onVideo, type Stage } from './stage.ts';

/** Products shown on the picture while their seconds last. */
export interface ProductTags {
  readonly element: HTMLElement;
  set(tags: readonly ProductTag[]): void;
}

const isPlaced = ({ x, y }: ProductTag): boolean => typeof x === 'number' && typeof y === 'number';

/** Where a tag may lie, in percent: its button stays on the picture and above the controls. */
const placed = (share: number, least: number, most: number): string =>
  `${Math.min(most, Math.max(least, share * 100))}%`;

/** Makes the layer of product tags; `chosen` is told which one was pressed. */
export const createProductTags = (stage: Stage, chosen: (tag: ProductTag) => void): ProductTags => {
  const { playback, words } = stage;
  const element = h('div', { class: 'tags', part: 'tags' });
  const buttons = new Map<string, HTMLButtonElement>();
  let tags: readonly ProductTag[] = [];

  const make = (tag: ProductTag): HTMLButtonElement => {
    const button = h(
      'button',
      {
        part: 'tag',
        attributes: { type: 'button', 'aria-label': `${words.product}: ${tag.label}`, 'data-tag': tag.id },
        onclick: () => chosen(tag),
      },
      icon('bag'),
      h('span', { text: tag.label }),
    );
    if (isPlaced(tag)) {
      button.style.left = placed(tag.x ?? 0, 16, 84);
      button.style.top = placed(tag.y ?? 0, 8, 74);
    } else button.toggleAttribute('data-corner', true);
    return button;
  };
  /** Only what comes or goes is touched: a button under the viewer's finger stays the same element. */
  const paint = (): void => {
    const now = playback.video.currentTime;
    for (const tag of tags) {
      const due = now >= tag.startSeconds && now < tag.endSeconds;
      const shown = buttons.get(tag.id);
      if (due && !shown) {
        const button = make(tag);
        buttons.set(tag.id, button);
        element.append(button);
      } else if (!due && shown) {
        shown.remove();
        buttons.delete(tag.id);
      }
    }
  };
  onVideo(stage, ['timeupdate', 'seeked'], paint);
  return {
    element,
    set: (next) => {
      tags = next;
      for (const button of buttons.values()) button.remove();
      buttons.clear();
      paint();
    },
  };
};
