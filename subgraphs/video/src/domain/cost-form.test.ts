import { describe, expect, it } from 'vitest';
import { completeCostInput, costProblem } from './cost-form.ts';
import { type CostInput, costOf, defaultCostInput, managed, volumesOf } from './cost-model.ts';
import { mediaFacts } from './fixtures/media-facts.ts';
import { planLadder, segmentSecondsOf } from './ladder.ts';

const problem = (changes: Partial<CostInput>) => costProblem({ ...defaultCostInput, ...changes })?.field ?? null;

describe('numbers of a market', () => {
  it.each<[keyof CostInput, number, number]>([
    ['users', 0, 1_000_000_000],
    ['viewsPerUserPerMonth', 0, 10_000],
    ['minutesPerView', 0, 1_440],
    ['videos', 0, 1_000_000_000],
    ['newVideosPerThousandUsersPerMonth', 0, 1_000_000],
    ['minutesPerVideo', 0, 1_440],
    ['month', 1, 120],
    ['cacheHitShare', 0, 1],
    ['fixedMonthlyMicroUsd', 0, 1e15],
  ])('%s may be %d to %d and nothing beyond', (field, least, most) => {
    const outcomes = [least, most, least - 0.001, most * 1.001, Number.NaN, Number.NEGATIVE_INFINITY].map((value) =>
      problem({ [field]: value }),
    );
    expect(outcomes).toEqual([null, null, field, field, field, field]);
  });

  it('are named in a sentence with what they may be', () => {
    expect(costProblem({ ...defaultCostInput, month: 121 })?.message).toBe('"month" must be between 1 and 120.');
  });
});

describe('a ladder of watching', () => {
  const rung = (watchedShare: number, bitsPerSecond = 1_000_000) => ({ bitsPerSecond, watchedShare });
  it.each<[string, CostInput['ladder'], boolean]>([
    ['one quality that is all', [rung(1)], true],
    ['twenty qualities', Array.from({ length: 20 }, () => rung(0.05)), true],
    ['shares that miss one by rounding', [rung(0.3334), rung(0.3333), rung(0.3333)], true],
    ['none', [], false],
    ['twenty-one qualities', Array.from({ length: 21 }, () => rung(1 / 21)), false],
    ['shares of less than all', [rung(0.99)], false],
    ['shares of more than all', [rung(1.01)], false],
    ['a share below nothing', [rung(1.5), rung(-0.5)], false],
    ['a quality without a rate', [rung(1, 0)], false],
  ])('of %s is taken: %s', (_what, ladder, taken) => {
    expect(problem({ ladder })).toBe(taken ? null : 'ladder');
  });
});

describe('what was left out', () => {
  it('is as by default, and what is nothing is not what was left out', () => {
    expect(completeCostInput({})).toEqual(defaultCostInput);
    expect(completeCostInput({ users: 0, videos: undefined, month: null })).toEqual({ ...defaultCostInput, users: 0 });
  });
});

describe('the model and the ladder that is really made', () => {
  it('count the same segments', () => {
    const perMinute = volumesOf({ ...defaultCostInput, users: 1, viewsPerUserPerMonth: 1, minutesPerView: 1 }).requests;
    expect(perMinute).toBe((60 / segmentSecondsOf.LANDING) * 2);
  });

  it('have the same rates, sound included', () => {
    const plan = planLadder(mediaFacts({ durationSeconds: 30, sizeBytes: 1_000, container: 'mov' }), 'SHORT');
    if (!plan.ok || !plan.value.audio) throw new Error('It fits.');
    const { first, rest, audio } = plan.value;
    const rates = [first, ...rest].map(({ videoBitrate }) => videoBitrate + audio.bitrate).sort((a, b) => b - a);
    for (const [index, { bitsPerSecond }] of defaultCostInput.ladder.entries())
      expect(Math.abs((rates[index] ?? 0) - bitsPerSecond) / bitsPerSecond).toBeLessThan(0.01);
  });

  it('keep everything that came before: a later month stores more and delivers the same', () => {
    const [first, later] = [1, 13].map((month) => volumesOf({ ...defaultCostInput, month }));
    const added = (defaultCostInput.users / 1_000) * defaultCostInput.newVideosPerThousandUsersPerMonth * 12;
    expect((later?.storedMinutes ?? 0) - (first?.storedMinutes ?? 0)).toBeCloseTo(
      added * defaultCostInput.minutesPerVideo,
    );
    expect(later?.deliveredGigabytes).toBe(first?.deliveredGigabytes);
  });

  it('let the CDN’s misses alone be paid for where there is a CDN', () => {
    const requests = (cacheHitShare: number) => costOf('R2_BUNNY', { ...defaultCostInput, cacheHitShare }).requests;
    expect(requests(1)).toBeCloseTo(0);
    expect(requests(0)).toBeCloseTo(costOf('R2', defaultCostInput).requests);
    expect(costOf(managed, { ...defaultCostInput, cacheHitShare: 0 }).requests).toBe(0);
  });
});
