import { describe, expect, it } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { silentLogger } from '../logging/index.ts';
import { Outbound, type Outgoing, type Sender } from './outbound.ts';

/** A broker that can be taken away and brought back. */
const fakeBroker = () => {
  const log: string[] = [];
  let failures = 0;
  let whenUp = Promise.resolve();
  let up = (): void => {};
  const sender: Sender = {
    ready: () => whenUp,
    send: async (batch: readonly Outgoing[]) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('connection reset');
      }
      log.push(batch.map(({ wire }) => wire).join(','));
    },
    announceGap: async () => void log.push('gap'),
  };
  return {
    sender,
    log,
    failNext: () => {
      failures += 1;
    },
    takeDown: () => {
      whenUp = new Promise((resolve) => {
        up = resolve;
      });
    },
    bringUp: () => up(),
  };
};

const message = (wire: string): Outgoing => ({ topic: 't', wire });

describe('messages on their way to the broker', () => {
  it('go out together when they were published together, in order', async () => {
    const broker = fakeBroker();
    const outbound = new Outbound(broker.sender, 'fake', silentLogger);
    for (const wire of ['1', '2', '3']) outbound.push(message(wire));
    await outbound.close(1000);
    expect(broker.log).toEqual(['1,2,3']);
  });

  it('wait while the broker is away', async () => {
    const broker = fakeBroker();
    broker.takeDown();
    const outbound = new Outbound(broker.sender, 'fake', silentLogger);
    outbound.push(message('1'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    outbound.push(message('2'));
    expect(broker.log).toEqual([]);
    broker.bringUp();
    await eventually(() => expect(broker.log).toEqual(['1,2']));
  });

  it('are not sent twice when sending failed; the gap is announced, even with nothing more to send', async () => {
    const broker = fakeBroker();
    broker.failNext();
    const outbound = new Outbound(broker.sender, 'fake', silentLogger);
    outbound.push(message('lost'));
    await eventually(() => expect(broker.log).toEqual(['gap']));
    outbound.push(message('next'));
    await eventually(() => expect(broker.log).toEqual(['gap', 'next']));
  });

  it('are bounded in number: what is over is lost and announced before what waited', async () => {
    const broker = fakeBroker();
    broker.takeDown();
    const outbound = new Outbound(broker.sender, 'fake', silentLogger);
    for (let n = 0; n < 10_001; n += 1) outbound.push(message(String(n)));
    broker.bringUp();
    await eventually(() => expect(broker.log.length).toBe(21));
    expect(broker.log[0]).toBe('gap');
    expect(broker.log.join(',').endsWith('9999')).toBe(true);
  });

  it('hold up a close only for the time given', async () => {
    const broker = fakeBroker();
    broker.takeDown();
    const outbound = new Outbound(broker.sender, 'fake', silentLogger);
    outbound.push(message('1'));
    const startedAt = Date.now();
    await outbound.close(50);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });
});
