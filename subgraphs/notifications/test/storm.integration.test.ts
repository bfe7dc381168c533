import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateBus } from '@vitrina/platform/events';
import { type TestDatabase, testDatabase } from '@vitrina/platform/testing';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { notifications } from '../src/subgraph.ts';
import { judgeStorm } from './storm/judge-storm.ts';
import type { Storm } from './storm/plan.ts';
import { fillPeople, runStorm } from './storm/run-storm.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let db: TestDatabase;
let bus: TestDatabase;
let messaging: TestDatabase;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notifications-storm-'));
  [db, messaging, bus] = await Promise.all([
    testDatabase({ migrations: notifications.migrations }),
    testDatabase(),
    testDatabase({ empty: true }),
  ]);
  await migrateBus(bus.url);
});
afterEach(async () => {
  await Promise.all([db, messaging, bus].map((one) => one.drop()));
  await rm(folder, { recursive: true, force: true });
});

/** The night in which Europe's clocks go forward. */
const night = Date.UTC(2026, 2, 28, 23, 30);

const points = [
  'notifications.claimed:2',
  'notifications.sent:2',
  'notifications.settle.before:3',
  'notifications.settle.after:3',
  'events.consumer.after-effect:2',
  'events.consumer.before-close:2',
];

it('workers killed while events rain, and between any two effects, lose nothing, double nothing and wake nobody', async () => {
  const storm: Storm = { events: 800, users: 250, nights: [night], minutes: 6 };
  await fillPeople(db.database, storm.users);
  const places = { url: db.url, busUrl: bus.url, messagingUrl: messaging.url, folder };
  const { died, parked } = await runStorm({ ...places, storm, database: db.database, crashPoints: points, kills: 3 });
  const { digests, faults } = await judgeStorm(db.database, { folder, events: storm.events, parked });
  expect(faults).toEqual([]);
  // Who dies last need not be replaced, and who is killed by another hand does not reach its own point.
  expect(died).toBeGreaterThanOrEqual(points.length - 2);
  expect(digests).toBeGreaterThan(100);
});
