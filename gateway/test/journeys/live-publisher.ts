import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { findProgram } from '@vitrina/platform/child-process';
import { onTestFinished } from 'vitest';

export interface Publisher {
  /** Cuts the line, as a dead phone would. */
  cut(): void;
  /** What the program said, when it has ended. */
  readonly ended: Promise<string>;
  /** Waits for something that needs the program to send; when it ends meanwhile, its words are the failure. */
  during<T>(waiting: Promise<T>): Promise<T>;
}

/** The ffmpeg the market itself would take: the one on PATH, else the one npm brought for the video context. */
export const findFfmpeg = async (): Promise<string> => {
  const onPath = await findProgram('ffmpeg');
  if (onPath) return onPath;
  const ofVideo = createRequire(new URL('../../../subgraphs/video/package.json', import.meta.url));
  return (ofVideo('@ffmpeg-installer/ffmpeg') as { path: string }).path;
};

const source = ['-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=24', '-re', '-f', 'lavfi', '-i', 'sine'];
const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '24', '-c:a', 'aac'];

/** Sends test pictures with sound, as a streaming program would; ends with the test at the latest. */
export const publish = (ffmpeg: string, url: string): Publisher => {
  const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin'];
  const child: ChildProcess = spawn(ffmpeg, [...quiet, ...source, ...encoding, '-t', '150', '-f', 'flv', url], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(said || `ended with ${signal ?? code}, without a word`));
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const tooSoon = async (): Promise<never> => {
    throw new Error(`The streaming program ended too soon: ${await ended}`);
  };
  return {
    cut: () => void child.kill('SIGKILL'),
    ended,
    during: (waiting) => Promise.race([waiting, tooSoon()]),
  };
};
