import type { FlowJob } from 'bullmq';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineJob } from './contract.ts';
import { flowOf } from './sequence.ts';

const node = (name: string, attempts = 5) => ({
  job: defineJob({ name, data: z.object({}), attempts }),
  envelope: { data: { of: name } },
});
const keep = { removeOnComplete: true, removeOnFail: { count: 10 } };

/** The jobs of a flow in the order they run: a parent waits for its children. */
const orderOf = (flow: FlowJob): FlowJob[] => [...(flow.children ?? []).flatMap(orderOf), flow];

describe('a sequence of jobs', () => {
  it('runs in the order given, each with its own data and tries', () => {
    const flow = flowOf([node('probe', 2), node('encode', 3), node('publish')], keep);
    const order = orderOf(flow);
    expect(order.map(({ name }) => name)).toEqual(['probe', 'encode', 'publish']);
    expect(order.map(({ queueName }) => queueName)).toEqual(['probe', 'encode', 'publish']);
    expect(order.map(({ data }) => data)).toEqual([
      { data: { of: 'probe' } },
      { data: { of: 'encode' } },
      { data: { of: 'publish' } },
    ]);
    expect(order.map(({ opts }) => opts?.attempts)).toEqual([2, 3, 5]);
  });

  it('ends for all that wait when one of them fails for good, and keeps the last one as it is', () => {
    const order = orderOf(flowOf([node('probe'), node('encode'), node('publish')], keep));
    expect(order.map(({ opts }) => opts?.failParentOnFailure ?? false)).toEqual([true, true, false]);
  });

  it('of one job is that job', () => {
    const flow = flowOf([node('publish')], keep);
    expect(flow.children).toBeUndefined();
    expect(flow.opts).toMatchObject({ ...keep, backoff: { type: 'custom' } });
  });

  it('of none is a mistake of whoever makes it', () => {
    expect(() => flowOf([], keep)).toThrow(/at least one job/);
  });
});
