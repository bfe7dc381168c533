import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from './probe.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
  await writeFile(join(folder, 'file.mp4'), 'a file');
});
afterAll(() => rm(folder, { recursive: true }));

/** Ends a program as a machine does that is short of memory. */
const killed = 'kill -KILL $$';
const described = `echo '${JSON.stringify({
  streams: [
    { index: 0, codec_type: 'video', codec_name: 'h264', width: 640, height: 360, avg_frame_rate: '25/1' },
    { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2 },
  ],
  format: { format_name: 'matroska,webm' },
})}'`;
const decoded = 'echo frame=3; echo out_time=00:00:01.0; echo progress=end';

/** Reads the file with scripts in place of the programs. */
const probeWith = async (scripts: { readonly ffprobe: string; readonly ffmpeg: string }) => {
  const paths = { ffprobe: join(folder, 'ffprobe'), ffmpeg: join(folder, 'ffmpeg') };
  for (const name of ['ffprobe', 'ffmpeg'] as const) {
    await writeFile(paths[name], `#!/bin/sh\n${scripts[name]}\n`);
    await chmod(paths[name], 0o755);
  }
  return probe({ ...paths, version: 'test', canToneMap: false }, join(folder, 'file.mp4'));
};

describe('a file', () => {
  it.each([
    ['read', { ffprobe: killed, ffmpeg: decoded }, 'Reading a file failed: SIGKILL'],
    ['decoded', { ffprobe: described, ffmpeg: killed }, 'Decoding the first frames failed: SIGKILL'],
    [
      'listened to',
      { ffprobe: described, ffmpeg: `case "$*" in *0:1*) ${killed};; esac; ${decoded}` },
      'Decoding the sound failed: SIGKILL',
    ],
    [
      'measured',
      { ffprobe: described, ffmpeg: `${decoded}; case "$*" in *copy*) ${killed};; esac` },
      'Measuring a file failed: SIGKILL',
    ],
  ])('is not to blame when its program is killed while it is %s', async (_what, scripts, message) => {
    await expect(probeWith(scripts)).rejects.toMatchObject({ name: 'VideoToolError', message });
  });

  it.each([
    ['read', { ffprobe: 'exit 1', ffmpeg: decoded }],
    ['decoded', { ffprobe: described, ffmpeg: 'exit 1' }],
  ])('is refused when its program says that it cannot be %s', async (_what, scripts) => {
    expect(await probeWith(scripts)).toMatchObject({ ok: false, refusals: [{ code: 'CORRUPT' }] });
  });

  it('is taken when the program crashes over it after having decoded it', async () => {
    const crash = `${decoded}; case "$*" in *frames*) kill -SEGV $$;; esac`;
    expect(await probeWith({ ffprobe: described, ffmpeg: crash })).toMatchObject({ ok: true });
  });
});
