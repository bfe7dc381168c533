import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../../logging/index.ts';
import type { Delivery, EventBus } from '../bus/contract.ts';
import { createCloser } from './closer.ts';

const delivery = (position: string): Delivery => ({ consumer: 'shop.write-down', position, lease: 'l' }) as Delivery;

const setting = (close: EventBus['close']) => {
  const asked: string[][] = [];
  const closed: string[] = [];
  const positions = (all: readonly Delivery[]): string[] => all.map(({ position }) => position);
  const bus = {
    close: async (deliveries: readonly Delivery[]) => {
      asked.push(positions(deliveries));
      await close(deliveries);
    },
  } as EventBus;
  const closer = createCloser(bus, silentLogger, (done) => void closed.push(...positions(done)));
  return { asked, closed, closer };
};

describe('closing what is done', () => {
  it('takes what one transaction brought in one statement', async () => {
    const { asked, closed, closer } = setting(async () => {});
    for (const position of ['1', '2', '3']) closer.add(delivery(position));
    await closer.idle();
    expect(asked).toEqual([['1', '2', '3']]);
    expect(closed).toEqual(['1', '2', '3']);
  });

  it('gathers the next statement while one is under way', async () => {
    const answers: (() => void)[] = [];
    const { asked, closer } = setting(() => new Promise<void>((resolve) => answers.push(resolve)));
    closer.add(delivery('1'));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    closer.add(delivery('2'));
    closer.add(delivery('3'));
    answers.shift()?.();
    await vi.waitFor(() => expect(asked).toEqual([['1'], ['2', '3']]));
    answers.shift()?.();
    await closer.idle();
  });

  it('is done with deliveries the bus did not close either: their leases end, and the inbox drops the repeat', async () => {
    let away = true;
    const { asked, closed, closer } = setting(async () => {
      if (away) throw new Error('The bus is away.');
    });
    closer.add(delivery('1'));
    await closer.idle();
    away = false;
    closer.add(delivery('2'));
    await closer.idle();
    expect(asked).toEqual([['1'], ['2']]);
    expect(closed).toEqual(['1', '2']);
  });

  it('has nothing to wait for when nothing was added', async () => {
    const { asked, closer } = setting(async () => {});
    await closer.idle();
    expect(asked).toEqual([]);
  });
});
