import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '@vitrina/platform/child-process';
import { BenchFailed } from '../bench.ts';

const limits = { timeMs: 900_000 };

/** Camera footage when the corpora are at hand (looped, enlarged), a moving test picture otherwise. */
const sourceArguments = async (): Promise<{ readonly args: readonly string[]; readonly what: string }> => {
  const street = join(process.env['VITRINA_DATA_DIR'] ?? '/nowhere', 'videos', 'street.mp4');
  const isThere = await access(street).then(
    () => true,
    () => false,
  );
  return isThere
    ? { args: ['-stream_loop', '-1', '-i', street], what: 'camera footage (street.mp4, looped and enlarged)' }
    : { args: ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30'], what: 'a moving test picture' };
};

/** Writes 1080p at 30 frames a second with sound, as a telephone would upload it; says what it shows. */
export const writeFootage = async (ffmpeg: string, path: string, seconds: number): Promise<string> => {
  const { args, what } = await sourceArguments();
  const run = await runProgram(
    ffmpeg,
    [
      ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args, '-f', 'lavfi', '-i', 'sine=frequency=440'],
      ...['-map', '0:v:0', '-map', '1:a:0', '-t', String(seconds), '-vf', 'scale=1920:1080,setsar=1,fps=30'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '12M', '-pix_fmt', 'yuv420p', '-c:a', 'aac', path],
    ],
    { limits },
  );
  if (run.end.kind !== 'exited' || run.end.code !== 0) throw new BenchFailed(`No footage: ${run.stderrTail}`);
  return what;
};
