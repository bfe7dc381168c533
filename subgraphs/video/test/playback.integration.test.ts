import { anonymous } from '@vitrina/platform/auth';
import type { ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { appendPlayback } from '../src/usecases/append-playback.ts';
import { recordPlayback } from '../src/usecases/record-playback.ts';
import { admin, buyer, editor, stranger, type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
let videoId: string;
beforeAll(async () => {
  test = await videoTest({ VITRINA_VIDEO_MODERATION: 'hold' });
  videoId = await test.upload();
});
afterAll(() => test.close());

interface Event {
  readonly videoProgress: { readonly state: string; readonly stage: string | null; readonly percent: number };
}
const subscription =
  'subscription ($videoId: ID!) { videoProgress(videoId: $videoId) { state stage percent video { id } } }';

describe('progress', () => {
  it('is refused to others before anything is listened to', async () => {
    for (const as of [buyer, stranger]) {
      const answer = await test.context.subscribe(subscription, { videoId }, { as });
      expect((answer as ExecutionResult).errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
    }
  });

  it('comes at once, then with every change, never falls, and ends with the work', async () => {
    const events = (await test.context.subscribe(subscription, { videoId }, { as: editor })) as AsyncIterableIterator<
      ExecutionResult<Event>
    >;
    const seen: Event['videoProgress'][] = [];
    const first = await events.next();
    seen.push(first.value.data.videoProgress);
    expect(seen[0]).toMatchObject({ state: 'PROCESSING', stage: 'PROBE', percent: 0 });
    const working = test.context.runJobs();
    for await (const { data } of events) if (data) seen.push(data.videoProgress);
    await working;
    expect(seen.at(-1)).toMatchObject({ state: 'READY', stage: null, percent: 100 });
    const percents = seen.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((left, right) => left - right));
  });
});

describe('a market that holds videos', () => {
  it('says so to admins, and shows nobody else what is not decided', async () => {
    const ask = '{ videoModerationPolicy { mode } }';
    expect((await test.context.ask(ask, {}, { as: admin })).data).toEqual({ videoModerationPolicy: { mode: 'HOLD' } });
    expect((await test.context.ask(ask, {}, { as: editor })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(await test.see(videoId, 'id')).toBeNull();
    expect(await test.see(videoId, 'moderation playback { hlsUrl }', editor)).toMatchObject({
      moderation: 'PENDING',
      playback: { hlsUrl: expect.stringContaining('/objects/shared/') },
    });
  });
});

describe('what players observe', () => {
  const send = (batch: object, as = editor) =>
    test.run<{ recorded: boolean; userErrors: { code: string; field: string[] }[] }>(
      'recordPlayback',
      'RecordPlaybackInput',
      { videoId, sessionId: 'session-0001', sequence: 0, ...batch },
      as,
    );
  const rows = () =>
    test.context.database.sql<
      { session_id: string; watched: number[][] }[]
    >`select * from playback_batch order by session_id, sequence`;

  it('is kept once per session and sequence, also when it comes many times at once', async () => {
    const batch = { startupMs: 420, watched: [{ fromSeconds: 0, toSeconds: 4.5 }], rendition: '540p' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(batch)));
    expect(answers.filter(({ recorded }) => recorded)).toHaveLength(1);
    expect((await send({ sequence: 1 })).recorded).toBe(true);
    expect(await rows()).toMatchObject([{ session_id: 'session-0001', watched: [[0, 4.5]] }, { watched: [] }]);
  });

  it('comes to two processes in any order without one stopping the other', async () => {
    const { database, clock } = test.context;
    const rest = { viewer: null, startupMs: null, watched: [], rebufferCount: 0, rebufferMs: 0 };
    const more = { rendition: null, exitAtSeconds: null, errorCode: null, receivedAt: clock.now() };
    for (let round = 0; round < 5; round += 1) {
      const sessionId = `rivals-${round}`;
      const batches = Array.from({ length: 200 }, (_, sequence) => ({
        videoId,
        sessionId,
        sequence,
        ...rest,
        ...more,
      }));
      const told = await Promise.all(
        [batches, batches.toReversed(), batches].map((rows) => appendPlayback(database, rows)),
      );
      expect(told.flat().filter((fresh) => fresh)).toHaveLength(200);
    }
    await database.sql`delete from playback_batch where session_id like 'rivals-%'`;
  });

  it('is refused when it cannot be, naming every field that is wrong', async () => {
    const { recorded, userErrors } = await send({
      sessionId: 'no!',
      startupMs: -1,
      watched: [{ fromSeconds: 5, toSeconds: 50 }],
      exitAtSeconds: 99,
    });
    expect(recorded).toBe(false);
    expect(userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'INVALID_BATCH sessionId',
      'INVALID_BATCH startupMs',
      'INVALID_BATCH watched',
      'INVALID_BATCH exitAtSeconds',
    ]);
  });

  it('is taken from those who may watch only, and not faster than one batch a second for long', async () => {
    await expect(send({}, buyer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const many = Array.from({ length: 95 }, (_, sequence) =>
      send({ sessionId: 'session-fast', sequence }).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      ),
    );
    const answers = await Promise.all(many);
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(90);
    expect(answers.filter((answer) => answer === 'RATE_LIMITED')).toHaveLength(5);
  });

  it('is counted by the IPv6 network it comes from, of whose addresses one viewer has any number', async () => {
    const spent = vi.spyOn(test.context.services.rateLimiter, 'consume');
    const nothing = { startupMs: null, rebufferCount: 0, rebufferMs: 0, rendition: null, exitAtSeconds: null };
    const batch = { ...nothing, sessionId: 'session-ipv6', sequence: 0, watched: [], errorCode: null };
    for (const ip of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '203.0.113.7'])
      await recordPlayback(test.context.services, anonymous, ip, { videoId: 'vid_none', batch }).catch(() => undefined);
    const counted = spent.mock.calls.map(([, key]) => key);
    spent.mockRestore();
    expect(counted).toEqual(['2001:db8:1:2::/64', '2001:db8:1:2::/64', '203.0.113.7']);
  });

  it('is forgotten after 30 days', async () => {
    test.context.clock.advance(31 * 24 * 3_600_000);
    await send({ sessionId: 'session-late' });
    await test.context.runSweep('forget-old-playback');
    expect((await rows()).map(({ session_id }) => session_id)).toEqual(['session-late']);
  });
});
