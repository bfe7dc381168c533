import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { eventually } from '../jobs/fixtures/eventually.ts';
import { silentLogger } from '../logging/index.ts';
import { type TestDatabase, testDatabase } from '../testing/postgres.ts';
import { pubSubContract } from './fixtures/contract-suite.ts';
import { createPubSub, type PubSub } from './index.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ empty: true });
});
afterAll(() => db.drop());

pubSubContract('PostgreSQL', () => ({ kind: 'postgres', url: db.url }));

describe('pub/sub on PostgreSQL that loses its connection', () => {
  const opened: PubSub[] = [];
  const open = (): PubSub => {
    const pubsub = createPubSub({ kind: 'postgres', url: db.url }, silentLogger);
    opened.push(pubsub);
    return pubsub;
  };
  const connections = () =>
    db.database.sql<
      { pid: number }[]
    >`select pid from pg_stat_activity where application_name = 'vitrina-pubsub' and datname = current_database()`;
  const kill = () =>
    db.database
      .sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vitrina-pubsub' and datname = current_database()`;
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((pubsub) => pubsub.close()));
    await eventually(async () => expect(await connections()).toHaveLength(0));
  });

  it('holds one connection per process, and none before its first use', async () => {
    const pubsub = open();
    expect(await connections()).toHaveLength(0);
    await pubsub.subscribe('one');
    await pubsub.subscribe('two');
    await pubsub.publish('one', 1);
    expect(await connections()).toHaveLength(1);
  });

  it('comes back by itself, tells subscribers of the gap and delivers again', async () => {
    const pubsub = open();
    const onGap = vi.fn();
    const messages = await pubsub.subscribe('topic', { onGap });
    await kill();
    await eventually(() => expect(onGap).toHaveBeenCalledTimes(1));
    await pubsub.publish('topic', 'after');
    expect((await messages.next()).value).toBe('after');
  });

  it('ignores notifications of others on its channel', async () => {
    const pubsub = open();
    const messages = await pubsub.subscribe('topic');
    await db.database.sql`select pg_notify('vitrina_pubsub', 'something else')`;
    await pubsub.publish('topic', 'ours');
    expect((await messages.next()).value).toBe('ours');
  });

  it('refuses a subscription when the server stays away', async () => {
    const pubsub = createPubSub({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' }, silentLogger);
    const refused = expect(pubsub.subscribe('topic')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await pubsub.close();
    await refused;
  });
});
