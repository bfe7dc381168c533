import { type Batch, combine, isEmpty, nothing, type Observations } from './batch.ts';

/** What became of a request: kept ones are sent again. */
export type Delivery = 'taken' | 'refused' | 'unreachable';

/** How batches leave the page. */
export interface Transport {
  /** Never rejects: whatever goes wrong on the way is `unreachable`. */
  send(batch: Batch): Promise<Delivery>;
  /** For the moment the page goes: nobody waits for an answer. False when the browser would not take it. */
  sendLast(batch: Batch): boolean;
}

/** Reads the time and waits; tests have their own. */
export interface Timer {
  now(): number;
  after(ms: number, run: () => void): () => void;
}

/** Collects observations and sends them in numbered batches. */
export interface Outbox {
  add(seen: Partial<Observations>): void;
  /** Sends soon, never more often than once a second. */
  flush(): void;
  /** Sends now what there is, without waiting for the answer. */
  flushLast(): void;
  /** The network is back: do not wait out the pause. */
  wake(): void;
  close(): void;
}

const leastPauseMs = 1_000;
const longestPauseMs = 60_000;

/**
 * Memory is bounded whatever happens: one sealed batch on its way and one that is being filled. While nothing can be sent
 * the second takes in all that is seen. A batch keeps its number when it is sent again, so it counts once.
 */
export const createOutbox = (transport: Transport, timer: Timer): Outbox => {
  let open: Observations = nothing;
  let sealed: Batch | undefined;
  let sequence = 0;
  let sentAt = Number.NEGATIVE_INFINITY;
  let pauseMs = leastPauseMs;
  let cancel: (() => void) | undefined;
  let sending = false;
  let closed = false;

  /** Closes the open batch and numbers it; the sealed one keeps its number until somebody took it. */
  const seal = (): Batch | undefined => {
    if (!sealed && !isEmpty(open)) {
      sealed = { sequence, ...open };
      sequence += 1;
      // The rendition is a state, not an event: the next batch has it as well.
      open = open.rendition === undefined ? nothing : { ...nothing, rendition: open.rendition };
    }
    return sealed;
  };
  /** One timer at a time: asking again while one runs changes nothing. */
  const schedule = (): void => {
    if (cancel || sending || closed) return;
    cancel = timer.after(Math.max(0, sentAt + pauseMs - timer.now()), () => {
      cancel = undefined;
      void send();
    });
  };
  const send = async (): Promise<void> => {
    const batch = seal();
    if (!batch) return;
    sending = true;
    sentAt = timer.now();
    const delivery = await transport.send(batch);
    sending = false;
    // The page may have sent it a last time meanwhile.
    if (sealed === batch && delivery !== 'unreachable') sealed = undefined;
    pauseMs = delivery === 'unreachable' ? Math.min(longestPauseMs, pauseMs * 2) : leastPauseMs;
    if (sealed || !isEmpty(open)) schedule();
  };

  return {
    add: (seen) => {
      open = combine(open, seen);
    },
    flush: schedule,
    flushLast: () => {
      cancel?.();
      cancel = undefined;
      // At most two: the one that was on its way (its number makes a second arrival harmless) and the rest.
      for (let batch = seal(); batch; batch = seal()) {
        if (!transport.sendLast(batch)) return schedule();
        sentAt = timer.now();
        sealed = undefined;
      }
    },
    wake: () => {
      if (pauseMs === leastPauseMs) return;
      pauseMs = leastPauseMs;
      cancel?.();
      cancel = undefined;
      schedule();
    },
    close: () => {
      closed = true;
      cancel?.();
    },
  };
};
