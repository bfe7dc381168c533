/** Steps of the work on a video, in their order. */
export const stages = ['PROBE', 'FIRST_RENDITION', 'LADDER', 'PICTURES', 'PUBLISH'] as const;
export type Stage = (typeof stages)[number];

/** Where each step ends on the way from 0 to 100: by how long they take, measured on a minute of 1080p. */
const endsAt: Readonly<Record<Stage, number>> = {
  PROBE: 2,
  FIRST_RENDITION: 22,
  LADDER: 86,
  PICTURES: 98,
  PUBLISH: 100,
};

/** Every step from this one on. */
export const stagesFrom = (stage: Stage): readonly Stage[] => stages.slice(stages.indexOf(stage));

/** Of the whole work, 0 to 100, when `share` (0 to 1) of a step is done. Whole numbers, rounded down: 100 means done. */
export const percentAt = (stage: Stage, share: number): number => {
  const before = stages[stages.indexOf(stage) - 1];
  const start = before ? endsAt[before] : 0;
  const clipped = Math.min(1, Math.max(0, share));
  return Math.floor(start + (endsAt[stage] - start) * clipped);
};

/** A step that fails this often by itself is given up; its video fails alone. */
export const maxAttempts = 4;
