import { setTimeout as pause } from 'node:timers/promises';

/** A client that can be sent away. */
export interface Departing {
  /** Closes with "going away" as soon as nothing runs that has to be finished. */
  goAway(reason: string): void;
  /** Cuts the connection. */
  cut(): void;
}

/** How long an operation that runs may hold its socket. */
const finishWithinMs = 10_000;
/** Goodbyes said in one go. */
const stepMs = 20;
/** Time given per socket: few are sent away at once, thousands over the whole spread. */
const msEach = 1;

/**
 * Sends every client away, spread evenly over at most `spreadMs`: the other gateways then get them back as a stream, not
 * as a storm. `sockets` loses those that have gone. Whoever is still busy after ten seconds is cut off.
 */
export const drainSockets = async (sockets: ReadonlySet<Departing>, spreadMs: number): Promise<void> => {
  const leaving = [...sockets];
  const steps = Math.max(1, Math.ceil(Math.min(spreadMs, leaving.length * msEach) / stepMs));
  const perStep = Math.ceil(leaving.length / steps);
  for (let from = 0; from < leaving.length; from += perStep) {
    for (const socket of leaving.slice(from, from + perStep))
      socket.goAway('This gateway stops: connect again, to another one, and resume.');
    if (from + perStep < leaving.length) await pause(stepMs);
  }
  const deadline = Date.now() + finishWithinMs;
  while (sockets.size > 0 && Date.now() < deadline) await pause(stepMs / 2);
  for (const socket of [...sockets]) socket.cut();
};
