/** Ids handed on at a time once the gate opens. */
const some = 100;

/** Lets ids through, but not before it is opened. */
export interface HintGate {
  pass(id: string): void;
  /** Hands on what waits, each id once, and everything after it at once. */
  open(): Promise<void>;
}

/**
 * Keeps hints back while what was missed is being told: a reader who has seen the newest change would not get those before
 * it again. `tell` hands one on; `taken` resolves once the reader has taken what there is, so that many do not pile up.
 */
export const createHintGate = (tell: (id: string) => void, taken: () => Promise<void>): HintGate => {
  const waiting = new Set<string>();
  let isOpen = false;
  return {
    pass: (id) => {
      if (isOpen) tell(id);
      else waiting.add(id);
    },
    open: async () => {
      while (waiting.size > 0) {
        for (const id of [...waiting].slice(0, some)) {
          waiting.delete(id);
          tell(id);
        }
        await taken();
      }
      isOpen = true;
    },
  };
};
