import type postgres from 'postgres';
import { describe, expect, it, vi } from 'vitest';
import { silentLogger } from '../../logging/index.ts';
import { createWatch } from './watch.ts';

/** A bus database that says which of the contexts asked about have something due. */
const busOf = (answer: (asked: readonly string[]) => readonly string[]) => {
  const asked: string[][] = [];
  const client = async (_text: TemplateStringsArray, contexts: string[]) => {
    asked.push([...contexts]);
    return answer(contexts).map((context) => ({ context }));
  };
  return { asked, watch: createWatch(client as unknown as postgres.Sql, 5, silentLogger) };
};

describe('the look at what is due', () => {
  it('is one for all contexts of the process, and wakes those that have something to do', async () => {
    const { asked, watch } = busOf(() => ['shop']);
    const [shop, mail] = [vi.fn(), vi.fn()];
    watch.watch('shop', shop);
    watch.watch('mail', mail);
    await vi.waitFor(() => expect(shop.mock.calls.length).toBeGreaterThan(1));
    await watch.stop();
    expect(mail).not.toHaveBeenCalled();
    expect(asked.at(-1)).toEqual(['shop', 'mail']);
  });

  it('goes on after the bus did not answer', async () => {
    let looks = 0;
    const { watch } = busOf(() => {
      looks += 1;
      if (looks < 3) throw new Error('The bus is away.');
      return ['shop'];
    });
    const shop = vi.fn();
    watch.watch('shop', shop);
    await vi.waitFor(() => expect(shop).toHaveBeenCalled());
    await watch.stop();
  });

  it('asks for a context as long as somebody there watches', async () => {
    const { asked, watch } = busOf((contexts) => contexts);
    const [first, second] = [vi.fn(), vi.fn()];
    const leave = watch.watch('shop', first);
    watch.watch('shop', second);
    watch.watch('mail', () => {});
    await vi.waitFor(() => expect(second).toHaveBeenCalled());
    leave();
    const before = first.mock.calls.length;
    const since = second.mock.calls.length;
    await vi.waitFor(() => expect(second.mock.calls.length).toBeGreaterThan(since + 1));
    expect(first.mock.calls.length).toBe(before);
    expect(asked.at(-1)).toContain('shop');
    await watch.stop();
  });

  it('ends when nobody watches any more, and begins again with the next', async () => {
    const { asked, watch } = busOf(() => []);
    const leave = watch.watch('shop', () => {});
    await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
    leave();
    await watch.stop();
    const before = asked.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked.length).toBe(before);
    watch.watch('mail', () => {});
    await vi.waitFor(() => expect(asked.at(-1)).toEqual(['mail']));
    await watch.stop();
  });
});
