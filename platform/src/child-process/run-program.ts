import { type ChildProcess, spawn } from 'node:child_process';
import { type Readable, Writable } from 'node:stream';
import { type ProgramEnd, ProgramMissing, type ProgramOptions, type ProgramRun } from './contract.ts';
import { guardedArguments } from './guarded.ts';
import { residentBytes } from './memory.ts';
import { eachLine, tailOf } from './output.ts';

const lookEveryMs = 100;
const defaultOutputBytes = 8 * 1024 * 1024;
const defaultTailBytes = 16 * 1024;
/** What a POSIX shell answers when it cannot find a program, and when it may not run it. */
const missingCodes: readonly (number | null)[] = [126, 127];

/** Kills the program with everything it started: they share a process group that bears its id. */
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // No such group: all of it has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Why the program is being stopped: the first reason stands. */
type Stop = { readonly end: ProgramEnd } | { readonly error: unknown };

const watch = (child: ChildProcess, { limits, signal }: ProgramOptions, stop: (why: Stop) => void) => {
  let peak = 0;
  let looking = false;
  const abort = () => stop({ error: signal?.reason });
  signal?.addEventListener('abort', abort, { once: true });
  const clock = setTimeout(() => stop({ end: { kind: 'out-of-time' } }), limits.timeMs);
  const look = setInterval(async () => {
    if (looking || child.pid === undefined) return;
    looking = true;
    peak = Math.max(peak, await residentBytes(child.pid));
    looking = false;
    if (limits.memoryBytes !== undefined && peak > limits.memoryBytes) stop({ end: { kind: 'out-of-memory' } });
  }, lookEveryMs);
  return () => {
    clearTimeout(clock);
    clearInterval(look);
    signal?.removeEventListener('abort', abort);
    return peak;
  };
};

const collect = (stream: Readable, { limits, onLine }: ProgramOptions, stop: (why: Stop) => void) => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  if (onLine) {
    eachLine(stream, (line) => {
      try {
        onLine(line);
      } catch (error) {
        stop({ error });
      }
    });
  } else {
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > (limits.outputBytes ?? defaultOutputBytes)) stop({ end: { kind: 'too-much-output' } });
      else chunks.push(chunk);
    });
  }
  return () => Buffer.concat(chunks);
};

const start = (program: string, args: readonly string[], { limits, cwd = '/', env, input }: ProgramOptions) => {
  const child = spawn('/bin/sh', [...guardedArguments(program, args, limits.fileBytes)], {
    cwd,
    env: env ?? { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
    // A group of its own, so that all of it can be killed at once and Ctrl-C reaches us first.
    detached: true,
    stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  // The guard's pipe: nothing is ever written, and its end tells the guard that we are gone.
  const lifeline = child.stdio[3];
  if (lifeline instanceof Writable) lifeline.on('error', () => {});
  if (input && child.stdin) {
    // A program that has ended reads no more (EPIPE): how it ended says what there is to say.
    child.stdin.on('error', () => input.unpipe());
    input.pipe(child.stdin);
  }
  return child;
};

const untilClosed = (child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    // What the program started may hold its output open: once it has ended, its leftovers end with it.
    child.once('exit', () => killGroup(child));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });

/**
 * Runs a program to its end within limits. Resolves however it ended; rejects with the signal's reason when aborted, with
 * what `onLine` threw, and with {@link ProgramMissing}. By then nothing it started is running any more, and should this
 * process be killed meanwhile, a guard in the program's group ends all of it. Needs a POSIX shell (Linux, macOS).
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramRun> => {
  options.signal?.throwIfAborted();
  const startedAt = performance.now();
  const child = start(program, args, options);
  let stopped: Stop | undefined;
  const stop = (why: Stop): void => {
    stopped ??= why;
    killGroup(child);
  };
  const peakOf = watch(child, options, stop);
  const { stdout, stderr } = child;
  const outputOf = stdout ? collect(stdout, options, stop) : () => Buffer.alloc(0);
  const tail = tailOf(stderr, options.stderrTailBytes ?? defaultTailBytes);
  const { code, signal } = await untilClosed(child).finally(peakOf);
  if (stopped && 'error' in stopped) throw stopped.error;
  if (missingCodes.includes(code)) throw new ProgramMissing(`Cannot run ${program}: ${tail().trim()}`);
  return {
    end: stopped?.end ?? (signal ? { kind: 'signalled', signal } : { kind: 'exited', code: code ?? 0 }),
    stdout: outputOf(),
    stderrTail: tail(),
    durationMs: performance.now() - startedAt,
    peakMemoryBytes: peakOf(),
  };
};
