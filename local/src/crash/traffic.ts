import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Claim } from './evidence.ts';
import { createGuest } from './guest.ts';
import { buy } from './purchase.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { Stage } from './stage.ts';

/** Guests who buy one after the other, whatever happens to the market. */
export interface Traffic {
  /** What was told to whom, by idempotency key. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Answers that were none, by code. */
  readonly troubles: ReadonlyMap<string, number>;
  /** Milliseconds from pressing the button to the answer, through all kills in between. */
  readonly answeredMs: readonly number[];
  readonly started: () => number;
  /** No new purchases; resolves when those under way have their answer. A guest's failure is thrown here. */
  finish(): Promise<void>;
}

export interface TrafficOptions {
  readonly guests: number;
  /** Purchases to begin; without it they go on until `finish`. */
  readonly purchases?: number;
  /** Rest of a guest between two purchases, so that a slow machine is not flooded. */
  readonly restMs: number;
  /** Purchases that may have begun by now, to spread them over all kills; without it there is no such limit. */
  readonly allowance?: () => number;
  /** When patience ends for good. */
  readonly withinMs: number;
}

const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};

const variantsFor = ({ goods }: Stage, { shops }: Scenario, nth: number): string[] =>
  Array.from({ length: shops }, (_, index) => pick(pick(goods, nth + index), Math.floor(nth / 2)));

/** Sends guests shopping; scenarios take turns, so every path of a purchase is under way at any time. */
export const startTraffic = (stage: Stage, options: TrafficOptions): Traffic => {
  const claims = new Map<string, Claim>();
  const troubles = new Map<string, number>();
  const answeredMs: number[] = [];
  const limit = options.purchases ?? Number.POSITIVE_INFINITY;
  const allowance = options.allowance ?? (() => limit);
  const signal = AbortSignal.timeout(options.withinMs);
  // Every guest listens to it while a request is under way.
  setMaxListeners(0, signal);
  let started = 0;
  let open = true;

  const shop = async (): Promise<void> => {
    while (open && started < limit) {
      if (started >= allowance()) {
        await pause(100, undefined, { signal });
        continue;
      }
      const nth = started;
      started += 1;
      const scenario = pick(scenarios, nth);
      const onTrouble = (code: string) => troubles.set(code, (troubles.get(code) ?? 0) + 1);
      const guest = createGuest({ url: stage.url, signal, onTrouble });
      let asked = 0;
      await buy(guest, scenario, variantsFor(stage, scenario, nth), stage, (claim) => {
        if (claims.has(claim.key)) answeredMs.push(performance.now() - asked);
        else asked = performance.now();
        claims.set(claim.key, claim);
      });
      await pause(options.restMs);
    }
  };
  const guests = Promise.all(Array.from({ length: options.guests }, shop));
  // Seen by `finish`; a guest that fails earlier must not end the process before it is.
  guests.catch(() => undefined);
  return {
    claims,
    troubles,
    answeredMs,
    started: () => started,
    finish: async () => {
      if (options.purchases === undefined) open = false;
      await guests;
    },
  };
};
