import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { silentLogger } from '../logging/index.ts';
import { onShutdown, type ShutdownStep } from './index.ts';

/** A process that only notes how it would have ended. */
const fakeProcess = () => {
  const host = new EventEmitter();
  const exit = vi.fn();
  return {
    host: Object.assign(host, { exit }) as unknown as NodeJS.Process,
    exit,
    signal: (name: string) => host.emit(name, name),
  };
};
const noting = (order: string[], name: string): ShutdownStep => ({ name, stop: async () => void order.push(name) });

describe('graceful shutdown', () => {
  it('stops the parts one after the other in their order and exits 0', async () => {
    const { host, exit, signal } = fakeProcess();
    const order: string[] = [];
    const slow = {
      name: 'server',
      stop: () => new Promise<void>((resolve) => setTimeout(() => resolve(void order.push('server')), 20)),
    };
    onShutdown({
      log: silentLogger,
      process: host,
      steps: [slow, noting(order, 'workers'), noting(order, 'database')],
    });
    signal('SIGTERM');
    await eventually(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
    expect(order).toEqual(['server', 'workers', 'database']);
  });

  it('stops the rest when one part fails, and exits 1', async () => {
    const { host, exit, signal } = fakeProcess();
    const order: string[] = [];
    const failing = { name: 'server', stop: () => Promise.reject(new Error('stuck')) };
    onShutdown({ log: silentLogger, process: host, steps: [failing, noting(order, 'database')] });
    signal('SIGINT');
    await eventually(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1));
    expect(order).toEqual(['database']);
  });

  it('gives up at the deadline, naming the part that hangs', async () => {
    const { host, exit, signal } = fakeProcess();
    const error = vi.fn();
    const steps = [{ name: 'stuck server', stop: () => new Promise(() => {}) }];
    onShutdown({ log: { ...silentLogger, error }, process: host, steps, deadlineMs: 20 });
    signal('SIGTERM');
    await eventually(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1));
    expect(error).toHaveBeenCalledWith(
      expect.objectContaining({ step: 'stuck server' }),
      expect.stringContaining('in time'),
    );
  });

  it('ends at once on the second signal', () => {
    const { host, exit, signal } = fakeProcess();
    onShutdown({ log: silentLogger, process: host, steps: [{ name: 'stuck', stop: () => new Promise(() => {}) }] });
    signal('SIGINT');
    expect(exit).not.toHaveBeenCalled();
    signal('SIGINT');
    expect(exit).toHaveBeenCalledExactlyOnceWith(130);
  });

  it('runs once, however often it is asked, and not on signals once detached', async () => {
    const { host, exit, signal } = fakeProcess();
    const order: string[] = [];
    const shutdown = onShutdown({ log: silentLogger, process: host, steps: [noting(order, 'part')] });
    expect(await Promise.all([shutdown.run('test'), shutdown.run('test')])).toEqual(['clean', 'clean']);
    expect(order).toEqual(['part']);
    shutdown.detach();
    signal('SIGTERM');
    expect(exit).not.toHaveBeenCalled();
  });
});
