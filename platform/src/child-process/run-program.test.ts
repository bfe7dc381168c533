import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProgramMissing, runProgram } from './index.ts';

const node = process.execPath;
const limits = { timeMs: 20_000 };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'child-process-'));
});
afterAll(() => rm(folder, { recursive: true }));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const untilGone = async (pid: number): Promise<boolean> => {
  for (let tries = 0; tries < 300 && isAlive(pid); tries += 1) await pause(100);
  return !isAlive(pid);
};

const untilWritten = async (path: string): Promise<number> => {
  for (let tries = 0; tries < 300; tries += 1) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return Number(text);
    await pause(100);
  }
  throw new Error(`${path} was never written`);
};

/** A shell that starts a sleeper, notes its process id in a file, and waits for it. */
const withGrandchild = (path: string) => ['-c', 'sleep 300 & echo $! > "$1"; wait', 'sh', path];

describe('a program that ends by itself', () => {
  it('gives its output, its code and what it said last', async () => {
    const run = await runProgram('/bin/sh', ['-c', 'echo out; echo first >&2; echo last >&2; exit 3'], {
      limits,
      stderrTailBytes: 5,
    });
    expect(run).toMatchObject({ end: { kind: 'exited', code: 3 }, stderrTail: 'last\n' });
    expect(run.stdout.toString()).toBe('out\n');
  });

  it('takes arguments as they are, sees no stdin and nothing of our environment but PATH', async () => {
    process.env['A_SECRET_OF_OURS'] = 'x';
    const run = await runProgram('/bin/sh', ['-c', 'cat; printf "%s|" "$1"; env | grep SECRET', 'sh', '$(id); "a b"'], {
      limits,
    });
    delete process.env['A_SECRET_OF_OURS'];
    expect(run.stdout.toString()).toBe('$(id); "a b"|');
  });

  it('reads what it is given, and may end before it has read everything', async () => {
    const read = await runProgram('cat', [], {
      limits,
      input: Readable.from([Buffer.from('one '), Buffer.from('two')]),
    });
    expect(read.stdout.toString()).toBe('one two');
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
    );
    const left = await runProgram('head', ['-c', '10'], { limits, input: endless });
    expect(left.end).toEqual({ kind: 'exited', code: 0 });
    endless.destroy();
  });

  it('hands out whole lines as they come, and the last one without its line feed', async () => {
    const lines: string[] = [];
    await runProgram('/bin/sh', ['-c', 'printf "a\\nbé\\r\\nc"'], { limits, onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['a', 'bé', 'c']);
  });

  it('takes along what it left running, instead of waiting for it', async () => {
    const note = join(folder, 'left');
    await runProgram('/bin/sh', ['-c', 'sleep 300 & echo $! > "$1"', 'sh', note], { limits });
    expect(await untilGone(Number(await readFile(note, 'utf8')))).toBe(true);
  });
});

describe('limits', () => {
  it('kill a program that takes too long, with its tree', async () => {
    const note = join(folder, 'slow');
    const run = await runProgram('/bin/sh', withGrandchild(note), { limits: { timeMs: 3_000 } });
    expect(run.end).toEqual({ kind: 'out-of-time' });
    expect(await untilGone(Number(await readFile(note, 'utf8')))).toBe(true);
  });

  it.runIf(process.platform === 'linux')('kill a program whose memory grows too large', async () => {
    const eat = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(16 << 20, 1)), 20)';
    const run = await runProgram(node, ['-e', eat], { limits: { ...limits, memoryBytes: 200 << 20 } });
    expect(run.end).toEqual({ kind: 'out-of-memory' });
    expect(run.peakMemoryBytes).toBeGreaterThan(200 << 20);
  });

  it('kill a program that says too much', async () => {
    const run = await runProgram('/bin/sh', ['-c', 'while :; do echo ........; done'], {
      limits: { ...limits, outputBytes: 10_000 },
    });
    expect(run.end).toEqual({ kind: 'too-much-output' });
    expect(run.stdout.length).toBeLessThanOrEqual(10_000);
  });

  it('stop a program from writing a file that is too large', async () => {
    const big = join(folder, 'big');
    const run = await runProgram('dd', ['if=/dev/zero', `of=${big}`, 'bs=1024', 'count=100'], {
      limits: { ...limits, fileBytes: 10_240 },
    });
    expect(run.end).not.toEqual({ kind: 'exited', code: 0 });
    expect((await stat(big)).size).toBeLessThanOrEqual(10_240);
  });
});

describe('a program that cannot go on', () => {
  it('is told from one that is not there', async () => {
    await expect(runProgram('/nowhere/ffmpeg', [], { limits })).rejects.toThrow(ProgramMissing);
  });

  it('says which signal ended it', async () => {
    const run = await runProgram('/bin/sh', ['-c', 'kill -SEGV $$'], { limits });
    expect(run.end).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  });

  it('dies with its tree when aborted, and rejects with the reason', async () => {
    const note = join(folder, 'aborted');
    const aborter = new AbortController();
    const running = runProgram('/bin/sh', withGrandchild(note), { limits, signal: aborter.signal });
    const pid = await untilWritten(note);
    aborter.abort(new Error('not wanted any more'));
    await expect(running).rejects.toThrow('not wanted any more');
    expect(await untilGone(pid)).toBe(true);
  });

  it('is not started at all for a signal that was aborted before', async () => {
    await expect(runProgram('/nowhere', [], { limits, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('dies when whoever reads its lines throws', async () => {
    const onLine = () => {
      throw new Error('cannot read this');
    };
    await expect(runProgram('/bin/sh', ['-c', 'echo x; sleep 300'], { limits, onLine })).rejects.toThrow('read this');
  });

  it('dies with its tree when we are killed without warning', async () => {
    const note = join(folder, 'orphan');
    const script = `import { runProgram } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
      await runProgram('/bin/sh', ${JSON.stringify(withGrandchild(note))}, { limits: { timeMs: 60_000 } });`;
    const parent = spawn(node, ['--import', 'tsx', '--input-type=module', '-e', script], { stdio: 'inherit' });
    const pid = await untilWritten(note);
    parent.kill('SIGKILL');
    expect(await untilGone(pid)).toBe(true);
  });
});
