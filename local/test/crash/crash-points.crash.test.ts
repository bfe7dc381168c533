import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Covered, type CoverOptions, coverWithFleet, coverWithWholeMarket } from '../../src/crash/cover.ts';
import { purchaseCrashPoints, sampleOf } from '../../src/crash/crash-points.ts';
import type { Evidence } from '../../src/crash/evidence.ts';
import { judge } from '../../src/crash/judge.ts';
import { quietWithinMs, untilQuiet } from '../../src/crash/quiet.ts';
import { readEvidence } from '../../src/crash/read-evidence.ts';
import { type Stage, setUpStage } from '../../src/crash/stage.ts';
import { startTraffic, type Traffic } from '../../src/crash/traffic.ts';
import { plantHold, plantSecondCharge, removeCommit } from './planted-bugs.ts';

let stage: Stage;
let traffic: Traffic;
let covered: Covered | undefined;

/** Every point twice, or a sample of that many points once each: what the project's own check has time for. */
const size = process.env['VITRINA_CRASH_SAMPLE'];
const times = size ? 1 : 2;
const points = sampleOf(purchaseCrashPoints, size ? Number(size) : undefined);
const options: CoverOptions = { points, times, firstPatienceMs: 5_000, withinMs: 1_000_000 };
const cover = process.env['VITRINA_CRASH_TOPOLOGY'] === 'embedded' ? coverWithWholeMarket : coverWithFleet;

const claims = () => [...traffic.claims.values()];
const rulesBroken = (evidence: Evidence) =>
  judge(evidence, stage.opening, claims()).violations.map(({ rule, what }) => `${rule}: ${what}`);

beforeAll(async () => {
  stage = await setUpStage({ products: 100, durable: false, tell: () => {}, home: process.env['VITRINA_CRASH_HOME'] });
});

afterAll(async () => {
  await covered?.stop();
  await stage?.close();
});

describe('a market killed at every named crash point', () => {
  it(`dies at each of ${points.length} points while seven guests buy, ${times === 1 ? 'once' : 'twice'}`, async () => {
    traffic = startTraffic(stage, { guests: 7, restMs: 200, withinMs: 1_200_000 });
    covered = await cover(stage, options);
    const reached = covered.kills.filter(({ crashPoint }) => crashPoint);
    expect(covered.uncovered).toEqual([]);
    expect(reached.length).toBeGreaterThanOrEqual(times * points.length);
  });

  it('answers everybody, comes to rest within a minute, and lost, charged or kept nothing twice', async () => {
    await traffic.finish();
    const { evidence, tookMs } = await untilQuiet(stage);
    expect(rulesBroken(evidence)).toEqual([]);
    expect(tookMs).toBeLessThan(quietWithinMs);
    expect(evidence.groups.length).toBeGreaterThan(0);
    await covered?.stop();
    covered = undefined;
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
