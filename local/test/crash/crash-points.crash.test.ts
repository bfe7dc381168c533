import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purchaseCrashPoints } from '../../src/crash/crash-points.ts';
import type { Evidence } from '../../src/crash/evidence.ts';
import { judge } from '../../src/crash/judge.ts';
import { coverPoints, killRepeatedly } from '../../src/crash/kills.ts';
import type { Life } from '../../src/crash/lives.ts';
import { quietWithinMs, untilQuiet } from '../../src/crash/quiet.ts';
import { readEvidence } from '../../src/crash/read-evidence.ts';
import { type Stage, setUpStage } from '../../src/crash/stage.ts';
import { startTraffic, type Traffic } from '../../src/crash/traffic.ts';
import { plantHold, plantSecondCharge, removeCommit } from './planted-bugs.ts';

let stage: Stage;
let traffic: Traffic;
let survivor: Life | undefined;

const claims = () => [...traffic.claims.values()];
const rulesBroken = (evidence: Evidence) =>
  judge(evidence, stage.opening, claims()).violations.map(({ rule, what }) => `${rule}: ${what}`);

beforeAll(async () => {
  stage = await setUpStage({ products: 100, durable: false, tell: () => {}, home: process.env['VITRINA_CRASH_HOME'] });
});

afterAll(async () => {
  await survivor?.kill();
  await stage?.close();
});

describe('a market killed at every named crash point', () => {
  it('dies twice at each of them while seven guests buy', async () => {
    traffic = startTraffic(stage, { guests: 7, restMs: 200, withinMs: 1_200_000 });
    const plan = coverPoints({ points: purchaseCrashPoints, times: 2, firstPatienceMs: 5_000, withinMs: 900_000 });
    const { kills, survivor: lasting } = await killRepeatedly(stage, plan);
    survivor = lasting;
    expect(plan.uncovered()).toEqual([]);
    expect(kills.filter(({ crashPoint }) => crashPoint).length).toBeGreaterThanOrEqual(2 * purchaseCrashPoints.length);
  });

  it('answers everybody, comes to rest within a minute, and lost, charged or kept nothing twice', async () => {
    await traffic.finish();
    const { evidence, tookMs } = await untilQuiet(stage);
    expect(rulesBroken(evidence)).toEqual([]);
    expect(tookMs).toBeLessThan(quietWithinMs);
    expect(evidence.groups.length).toBeGreaterThan(0);
    await survivor?.stop();
    survivor = undefined;
  });

  it('would be found out, had it charged twice', async () => {
    const group = await plantSecondCharge(stage);
    expect(rulesBroken(await readEvidence(stage.databases, stage.stripe))).toContainEqual(
      expect.stringMatching(new RegExp(`^double charge: group ${group}`)),
    );
  });

  it('would be found out, had it sold units and kept them on the shelf', async () => {
    const variant = await removeCommit(stage);
    expect(rulesBroken(await readEvidence(stage.databases, stage.stripe))).toContainEqual(
      expect.stringMatching(new RegExp(`^stock: ${variant}`)),
    );
  });

  it('would be found out, had it left units held for nobody', async () => {
    const reference = await plantHold(stage);
    expect(rulesBroken(await readEvidence(stage.databases, stage.stripe))).toContainEqual(
      expect.stringMatching(new RegExp(`^leaked reservation: ${reference} is HELD`)),
    );
  });
});
