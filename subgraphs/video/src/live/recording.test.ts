import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRecording } from './recording.ts';
import { messageType, type RtmpMessage } from './rtmp/chunks.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recording-'));
});
afterAll(() => rm(folder, { recursive: true }));

const send = (type: number, timestamp: number, ...payload: number[]): RtmpMessage => ({
  type,
  timestamp,
  streamId: 1,
  payload: Buffer.from(payload),
});
const pictureDescription = (at: number) => send(messageType.video, at, 0x17, 0, 0);
const soundDescription = (at: number) => send(messageType.audio, at, 0xaf, 0);
const keyframe = (at: number) => send(messageType.video, at, 0x17, 1, 0);
const between = (at: number) => send(messageType.video, at, 0x27, 1, 0);
const sound = (at: number) => send(messageType.audio, at, 0xaf, 1);

/** Tags of a file: kind, time, and the first two bytes. */
const tagsOf = async (path: string): Promise<string[]> => {
  const bytes = await readFile(path);
  const tags: string[] = [];
  for (let at = 13; at < bytes.length; at += 15 + bytes.readUIntBE(at + 1, 3)) {
    const time = bytes.readUIntBE(at + 4, 3) + bytes.readUInt8(at + 7) * 2 ** 24;
    tags.push(`${bytes[at] === 9 ? 'v' : 'a'}${time} ${bytes.toString('hex', at + 11, at + 13)}`);
  }
  return tags;
};

it('begins with the first keyframe on the air, at zero, behind the descriptions', async () => {
  const path = join(folder, 'one.flv');
  const recording = createRecording(path);
  for (const message of [pictureDescription(0), soundDescription(0), keyframe(0), sound(5)])
    recording.take(message, false);
  for (const message of [between(9_960), sound(9_970), keyframe(10_000), sound(10_010), between(10_040)])
    recording.take(message, true);
  expect(await recording.end()).toBeGreaterThan(0);
  expect(await tagsOf(path)).toEqual(['v0 1700', 'a0 af00', 'v0 1701', 'a10 af01', 'v40 2701']);
});

it('goes on where it stopped when another publisher follows, whose times start anew', async () => {
  const path = join(folder, 'two.flv');
  const recording = createRecording(path);
  for (const message of [pictureDescription(0), keyframe(0), between(40)]) recording.take(message, true);
  recording.reconnected();
  for (const message of [pictureDescription(0), between(0), keyframe(500), between(540)]) recording.take(message, true);
  await recording.end();
  expect(await tagsOf(path)).toEqual(['v0 1700', 'v0 1701', 'v40 2701', 'v80 1700', 'v80 1701', 'v120 2701']);
});

it('leaves out what the program says about its source', async () => {
  const path = join(folder, 'three.flv');
  const recording = createRecording(path);
  for (const message of [send(messageType.data, 0, 2, 0, 1), pictureDescription(0), keyframe(0)])
    recording.take(message, true);
  await recording.end();
  expect(await tagsOf(path)).toEqual(['v0 1700', 'v0 1701']);
});

it('is none when nothing was on the air', async () => {
  const recording = createRecording(join(folder, 'none.flv'));
  recording.take(keyframe(0), false);
  expect(await recording.end()).toBe(0);
});
