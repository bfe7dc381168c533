/** A frame that was looked at. */
export interface Frame {
  readonly atSeconds: number;
  readonly sharpness: number;
  /** Mean luma, 0 to 255. */
  readonly brightness: number;
}

/** Pictures outside this range of mean luma look black or blown out as a small poster. */
const darkest = 40;
const brightest = 215;

/** Full weight between the bounds, falling to none at black and at white. */
const lightWeight = (brightness: number): number => {
  if (brightness < darkest) return brightness / darkest;
  if (brightness > brightest) return (255 - brightness) / (255 - brightest);
  return 1;
};

/** How good a poster a frame would be: sharp, and neither dark nor blown out. */
export const posterScore = ({ sharpness, brightness }: Frame): number => sharpness * lightWeight(brightness);

/**
 * The best frames, best first, each at least `apartSeconds` from the others, so that the choice is between scenes and
 * not between neighbours of one. Where the video is too short for that, neighbours fill up.
 */
export const chooseStills = <F extends Frame>(
  frames: readonly F[],
  wanted: number,
  apartSeconds: number,
): readonly F[] => {
  const best = [...frames].sort((left, right) => posterScore(right) - posterScore(left));
  const chosen: F[] = [];
  for (const frame of best) {
    if (chosen.length === wanted) break;
    if (chosen.every(({ atSeconds }) => Math.abs(atSeconds - frame.atSeconds) >= apartSeconds)) chosen.push(frame);
  }
  const rest = best.filter((frame) => !chosen.includes(frame));
  return [...chosen, ...rest.slice(0, wanted - chosen.length)];
};
