import type { Readable } from 'node:stream';

/** What a program may use before it is stopped. */
export interface ProgramLimits {
  /** Wall clock. */
  readonly timeMs: number;
  /** Resident memory of the program with its children, sampled ten times a second. Held on Linux only. */
  readonly memoryBytes?: number;
  /** What it may write to stdout when that is collected; 8 MiB when left out. */
  readonly outputBytes?: number;
  /** Size of any one file it writes; the kernel stops it at the first byte more. */
  readonly fileBytes?: number;
}

/** How to run a program. */
export interface ProgramOptions {
  readonly limits: ProgramLimits;
  /** Folder it runs in; the root of the file system when left out, so that relative names are noticed. */
  readonly cwd?: string;
  /** Its whole environment; PATH alone when left out, so that secrets of ours do not travel. */
  readonly env?: Readonly<Record<string, string>>;
  /** Aborting kills it with its tree. */
  readonly signal?: AbortSignal;
  /** Called with each whole line of stdout; stdout is then not collected. A throw kills the program and rejects. */
  readonly onLine?: (line: string) => void;
  /** What it reads on stdin; nothing when left out. A program that ends before it has read everything is no error. */
  readonly input?: Readable;
  /** Bytes of stderr kept, from its end; 16 KiB when left out. */
  readonly stderrTailBytes?: number;
}

/** How a program ended: by itself, or stopped by us for a reason. */
export type ProgramEnd =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'out-of-time' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'too-much-output' };

/** A program that has ended, with everything it started. */
export interface ProgramRun {
  readonly end: ProgramEnd;
  /** Empty when lines were read one by one. */
  readonly stdout: Buffer;
  readonly stderrTail: string;
  readonly durationMs: number;
  /** Most memory seen; 0 where it cannot be read or the program was gone before the first look. */
  readonly peakMemoryBytes: number;
}

/** The program is not there or may not be run. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing';
}
