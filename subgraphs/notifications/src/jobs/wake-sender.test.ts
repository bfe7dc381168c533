import { describe, expect, it, vi } from 'vitest';
import { createWakeSender } from './wake-sender.ts';

describe('a wake of the sender', () => {
  it('is one for all who ask within a moment, and another one later', async () => {
    const enqueue = vi.fn(async () => undefined);
    const wakeSender = createWakeSender({ enqueue });
    await Promise.all([wakeSender(), wakeSender(), wakeSender()]);
    expect(enqueue).toHaveBeenCalledTimes(1);
    await wakeSender();
    expect(enqueue).toHaveBeenCalledTimes(2);
  });

  it('that fails is told to all who asked, and does not keep the next one', async () => {
    const enqueue = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('away'));
    const wakeSender = createWakeSender({ enqueue });
    const both = await Promise.allSettled([wakeSender(), wakeSender()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await wakeSender();
    expect(enqueue).toHaveBeenCalledTimes(2);
  });
});
