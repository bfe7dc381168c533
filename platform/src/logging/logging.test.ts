import { describe, expect, it } from 'vitest';
import { startTracing, withSpan } from '../observability/index.ts';
import { createLogger } from './index.ts';

const captured = () => {
  const lines: Record<string, unknown>[] = [];
  const log = createLogger('orders', 'debug', { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
};

describe('the logger', () => {
  it('writes one JSON line with the process, the fields and the sentence', () => {
    const { log, lines } = captured();
    log.child({ context: 'orders' }).info({ orderId: 'ord_1' }, 'Order placed');
    expect(lines).toMatchObject([{ name: 'orders', context: 'orders', orderId: 'ord_1', msg: 'Order placed' }]);
  });

  it('keeps secrets out, on the line and on objects hanging from it', () => {
    const { log, lines } = captured();
    log.info({ password: 'hunter2', headers: { authorization: 'Bearer abc', cookie: 'refresh=xyz' } }, 'Signed in');
    log.info({ request: { body: { refreshToken: 'r-123', apiKey: 'k-456' } } }, 'Signed in');
    expect(JSON.stringify(lines)).not.toMatch(/hunter2|abc|xyz|r-123|k-456/);
  });

  it('shows an error with its stack and its cause', () => {
    const { log, lines } = captured();
    log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'Failed');
    expect(JSON.stringify(lines[0])).toMatch(/outer.*inner/s);
  });

  it('names the trace of what runs', async () => {
    const tracing = startTracing({ service: 'test' });
    const { log, lines } = captured();
    await withSpan('request', {}, async () => log.info({}, 'inside'));
    log.info({}, 'outside');
    expect(lines[0]?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(lines[1]).not.toHaveProperty('traceId');
    await tracing.stop();
  });
});
