import {
  judge,
  killAtRandom,
  killRepeatedly,
  setUpStage,
  startTraffic,
  troubleProvider,
  untilQuiet,
  wholeMarket,
} from '@vitrina/local/crash';
import type { CrashFigures } from './figures.ts';
import type { Size } from './size.ts';

/** Kills the whole embedded market (queue on Postgres) at random instants while guests buy and the provider errs. */
export const runEmbedded = async (size: Size, tell: (step: string) => void): Promise<CrashFigures> => {
  const stage = await setUpStage({ products: 100, durable: true, tell, home: size.home });
  try {
    const began = performance.now();
    let lives = 1;
    const traffic = startTraffic(stage, {
      guests: 12,
      purchases: size.checkouts,
      restMs: 100,
      withinMs: size.withinMs,
      allowance: () => Math.ceil((lives * size.checkouts) / size.kills),
    });
    const plan = killAtRandom({
      kills: size.kills,
      shortestMs: 100,
      longestMs: 4_000,
      whileStarting: 0.15,
      onLife: (count) => {
        lives = count + 1;
        if (count % 20 === 0) tell(`${count} kills, ${traffic.started()} checkouts`);
        troubleProvider(stage.stripe, count).catch((error: unknown) => tell(String(error)));
      },
    });
    const { kills, survivor } = await killRepeatedly(wholeMarket(stage.env), plan);
    await stage.stripe.clearFaults();
    await traffic.finish();
    tell('every guest has an answer');
    const { evidence, tookMs } = await untilQuiet(stage);
    const verdict = judge(evidence, stage.opening, [...traffic.claims.values()]);
    await survivor.stop();
    return {
      backend: 'embedded, queue on Postgres (code of the next life loaded beforehand)',
      kills,
      verdict,
      traffic,
      quietMs: tookMs,
      tookMs: performance.now() - began,
    };
  } finally {
    await stage.close();
  }
};
