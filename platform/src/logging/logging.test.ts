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

  it('leaves out what drivers hang on their errors: connections, and values of the row', () => {
    const { log, lines } = captured();
    const refused = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(a@b.c)',
      client: { host: 'db' },
    });
    log.error({ err: refused }, 'Failed');
    log.error({ err: new AggregateError([new Error('first address'), new Error('second address')]) }, 'Failed');
    expect(lines[0]?.err).toMatchObject({ type: 'Error', message: 'duplicate key', code: '23505' });
    expect(lines[0]?.err).not.toHaveProperty('client');
    expect(JSON.stringify(lines[0])).not.toContain('a@b.c');
    expect(JSON.stringify(lines[1])).toMatch(/first address.*second address/);
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
