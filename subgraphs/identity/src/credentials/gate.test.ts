import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

/** Work that ends when told to. */
const held = () => {
  let release: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { work: () => done, release: () => release() };
};

describe('the gate before password hashing', () => {
  it('runs as many at once as allowed, in the order they came', async () => {
    const gated = createGate(2, 10);
    const pieces = [held(), held(), held()];
    const started: number[] = [];
    const runs = pieces.map((piece, index) =>
      gated(() => {
        started.push(index);
        return piece.work();
      }),
    );
    expect(started).toEqual([0, 1]);
    pieces[1]?.release();
    await runs[1];
    expect(started).toEqual([0, 1, 2]);
    for (const piece of pieces) piece.release();
    await Promise.all(runs);
  });

  it('asks whoever comes when the line is full to come back, and takes the next one after', async () => {
    const gated = createGate(1, 1);
    const first = held();
    const running = gated(first.work);
    const waiting = gated(async () => 'waited');
    await expect(gated(async () => 'refused')).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      details: { retryAfterSeconds: 5 },
    });
    first.release();
    await running;
    expect(await waiting).toBe('waited');
    expect(await gated(async () => 'free again')).toBe('free again');
  });

  it('frees its place when the work fails', async () => {
    const gated = createGate(1, 0);
    await expect(gated(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await gated(async () => 'next')).toBe('next');
  });
});
