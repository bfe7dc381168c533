import { describe, expect, it, vi } from 'vitest';
import { createHealth } from './index.ts';

const well = async () => {};

describe('health', () => {
  it('is ready when every check passes', async () => {
    expect(await createHealth({ checks: { database: well, queue: well } }).ready()).toEqual({
      status: 200,
      body: { status: 'ok' },
    });
  });

  it('names each failing check and shows no text of errors', async () => {
    const refused = async () => {
      throw Object.assign(new Error('connect ECONNREFUSED postgres://admin:secret@10.0.0.7'), { code: 'ECONNREFUSED' });
    };
    const broken = () => {
      throw new Error('secret');
    };
    const answer = await createHealth({ checks: { 'orders: database': refused, queue: broken, other: well } }).ready();
    expect(answer).toEqual({
      status: 503,
      body: { status: 'failing', failing: { 'orders: database': 'ECONNREFUSED', queue: 'failed' } },
    });
  });

  it('does not wait longer than its limit for a check that hangs', async () => {
    const health = createHealth({ checks: { hanging: () => new Promise(() => {}) }, timeoutMs: 30 });
    expect((await health.ready()).body.failing).toEqual({ hanging: 'no answer within 30 ms' });
  });

  it('stays alive whatever its surroundings do', () => {
    expect(createHealth({ checks: { hanging: () => new Promise(() => {}) } }).live().status).toBe(200);
  });

  it('asks each part once for probes that come together, and again later', async () => {
    const check = vi.fn(well);
    const health = createHealth({ checks: { check } });
    await Promise.all([health.ready(), health.ready(), health.ready()]);
    expect(check).toHaveBeenCalledTimes(1);
    await health.ready();
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('is not ready any more once it stops, but alive', async () => {
    const health = createHealth({ checks: {} });
    health.startStopping();
    expect(await health.ready()).toEqual({ status: 503, body: { status: 'stopping' } });
    expect(health.live().status).toBe(200);
  });
});
