/** A part of the sprite, in its own pixels. */
export interface StoryboardPicture {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const secondsOf = (stamp: string): number => stamp.split(':').reduce((total, part) => total * 60 + Number(part), 0);

const cue = /^([\d:.]+)\s+-->\s+([\d:.]+)[^\n]*\n([^\n#]*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)/gm;

/** Reads a WebVTT file whose cues name parts of a sprite (media fragments, W3C, section 4.2.2); addresses are relative to it. */
export const parseStoryboard = (vtt: string, vttUrl: string): StoryboardPicture[] =>
  [...vtt.replaceAll('\r\n', '\n').matchAll(cue)].map(([, from = '', to = '', file = '', x, y, width, height]) => ({
    fromSeconds: secondsOf(from),
    toSeconds: secondsOf(to),
    url: new URL(file, vttUrl).href,
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));

/** The picture of a second; the last one stands for what comes after it. */
export const pictureAt = (pictures: readonly StoryboardPicture[], seconds: number): StoryboardPicture | undefined =>
  pictures.find(({ toSeconds }) => seconds < toSeconds) ?? pictures.at(-1);
