import { silentLogger } from '@vitrina/platform/logging';
import { type GraphQLError, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maskedFor } from '../src/errors/graphql-errors.ts';
import type { SubgraphResult } from '../src/execution/call.ts';
import { executeWithOwn } from '../src/execution/own-executor.ts';
import { createRunOperation } from '../src/execution/run-operation.ts';
import { type EventQueue, eventQueue } from '../src/subscriptions/event-queue.ts';
import type { Reader } from '../src/subscriptions/pipeline.ts';
import { createSharedSubscriptions, type SharedSubscriptions } from '../src/subscriptions/shared-subscriptions.ts';
import { plannedFixture } from './fixtures/planned.ts';
import { until } from './fixtures/socket-client.ts';

type Fixture = Awaited<ReturnType<typeof plannedFixture>>;

/** A reader that writes down what it got. */
const collector = () => {
  const got: unknown[] = [];
  const reader: Reader = {
    next: (payload) => void got.push(JSON.parse(payload)),
    complete: () => void got.push('complete'),
    fail: (error: GraphQLError) => void got.push(error.extensions['code']),
  };
  return { got, reader };
};

describe('subscriptions that ask for the same', () => {
  let fixture: Fixture;
  let shared: SharedSubscriptions;
  let sources: EventQueue<SubgraphResult>[];
  const query = 'subscription ($id: ID!) { stockChanged(id: $id) { stock } }';
  const request = (id: string) => ({
    prepared: fixture.supergraph.prepare({ document: parse(query), hash: 'shared' }),
    variables: { id },
    context: fixture.context(),
  });
  const event = (stock: number): SubgraphResult => ({ data: { stockChanged: { stock } } });
  const answer = (stock: number) => ({ data: { stockChanged: { stock } } });

  beforeEach(async () => {
    fixture = await plannedFixture();
    sources = [];
    const subscribe = () => {
      const source = eventQueue<SubgraphResult>({
        maxBuffered: 100,
        overflow: () => new Error('unused'),
        onClose: () => {},
      });
      sources.push(source);
      return Promise.resolve(source);
    };
    const client = { ...fixture.client, subscribe };
    const run = createRunOperation(executeWithOwn, client, silentLogger);
    shared = createSharedSubscriptions({ client, run, log: silentLogger, masked: maskedFor(silentLogger) });
  });
  afterEach(() => fixture.close());

  it('run once for one viewer, also for those who come later, and end with the last reader', async () => {
    const [one, two, other] = [collector(), collector(), collector()];
    const first = shared.join('ada', request('prd_1'), one.reader);
    await until('it was opened', () => sources.length === 1);
    sources[0]?.push(event(1));
    await until('the first event came', () => one.got.length === 1);
    const second = shared.join('ada', request('prd_1'), two.reader);
    const third = shared.join('bob', request('prd_1'), other.reader);
    sources[0]?.push(event(2));
    await until('both had it', () => two.got.length === 1);
    expect([second === first, third === first, shared.upstreams, shared.readers]).toEqual([true, false, 2, 3]);
    expect([one.got, two.got, other.got]).toEqual([[answer(1), answer(2)], [answer(2)], []]);
    first.leave(one.reader);
    expect(shared.upstreams).toBe(2);
    second.leave(two.reader);
    third.leave(other.reader);
    expect([shared.upstreams, shared.readers]).toEqual([0, 0]);
    expect(await sources[0]?.next()).toEqual({ done: true, value: undefined });
  });

  it('tell every reader when the source is lost, and are opened anew by the next', async () => {
    const [one, two] = [collector(), collector()];
    shared.join('ada', request('prd_1'), one.reader);
    shared.join('ada', request('prd_1'), two.reader);
    await until('it was opened', () => sources.length === 1);
    sources[0]?.push(event(1));
    sources[0]?.end({ errors: [{ message: 'products is not there.', extensions: { code: 'UNAVAILABLE' } }] });
    await until('both were told', () => two.got.length === 2);
    expect([one.got, two.got]).toEqual([
      [answer(1), 'UNAVAILABLE'],
      [answer(1), 'UNAVAILABLE'],
    ]);
    const again = collector();
    shared.join('ada', request('prd_1'), again.reader);
    await until('it was opened again', () => sources.length === 2);
    sources[1]?.end();
    await until('its end came', () => again.got.length === 1);
    expect(again.got).toEqual(['complete']);
    expect(shared.upstreams).toBe(0);
  });

  it('end upstream also when their reader leaves while they are being opened', async () => {
    const gone = collector();
    shared.join('ada', request('prd_1'), gone.reader).leave(gone.reader);
    await until('it was opened', () => sources.length === 1);
    expect(await sources[0]?.next()).toEqual({ done: true, value: undefined });
    expect([shared.upstreams, gone.got]).toEqual([0, []]);
  });
});
