import { setTimeout as pause } from 'node:timers/promises';
import { silentLogger } from '@vitrina/platform/logging';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ProgramsUnusable } from '../src/clients/ffmpeg/index.ts';
import { checkTools } from '../src/jobs/check-tools.ts';
import { type VideoTest, videoTest } from './setting.ts';

let test: VideoTest;
beforeAll(async () => {
  test = await videoTest();
});
afterAll(() => test.close());

const start = async (tools: () => Promise<never>) => {
  const log = { ...silentLogger, info: vi.fn(), error: vi.fn() };
  const running = await checkTools.start({
    services: { ...test.context.services, tools },
    log: log as unknown as typeof silentLogger,
  });
  await running.stop();
  return log;
};

it('says at the start which ffmpeg a worker has', async () => {
  const log = await start(test.context.services.tools as () => Promise<never>);
  expect(log.info).toHaveBeenCalledWith({ version: 'ffmpeg double' }, expect.any(String));
  expect(log.error).not.toHaveBeenCalled();
});

it('lets a worker without ffmpeg start, with words that say what to do', async () => {
  const missing = new ProgramsUnusable('There is no ffmpeg; install it.');
  const log = await start(async () => {
    await pause(5);
    throw missing;
  });
  expect(log.error).toHaveBeenCalledWith({ err: missing }, expect.stringContaining('wait until it can'));
});
