import { moderationDecided } from '@vitrina/schema/events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buyer, openStage, type Stage, seller, until } from './setting.ts';

// Shows take their time, and other tests take the machine's.
vi.setConfig({ testTimeout: 180_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ VITRINA_VIDEO_MODERATION: 'hold' });
}, 120_000);
afterEach(() => stage.stopAll());
afterAll(() => stage.close());

const tell = (subjectType: 'live' | 'review', subjectId: string, decision: 'APPROVED' | 'REJECTED', at: Date) =>
  stage.context.deliver(moderationDecided, {
    aggregateId: subjectId,
    aggregateVersion: 1,
    payload: { subjectType, subjectId, decision, reason: null, decidedAt: at.toISOString() },
  });
const decide = (liveStreamId: string, decision: 'APPROVED' | 'REJECTED', at = stage.context.clock.now()) =>
  tell('live', liveStreamId, decision, at);
const codesOfStart = async (id: string) =>
  (await stage.about('startLiveStream', id)).payload?.userErrors.map(({ code }) => code);
const moderationOf = async (id: string, as = seller) =>
  (
    await stage.context.ask<{ liveStream: { moderation: string | null } | null }>(
      'query ($id: ID!) { liveStream(id: $id) { moderation } }',
      { id },
      { as },
    )
  ).data?.liveStream?.moderation;

describe('where nothing is public before moderation says so', () => {
  it('a stream may be prepared and not shown; moderation lets it through, and can take it away again with its recording', async () => {
    const { id, key } = await stage.create();
    const publisher = stage.push(key);
    await stage.untilState(id, 'CONNECTED');
    expect(await codesOfStart(id)).toEqual(['MODERATION_HOLDS_LIVE']);
    expect((await stage.see(id))?.state).toBe('CONNECTED');
    expect(await stage.see(id, buyer)).toBeNull();
    expect(await moderationOf(id)).toBe('PENDING');

    await decide(id, 'APPROVED');
    expect(await moderationOf(id)).toBe('APPROVED');
    expect(await codesOfStart(id)).toEqual([]);
    const { hlsUrl } = (await stage.see(id, buyer)) ?? { hlsUrl: null };
    expect(hlsUrl).toContain('/live/');
    expect(await moderationOf(id, buyer)).toBeNull();
    await until('a segment', () => stage.fetchPublic(hlsUrl ?? ''));

    // An older no changes nothing; a newer one ends the show at once.
    await decide(id, 'REJECTED', new Date(stage.context.clock.now().getTime() - 60_000));
    expect((await stage.see(id))?.state).toBe('LIVE');
    stage.context.clock.advance(1_000);
    await decide(id, 'REJECTED');
    expect((await stage.see(id))?.state).toBe('ENDED');
    await publisher.ended;
    await stage.untilScratchIsEmpty();
    expect(await stage.see(id, buyer)).toBeNull();
    const { recording } = await until('the recording', async () => {
      const now = await stage.see(id);
      return now?.recording && now;
    });
    await stage.context.runJobs();
    const seen = await stage.context.ask(
      'query ($id: ID!) { video(id: $id) { id } }',
      { id: recording?.id },
      { as: buyer },
    );
    expect(seen.data).toEqual({ video: null });
    await stage.context.runSweep('clear-ended-streams');
    expect(await stage.fetchPublic(hlsUrl ?? '')).toBeUndefined();
  });

  it('a stream that was refused before it began cannot be started', async () => {
    const { id, key } = await stage.create();
    await decide(id, 'REJECTED');
    expect(await stage.push(key).ended).toContain('not known');
    expect(await codesOfStart(id)).toEqual(['STREAM_ENDED']);
    expect((await stage.see(id))?.state).toBe('ENDED');
  });

  it('a word about a stream that is not there, or about something else, changes nothing', async () => {
    const { id } = await stage.create();
    await decide('liv_nothing', 'APPROVED');
    await tell('review', id, 'APPROVED', stage.context.clock.now());
    expect(await moderationOf(id)).toBe('PENDING');
  });
});
