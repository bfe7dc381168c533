import { describe, expect, it } from 'vitest';
import type { EventBus, ParkedDelivery } from './bus/contract.ts';
import { runOperatorCommand, usage } from './operator-commands.ts';

const parcel: ParkedDelivery = {
  consumer: 'shop.write-down',
  eventId: 'evt_1',
  eventName: 'parcel.moved',
  eventVersion: 1,
  aggregateId: 'prc_1',
  attempts: 12,
  error: 'TypeError: broken',
  appendedAt: new Date('2026-01-15T12:00:00Z'),
  waiting: 3,
};

/** A bus that notes what it was told to do, and has this much to do it with. */
const told = async (args: readonly string[], has: { parked?: readonly ParkedDelivery[]; matches?: number } = {}) => {
  const calls: unknown[][] = [];
  const { parked = [], matches = 0 } = has;
  const note =
    <T>(name: string, answer: T) =>
    async (...given: unknown[]): Promise<T> => {
      calls.push([name, ...given]);
      return answer;
    };
  const bus = {
    parked: note('parked', parked),
    lag: note('lag', [{ consumer: 'shop.write-down', open: 2, parked: 1, oldestOpenSeconds: 61.26 }]),
    replay: note('replay', matches),
    skip: note('skip', matches > 0),
    retire: note('retire', matches),
  } as unknown as EventBus;
  return { calls, ...(await runOperatorCommand(bus, args, 'ada')) };
};

describe('an operator', () => {
  it('sees what is parked: which event of what, since when, why, and what waits behind it', async () => {
    const { text, exitCode, calls } = await told(['list'], { parked: [parcel] });
    for (const shown of ['shop.write-down', 'evt_1', 'parcel.moved v1', 'prc_1', '2026-01-15', '12 attempts'])
      expect(text).toContain(shown);
    expect(text).toContain('3 waiting behind it');
    expect(text).toContain('TypeError: broken');
    expect(exitCode).toBe(0);
    expect(calls).toEqual([['parked', { consumer: undefined, limit: 1_000 }]]);
    expect((await told(['list', 'shop.count'])).calls).toMatchObject([['parked', { consumer: 'shop.count' }]]);
  });

  it('sees how far consumers are behind', async () => {
    expect((await told(['lag'])).text).toBe('shop.write-down  open 2  parked 1  oldest 61.3 s');
  });

  it('has one delivery tried again, or all of a consumer, under the own name', async () => {
    const one = await told(['replay', 'shop.write-down', 'evt_1'], { matches: 1 });
    expect(one).toMatchObject({
      exitCode: 0,
      calls: [['replay', 'shop.write-down', 'evt_1', { operator: 'ada' }]],
    });
    const all = await told(['replay', 'shop.write-down', 'all', '--operator', 'grace'], { matches: 7 });
    expect(all.calls).toEqual([['replay', 'shop.write-down', undefined, { operator: 'grace' }]]);
    expect(all.text).toContain('7 deliveries');
  });

  it('gives one up, or a consumer that is gone, with a reason that is kept', async () => {
    const skipped = await told(['skip', 'shop.write-down', 'evt_1', '--reason', '  lost parcel '], { matches: 1 });
    expect(skipped).toMatchObject({
      exitCode: 0,
      calls: [['skip', 'shop.write-down', 'evt_1', { operator: 'ada', reason: 'lost parcel' }]],
    });
    const retired = await told(['retire', 'shop.count', '--reason', 'removed'], { matches: 4 });
    expect(retired.calls).toEqual([['retire', 'shop.count', { operator: 'ada', reason: 'removed' }]]);
    expect(retired.text).toContain('4 deliveries');
  });

  it.each([['replay'], ['skip']])('hears from %s that nothing matched, by its exit code too', async (command) => {
    const answer = await told([command, 'shop.write-down', 'evt_9', '--reason', 'x']);
    expect(answer).toMatchObject({ exitCode: 1, text: expect.stringContaining('No such parked delivery') });
  });

  it.each([
    [[]],
    [['replay']],
    [['replay', 'shop.write-down']],
    [['skip', 'shop.write-down', '--reason', 'x']],
    [['skip', 'shop.write-down', 'evt_1']],
    [['skip', 'shop.write-down', 'evt_1', '--reason', '   ']],
    [['retire', 'shop.count']],
    [['retire', '--reason', 'x']],
    [['drop', 'everything']],
    [['constructor']],
  ])('is shown how it goes, and nothing is done, for %j', async (args) => {
    expect(await told(args, { matches: 1 })).toEqual({ calls: [], text: usage, exitCode: 2 });
  });
});
