import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { silentLogger } from '@vitrina/platform/logging';
import { asUser, type TestDatabase, testDatabase } from '@vitrina/platform/testing';
import { uploadedAs, uploadKey } from '@vitrina/platform/uploads';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { stages } from '../src/domain/stages.ts';
import type { Services } from '../src/services.ts';
import { video } from '../src/subgraph.ts';
import { leaseSeconds } from '../src/usecases/claim-step.ts';
import { createVideoUpload } from '../src/usecases/create-video-upload.ts';
import { finishVideoUpload } from '../src/usecases/finish-video-upload.ts';
import { runStep } from '../src/usecases/run-step.ts';
import { type Engine, openEngine } from './engine/setting.ts';
import { workerServices } from './worker-services.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const editor = asUser('usr_editor', { shops: { shp_one: ['media:write'] } });
let engine: Engine;
let db: TestDatabase;
let folder: string;
/** The worker that stays; its time may be ahead, so that nobody waits for a dead worker's lease. */
let services: Services;
let aheadMs = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'video-killed-'));
  db = await testDatabase({ migrations: video.migrations });
  const real = await workerServices(db.database, join(folder, 'objects'), join(folder, 'scratch'));
  services = { ...real, clock: { now: () => new Date(Date.now() + aheadMs) } };
  engine = await openEngine();
});
afterAll(async () => {
  await engine.close();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Step {
  readonly stage: string;
  readonly state: string;
  readonly attempts: number;
  readonly lease_until: Date | null;
}
const stepsOf = (videoId: string) =>
  db.database.sql<Step[]>`select stage, state, attempts, lease_until from video_step where video_id = ${videoId}`;
const stepOf = async (videoId: string, stage: string) => (await stepsOf(videoId)).find((step) => step.stage === stage);

/** True once a file of that name is being written in a scratch folder of that process. */
const isWriting = async (pid: number, file: string): Promise<boolean> => {
  const names = await readdir(join(folder, 'scratch'), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // Scratch folders come and go while they are read.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.some((name) => name.startsWith(`video-${pid}-`) && name.endsWith(file));
};

const until = async (satisfied: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 120_000;
  while (!(await satisfied())) {
    if (Date.now() > deadline) throw new Error('It did not come to that.');
    await pause(50);
  }
};

it('goes on from the last finished step when a worker is killed in the middle of the ladder', async () => {
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=30', '-t', '3'];
  const path = await engine.clip('bars.mp4', ...source, '-preset', 'ultrafast', '-pix_fmt', 'yuv420p');
  const bytes = await readFile(path);
  const opened = await createVideoUpload(services, editor, {
    shopId: 'shp_one',
    format: 'SHORT',
    title: 'Bars',
    description: null,
    fileName: 'bars.mp4',
    sizeBytes: bytes.length,
    visibility: 'PUBLIC',
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusals));
  const videoId = opened.value.video.id;
  await services.objects.put('private', uploadKey(opened.value.upload.id), bytes, { contentType: uploadedAs });
  expect(await finishVideoUpload(services, editor, videoId)).toMatchObject({ ok: true });

  const child = fork(
    fileURLToPath(new URL('./kill-child.ts', import.meta.url)),
    [db.url, join(folder, 'objects'), join(folder, 'scratch'), videoId],
    // In no hurry over the ladder, so that it is killed in the middle of it.
    { execArgv: ['--import', 'tsx'], stdio: 'inherit', env: { ...process.env, VITRINA_VIDEO_LADDER_PRESET: 'slow' } },
  );
  const exited = once(child, 'exit');
  await until(() => isWriting(child.pid ?? 0, '720p.mp4'));
  child.kill('SIGKILL');
  await exited;
  expect(await stepOf(videoId, 'FIRST_RENDITION')).toMatchObject({ state: 'DONE', attempts: 1 });
  expect(await stepOf(videoId, 'LADDER')).toMatchObject({ state: 'WAITING', attempts: 1 });

  const work = async () => {
    for (const stage of stages)
      await runStep(services, { videoId, stage }, { signal: new AbortController().signal, log: silentLogger });
  };
  // The dead worker's lease holds for a while, and whoever comes earlier leaves the step alone.
  await work();
  expect(await stepOf(videoId, 'LADDER')).toMatchObject({ state: 'WAITING', attempts: 1 });
  aheadMs = (leaseSeconds + 1) * 1_000;
  await work();
  const steps = await stepsOf(videoId);
  expect(Object.fromEntries(steps.map(({ stage, attempts }) => [stage, attempts]))).toEqual({
    PROBE: 1,
    FIRST_RENDITION: 1,
    LADDER: 2,
    PICTURES: 1,
    PUBLISH: 1,
  });
  const keys = (await services.objects.list('public', `video/${videoId}/`)).map(({ key }) => key);
  expect(keys.some((key) => key.endsWith('/master.m3u8'))).toBe(true);
  expect(keys.some((key) => key.includes('/720p/'))).toBe(true);
  const left = (await readdir(join(folder, 'scratch'))).filter((name) => name.includes(`-${process.pid}-`));
  expect(left).toEqual([]);
});
