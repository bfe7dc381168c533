import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { silentLogger } from '../logging/index.ts';
import { createPubSub } from '../pubsub/index.ts';
import { createLocalWake, createPubSubWake } from './wake.ts';

describe('hints within a process', () => {
  it('reach the listeners of their kind and context until they stop listening', () => {
    const wake = createLocalWake();
    const [outbox, other] = [vi.fn(), vi.fn()];
    const stop = wake.listen('outbox', 'orders', outbox);
    wake.listen('deliveries', 'orders', other);
    wake.listen('outbox', 'payments', other);
    wake.hint('outbox', 'orders');
    stop();
    wake.hint('outbox', 'orders');
    expect(outbox).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });
});

describe('hints across processes', () => {
  it('travel over pub/sub, a burst as one message', async () => {
    const pubsub = createPubSub({ kind: 'process' }, silentLogger);
    const publish = vi.spyOn(pubsub, 'publish');
    const wake = createPubSubWake(pubsub, silentLogger);
    const heard = vi.fn();
    const stop = wake.listen('outbox', 'orders', heard);
    await sleep(10);
    for (let hint = 0; hint < 50; hint += 1) wake.hint('outbox', 'orders');
    await eventually(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(publish).toHaveBeenCalledTimes(1);
    stop();
    wake.hint('outbox', 'orders');
    await sleep(20);
    expect(heard).toHaveBeenCalledTimes(1);
    await pubsub.close();
  });

  it('that cannot be sent disturb nobody', async () => {
    const pubsub = createPubSub({ kind: 'process' }, silentLogger);
    vi.spyOn(pubsub, 'publish').mockRejectedValue(new Error('The broker is away.'));
    const debug = vi.fn();
    createPubSubWake(pubsub, { ...silentLogger, debug }).hint('outbox', 'orders');
    await eventually(() => expect(debug).toHaveBeenCalledTimes(1));
    await pubsub.close();
  });
});
