import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { losePublisher } from '../../src/usecases/run-live-stream.ts';
import { silentBefore } from '../../src/usecases/silence.ts';
import { buyer, openStage, type Stage, seller, shopId, stranger, until } from './setting.ts';

// Shows take their time, and other tests take the machine's.
vi.setConfig({ testTimeout: 180_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterEach(() => stage.stopAll());
afterAll(() => stage.close());

describe('a stream key', () => {
  it('that is unknown, or another one in use, is refused', async () => {
    expect(await stage.push('live_wrong').ended).toContain('not known');
    const { id, key } = await stage.create();
    stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    expect(await stage.push(key).ended).toContain('not known, not in use any more, or busy');
    expect((await stage.see(id))?.state).toBe('CONNECTED');
    // This worker takes one stream at a time, and says so to the second.
    const second = await stage.create();
    expect(await stage.push(second.key).ended).toContain('busy');
    expect((await stage.see(second.id))?.state).toBe('IDLE');
    await stage.endAndWait(id);
  });

  it('stops working when it is rotated, also for the one who is sending', async () => {
    const { id, key } = await stage.create();
    const publisher = stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    const { payload } = await stage.about('rotateStreamKey', id);
    expect(payload?.ingest?.streamKey).toMatch(/^live_[0-9a-f]{40}$/);
    await publisher.ended;
    await stage.untilState(id, 'IDLE');
    expect(await stage.push(key).ended).toContain('not known');
    await stage.untilScratchIsEmpty();
    stage.push(payload?.ingest?.streamKey ?? '');
    await stage.untilState(id, 'CONNECTED');
    await stage.endAndWait(id);
  });

  it('is kept as a hash only', async () => {
    const { key } = await stage.create();
    const rows = await stage.context.database.sql<{ row: string }[]>`select live_stream::text as row from live_stream`;
    expect(rows.some(({ row }) => row.includes(key))).toBe(false);
  });
});

describe('who may', () => {
  it('not work for the shop finds nothing before the show, and is refused everything', async () => {
    const { id } = await stage.create();
    expect(await stage.see(id, stranger)).toBeNull();
    for (const name of ['startLiveStream', 'endLiveStream', 'rotateStreamKey'])
      expect((await stage.about(name, id, stranger)).code).toBe('NOT_FOUND');
    const other = await stage.mutate('createLiveStream', 'CreateLiveStreamInput', { shopId, title: 'Mine' }, stranger);
    expect(other.code).toBe('FORBIDDEN');
    const list = await stage.context.ask<{ liveStreams: unknown[] }>(
      `{ liveStreams(shopId: "${shopId}") { id } }`,
      {},
      { as: buyer },
    );
    expect(list.data?.liveStreams).toEqual([]);
  });
});

describe('the status of a stream', () => {
  it('is told at once and with every change until its end', async () => {
    const { id, key } = await stage.create();
    const events = (await stage.context.subscribe(
      'subscription ($id: ID!) { liveStreamStatus(liveStreamId: $id) { state } }',
      { id },
      { as: seller },
    )) as AsyncIterableIterator<{ data: { liveStreamStatus: { state: string } } }>;
    const states: string[] = [];
    const reading = (async () => {
      for await (const { data } of events) states.push(data.liveStreamStatus.state);
    })();
    await until('the first state', async () => states.length > 0);
    stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    await until('the second state', async () => states.includes('CONNECTED'));
    await stage.about('startLiveStream', id);
    await until('the third state', async () => states.includes('LIVE'));
    await stage.endAndWait(id);
    await reading;
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'IDLE',
      'CONNECTED',
      'LIVE',
      'ENDED',
    ]);
  });

  it('is left alone when its worker speaks up just before it is given up', async () => {
    const { services, clock, database } = stage.context;
    for (const state of ['CONNECTED', 'LIVE']) {
      const { id } = await stage.create();
      const now = clock.now().toISOString();
      await database.sql`update live_stream set state = ${state}, heartbeat_at = ${now} where id = ${id}`;
      expect(await losePublisher(services, id, silentBefore(clock.now()))).toBeUndefined();
      expect(await stage.see(id)).toMatchObject({ state, reconnectingUntil: null });
      clock.advance(46_000);
      expect(await losePublisher(services, id, silentBefore(clock.now()))).toBeDefined();
      expect(await stage.see(id)).not.toMatchObject({ state, reconnectingUntil: null });
    }
  });

  it('of a worker that died with it becomes idle, or over and announced', async () => {
    const [waiting, onAir] = [await stage.create(), await stage.create()];
    const old = new Date(stage.context.clock.now().getTime() - 60_000).toISOString();
    await stage.context.database
      .sql`update live_stream set state = 'CONNECTED', heartbeat_at = ${old} where id = ${waiting.id}`;
    await stage.context.database
      .sql`update live_stream set state = 'LIVE', started_at = ${old}, heartbeat_at = ${old} where id = ${onAir.id}`;
    await stage.context.runSweep('end-abandoned-streams');
    expect((await stage.see(waiting.id))?.state).toBe('IDLE');
    expect((await stage.see(onAir.id))?.reconnectingUntil).not.toBeNull();
    stage.context.clock.advance(60_000);
    await stage.context.runSweep('end-abandoned-streams');
    expect(await stage.see(onAir.id)).toMatchObject({ state: 'ENDED', recording: null });
    const ends = (await stage.context.published('live.ended')).filter(({ aggregateId }) => aggregateId === onAir.id);
    expect(ends.map(({ payload }) => payload)).toMatchObject([{ liveStreamId: onAir.id, videoId: null }]);
    stage.context.clock.advance(700_000);
    await stage.context.runSweep('clear-ended-streams');
  });
});
