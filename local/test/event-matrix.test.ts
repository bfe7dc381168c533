import * as contracts from '@vitrina/schema/events';
import { eventMatrix } from '@vitrina/schema/events';
import { describe, expect, it } from 'vitest';
import { contexts } from '../src/market/contexts.ts';

const running = new Map(contexts.map((context) => [context.name, context]));
const isContract = (value: unknown): value is contracts.EventContract =>
  typeof value === 'object' && value !== null && 'payload' in value && 'owner' in value;
const declared = Object.values<unknown>(contracts).filter(isContract);

/** Pairs `event -> context` that the running contexts really subscribe to. */
const subscriptions = contexts
  .flatMap(({ name, consumers }) => [
    ...new Set((consumers ?? []).map(({ contract }) => `${contract.name} -> ${name}`)),
  ])
  .sort();

const promised = eventMatrix.flatMap(({ event, to }) => to.map((context) => ({ event, context })));

describe('the event matrix', () => {
  it('is what the running contexts subscribe to, no more and no less', () => {
    const missing = promised
      .filter(({ context }) => !running.has(context))
      .map(({ event, context }) => `${event} -> ${context}`);
    process.stdout.write(`Rows that wait for their context:\n${missing.map((row) => `  ${row}`).join('\n')}\n`);
    expect(subscriptions).toEqual(
      promised
        .filter(({ context, event }) => running.has(context) && declared.some(({ name }) => name === event))
        .map(({ event, context }) => `${event} -> ${context}`)
        .sort(),
    );
  });

  it('names every event that has a contract, with the context that owns it', () => {
    const rows = eventMatrix.map(({ event, from }) => `${event} from ${from}`);
    expect(rows).toEqual(expect.arrayContaining(declared.map(({ name, owner }) => `${name} from ${owner}`)));
  });

  it('has a contract for every event of a context that exists', () => {
    const without = eventMatrix
      .filter(({ event, from }) => running.has(from) && !declared.some(({ name }) => name === event))
      .map(({ event }) => event);
    expect(without).toEqual([]);
  });
});

describe('jobs', () => {
  it('have exactly one handler each in the whole market', () => {
    const names = contexts.flatMap(({ jobs }) => (jobs ?? []).map(({ job }) => job.name));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('carry the name of their context', () => {
    const astray = contexts.flatMap(({ name, jobs }) =>
      (jobs ?? []).map(({ job }) => job.name).filter((job) => !job.startsWith(`${name}.`)),
    );
    expect(astray).toEqual([]);
  });
});
