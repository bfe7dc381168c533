import { fileURLToPath } from 'node:url';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../src/services.ts';
import { video } from '../../src/subgraph.ts';
import { admitPublisher } from '../../src/usecases/run-live-stream.ts';
import { settleLiveStream } from '../../src/usecases/settle-live-stream.ts';
import { buyer, seller, shopId, stranger } from './setting.ts';

let context: TestContext<Services>;
beforeAll(async () => {
  context = await testContext<Services>(video, { internal: {} });
});
afterAll(() => context.close());

interface Payload {
  readonly liveStream: { readonly id: string; readonly state: string; readonly version: number } | null;
  readonly ingest?: { readonly streamKey: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}
const mutate = async (name: string, inputType: string, input: object, as = seller): Promise<Payload> => {
  const withKey = ['createLiveStream', 'rotateStreamKey'].includes(name) ? 'ingest { streamKey }' : '';
  const { data, errors } = await context.ask<Record<string, Payload>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { liveStream { id state version } ${withKey} userErrors { code field } } }`,
    { input },
    { as },
  );
  if (errors) throw Object.assign(new Error(errors[0]?.message), { code: errors[0]?.extensions?.['code'] });
  return data?.[name] as Payload;
};
const create = async (more: object = {}) => {
  const made = await mutate('createLiveStream', 'CreateLiveStreamInput', { shopId, title: 'Market day', ...more });
  return { id: made.liveStream?.id ?? '', key: made.ingest?.streamKey ?? '', userErrors: made.userErrors };
};
const about = (name: string, id: string) => mutate(name, 'LiveStreamInput', { liveStreamId: id });
const codesOf = async (answer: Promise<Payload>) => (await answer).userErrors.map(({ code }) => code);
const connect = (key: string) => admitPublisher(context.services, key, () => true);
const onAir = async () => {
  const stream = await create();
  await connect(stream.key);
  await about('startLiveStream', stream.id);
  return stream;
};
const see = async (id: string, as = buyer) =>
  (
    await context.ask<{ liveStream: { state: string; hlsUrl: string | null } | null }>(
      'query ($id: ID!) { liveStream(id: $id) { state hlsUrl } }',
      { id },
      { as },
    )
  ).data?.liveStream;
const eventsOf = async (id: string) =>
  (await context.published()).filter(({ aggregateId }) => aggregateId === id).map(({ name }) => name);

describe('a live stream', () => {
  it('has a name, and a key of its own', async () => {
    expect((await create({ title: ' ' })).userErrors).toEqual([{ code: 'TEXT_REQUIRED', field: ['title'] }]);
    expect((await create({ title: 'x'.repeat(141) })).userErrors).toEqual([
      { code: 'TEXT_TOO_LONG', field: ['title'] },
    ]);
    const keys = (await Promise.all([create(), create()])).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^live_[0-9a-f]{40}$/);
  });

  it('is seen by its shop only before it begins, by everybody then, and played by others only while it is on', async () => {
    const { id, key } = await create();
    expect([await see(id), await see(id, stranger)]).toEqual([null, null]);
    expect(await see(id, seller)).toEqual({ state: 'IDLE', hlsUrl: null });
    await connect(key);
    expect(await see(id)).toBeNull();
    const preview = await see(id, seller);
    expect(preview).toEqual({ state: 'CONNECTED', hlsUrl: expect.stringContaining('/live/') });
    await about('startLiveStream', id);
    const shown = await see(id);
    expect(shown).toEqual({ state: 'LIVE', hlsUrl: expect.stringContaining('/live/') });
    // Nobody who watches the show knows where its preview lies.
    expect(shown?.hlsUrl).not.toBe(preview?.hlsUrl);
    expect(await see(id, seller)).toEqual(shown);
    await about('endLiveStream', id);
    for (const as of [buyer, seller]) expect(await see(id, as)).toEqual({ state: 'ENDED', hlsUrl: null });
  });

  it('is hidden as an entity as it is elsewhere', async () => {
    const [hidden, shown] = [await create(), await onAir()];
    const r = [hidden.id, shown.id].map((id) => ({ __typename: 'LiveStream', id }));
    const { data } = await context.ask(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on LiveStream { id } } }',
      { r },
      { as: buyer },
    );
    expect(data).toEqual({ _entities: [null, { id: shown.id }] });
  });

  it('goes on the air once, however many say so at the same moment', async () => {
    const { id, key } = await create();
    expect(await codesOf(about('startLiveStream', id))).toEqual(['NOT_CONNECTED']);
    await connect(key);
    const answers = await Promise.all([1, 2, 3, 4].map(() => about('startLiveStream', id)));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(answers.map(({ liveStream }) => liveStream?.version)).size).toBe(1);
    expect(await eventsOf(id)).toEqual(['live.started']);
  });

  it('ends once and for good', async () => {
    const { id, key } = await onAir();
    const first = await about('endLiveStream', id);
    expect((await about('endLiveStream', id)).liveStream).toEqual(first.liveStream);
    expect(await codesOf(about('startLiveStream', id))).toEqual(['STREAM_ENDED']);
    expect(await codesOf(about('rotateStreamKey', id))).toEqual(['STREAM_ENDED']);
    expect(await connect(key)).toBeUndefined();
  });

  it('takes one of two publishers who come with its key at once, and none with an old key', async () => {
    const { id, key } = await create();
    const { ingest } = await about('rotateStreamKey', id);
    expect(await connect(key)).toBeUndefined();
    const taken = await Promise.all([1, 2, 3].map(() => connect(ingest?.streamKey ?? '')));
    expect(taken.filter((row) => row !== undefined)).toHaveLength(1);
  });

  it('that ends while somebody publishes is over for both', async () => {
    const { id, key } = await create();
    await Promise.all([connect(key), about('endLiveStream', id)]);
    expect(await see(id, seller)).toMatchObject({ state: 'ENDED' });
  });

  it('is announced as ended once, and not at all when it never began', async () => {
    const [shown, never] = [await onAir(), await create()];
    for (const { id } of [shown, never]) {
      await about('endLiveStream', id);
      await Promise.all([1, 2].map(() => settleLiveStream(context.services, id, undefined)));
    }
    expect(await eventsOf(shown.id)).toEqual(['live.started', 'live.ended']);
    expect(await eventsOf(never.id)).toEqual([]);
  });

  it('that goes on is not settled, whoever asks for it', async () => {
    const { id } = await onAir();
    await settleLiveStream(context.services, id, undefined);
    expect(await see(id)).toMatchObject({ state: 'LIVE' });
    expect(await eventsOf(id)).toEqual(['live.started']);
  });
});

describe('a recording', () => {
  const recording = { path: fileURLToPath(import.meta.url), sizeBytes: 1_000, contentType: 'video/x-flv' } as const;
  const originals = async () => {
    const stored = await context.services.objects.list('private', 'video/');
    return stored.map(({ key }) => key).filter((key) => key.endsWith('/original'));
  };
  const dayPasses = async (): Promise<void> => {
    context.clock.advance(25 * 3_600_000);
    await context.runSweep('delete-discarded');
  };

  it('that a worker stored and died over is deleted; that of the one who came after it stays', async () => {
    const { id } = await onAir();
    await about('endLiveStream', id);
    const { objects } = context.services;
    const dying = {
      ...objects,
      putFile: async (...given: Parameters<typeof objects.putFile>) => {
        await objects.putFile(...given);
        throw new Error('The worker is gone.');
      },
    };
    await expect(settleLiveStream({ ...context.services, objects: dying }, id, recording)).rejects.toThrow('is gone');
    const [orphan] = await originals();
    const settled = await settleLiveStream(context.services, id, recording);
    expect(await originals()).toHaveLength(2);
    for (let days = 0; days < 2; days += 1) await dayPasses();
    expect(await originals()).toEqual([`video/${settled?.videoId}/original`]);
    expect(orphan).not.toContain(settled?.videoId);
  });
});

describe('the live streams of a shop', () => {
  const list = async (as: typeof buyer | undefined, first?: number, shop = shopId) => {
    const { data, errors } = await context.ask<{ liveStreams: { id: string }[] }>(
      'query ($shopId: ID!, $first: Int! = 20) { liveStreams(shopId: $shopId, first: $first) { id } }',
      { shopId: shop, ...(first !== undefined && { first }) },
      as ? { as } : {},
    );
    return { ids: data?.liveStreams.map(({ id }) => id), code: errors?.[0]?.extensions?.['code'] };
  };

  it('are all there for its staff, newest first, and those on the air for others', async () => {
    const other = asUser('usr_third', { shops: { shp_three: ['media:write'] } });
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      const input = { shopId: 'shp_three', title: 'x' };
      made.push((await mutate('createLiveStream', 'CreateLiveStreamInput', input, other)).liveStream?.id ?? '');
    }
    await context.database.sql`update live_stream set state = 'LIVE', started_at = now() where id = ${made[1] ?? ''}`;
    expect((await list(other, 2, 'shp_three')).ids).toEqual([made[2], made[1]]);
    for (const as of [buyer, stranger, undefined]) expect((await list(as, 20, 'shp_three')).ids).toEqual([made[1]]);
  });

  it('come by the hundred at most', async () => {
    expect([await list(buyer, 0), await list(buyer, 101)].map(({ code }) => code)).toEqual([
      'BAD_USER_INPUT',
      'BAD_USER_INPUT',
    ]);
    expect((await list(buyer, 100)).code).toBeUndefined();
  });
});
