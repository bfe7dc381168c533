import { formatTime } from './format-time.ts';
import { h } from './h.ts';
import { mark, type Stage } from './stage.ts';
import { parseStoryboard, pictureAt, type StoryboardPicture } from './storyboard.ts';

/** Fetched at the first hover: most viewers never ask. A storyboard that cannot be had leaves the time alone. */
const loadPictures = async (url: string): Promise<StoryboardPicture[]> => {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok ? parseStoryboard(await response.text(), new URL(url, document.baseURI).href) : [];
};

/** The small picture and time above the timeline. */
export interface HoverPreview {
  readonly element: HTMLElement;
  /** Shows the second under the pointer, at a share (0 to 1) of the timeline's width. */
  show(seconds: number, share: number): void;
  hide(): void;
}

/** Makes the preview of the timeline; it shows pictures where the video has a storyboard. */
export const createHoverPreview = ({ playback }: Stage): HoverPreview => {
  const picture = h('div', { class: 'picture', part: 'storyboard' });
  const at = h('span', { class: 'at' });
  const element = h('div', { class: 'hover', attributes: { 'aria-hidden': 'true' } }, picture, at);
  let pictures: readonly StoryboardPicture[] = [];
  let asked: string | undefined;

  const ask = (): void => {
    const url = playback.source?.storyboardUrl;
    if (url === asked) return;
    asked = url;
    pictures = [];
    if (!url) return;
    void loadPictures(url).then((loaded) => {
      if (asked === url) pictures = loaded;
    });
  };

  return {
    element,
    show: (seconds, share) => {
      ask();
      const found = pictureAt(pictures, seconds);
      picture.hidden = !found;
      if (found) {
        picture.style.width = `${found.width}px`;
        picture.style.height = `${found.height}px`;
        // An address that went through URL holds no quote.
        picture.style.backgroundImage = `url("${found.url}")`;
        picture.style.backgroundPosition = `-${found.x}px -${found.y}px`;
        picture.dataset['at'] = String(found.fromSeconds);
      }
      at.textContent = formatTime(seconds);
      element.style.left = `${Math.min(94, Math.max(6, share * 100))}%`;
      mark(element, 'shown', true);
    },
    hide: () => mark(element, 'shown', false),
  };
};
