/** One peer whose pulse is felt. */
export interface Pulse {
  /** Asks the peer for a sign of life. */
  ping(): void;
  /** True when nothing came since the last ping. */
  readonly silent: boolean;
  /** Cuts the connection without a goodbye: nobody is there to hear it. */
  cut(): void;
}

export interface Heartbeat {
  add(pulse: Pulse): void;
  remove(pulse: Pulse): void;
  stop(): void;
}

const slots = 15;

/**
 * Pings every peer once in `everyMs` and drops those that did not answer the last one. One timer serves all of them and
 * takes a fifteenth at a time, so thousands of sockets do not wake in the same moment.
 */
export const startHeartbeat = (everyMs: number): Heartbeat => {
  const rings = Array.from({ length: slots }, () => new Set<Pulse>());
  let added = 0;
  let turn = 0;
  const beat = (): void => {
    turn = (turn + 1) % slots;
    for (const pulse of rings[turn] ?? []) {
      if (pulse.silent) pulse.cut();
      else pulse.ping();
    }
  };
  const timer = setInterval(beat, everyMs / slots);
  return {
    add: (pulse) => {
      added += 1;
      rings[added % slots]?.add(pulse);
    },
    // Fifteen look-ups per closed socket cost less than remembering a number per open one.
    remove: (pulse) => {
      for (const ring of rings) if (ring.delete(pulse)) return;
    },
    stop: () => clearInterval(timer),
  };
};
