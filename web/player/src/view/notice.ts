import type { ProblemCode } from '../locale/words.ts';
import { h } from './h.ts';
import { mark, type Stage } from './stage.ts';

/** What no press of a button changes. */
const nothingToTry: ReadonlySet<ProblemCode> = new Set(['UNSUPPORTED', 'NOT_STARTED', 'SHOW_OVER']);

/** Says what went wrong and offers to try again. What passes by itself is told only once nothing is left to show. */
export const createNotice = ({ playback, words, frame, signal }: Stage): HTMLElement => {
  const sentence = h('p');
  const retry = h('button', {
    part: 'retry-button',
    text: words.retry,
    attributes: { type: 'button' },
    onclick: () => playback.retry(),
  });
  const element = h('div', { class: 'notice', part: 'notice', attributes: { role: 'alert' } });
  const { video } = playback;

  const hasPictureAhead = (): boolean => {
    const { buffered, currentTime } = video;
    for (let index = 0; index < buffered.length; index += 1)
      if (buffered.start(index) <= currentTime && buffered.end(index) > currentTime + 0.5) return true;
    return false;
  };
  const paint = (): void => {
    const { problem } = playback;
    const shown = problem !== undefined && !(problem.passing && hasPictureAhead());
    mark(frame, 'problem', shown);
    if (!shown) {
      element.replaceChildren();
      return;
    }
    // An alert that is written again is read out again.
    if (element.childElementCount > 0 && sentence.textContent === words.problems[problem.code]) return;
    sentence.textContent = words.problems[problem.code];
    element.replaceChildren(sentence, ...(nothingToTry.has(problem.code) ? [] : [retry]));
  };
  playback.onChange((change) => (change === 'problem' || change === 'opened') && paint());
  for (const type of ['waiting', 'stalled', 'timeupdate']) video.addEventListener(type, paint, { signal });
  return element;
};
