import { setTimeout as sleep } from 'node:timers/promises';

/** A pause that can be cut short. */
export interface Alarm {
  /** Ends the pause under way, or the next one when none is. */
  ring(): void;
  /** Waits until `ms` passed (false) or somebody rang (true). */
  wait(ms: number): Promise<boolean>;
}

/** Rings that come together count as one: a rung pause still lasts this long, so a burst of hints is one look. */
const shortGatherMs = 4;

/** Makes an alarm for one loop; a rung pause lasts at least `gatherMs`. */
export const createAlarm = (gatherMs = shortGatherMs): Alarm => {
  let rung = false;
  let cut: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      cut?.();
    },
    wait: async (ms) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          cut = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        cut = undefined;
      }
      const early = rung;
      if (early) await sleep(gatherMs);
      rung = false;
      return early;
    },
  };
};
