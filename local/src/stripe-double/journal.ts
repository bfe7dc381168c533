import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lock, takeLock } from '../parts/lock.ts';

const FILE = 'journal.jsonl';
const LOCK = 'journal.lock';

/** Refuses to open a directory that another live process writes to: two writers would interleave their books. */
const lockBooks = (directory: string): Promise<Lock> =>
  takeLock(
    join(directory, LOCK),
    (pid) =>
      new Error(
        `The Stripe double's books in ${directory} are in use by process ${pid}. Stop it or name another data directory.`,
      ),
  );

/** Makes a rename survive a power cut. Windows has no such call and keeps its own journal of renames. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}

/** Complete lines only: a kill in the middle of a write leaves a torn last line, whose request was never answered. */
async function readLines(path: string): Promise<unknown[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const end = text.lastIndexOf('\n');
  if (end < 0) return [];
  return text
    .slice(0, end)
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

/**
 * An append-only file of JSON lines, one per committed unit of work. Appends are batched: while one batch is being
 * written and synced, the next gathers, so concurrent requests share a sync.
 */
export class Journal {
  readonly #directory: string;
  readonly #lock: Lock;
  #file: FileHandle;
  #waiting: string[] = [];
  #appended = 0;
  #synced = 0;
  #writing: Promise<void> | undefined;
  #failure: Error | undefined;

  private constructor(directory: string, lock: Lock, file: FileHandle) {
    this.#directory = directory;
    this.#lock = lock;
    this.#file = file;
  }

  /** Opens or creates the journal and hands back the entries already in it, oldest first. */
  static async open(directory: string): Promise<{ journal: Journal; entries: unknown[] }> {
    await mkdir(directory, { recursive: true });
    const lock = await lockBooks(directory);
    const path = join(directory, FILE);
    const entries = await readLines(path);
    const journal = new Journal(directory, lock, await open(path, 'a'));
    return { journal, entries };
  }

  /**
   * Replaces the history by `entries`, atomically: a crash leaves either the old file or the new one. Done at every
   * start, which drops a torn tail and keeps the file as long as the books, not as their history.
   */
  async compact(entries: Iterable<unknown>): Promise<void> {
    const path = join(this.#directory, FILE);
    const fresh = await open(`${path}.new`, 'w');
    let block = '';
    for (const entry of entries) {
      block += `${JSON.stringify(entry)}\n`;
      if (block.length > 1_000_000) {
        await fresh.appendFile(block);
        block = '';
      }
    }
    await fresh.appendFile(block);
    await fresh.sync();
    await fresh.close();
    await this.#file.close();
    await rename(`${path}.new`, path);
    await syncDirectory(this.#directory);
    this.#file = await open(path, 'a');
  }

  /** Queues one line. It is not safe before `flushed` says so. Throws once a write has failed. */
  append(entry: unknown): void {
    if (this.#failure) throw this.#failure;
    this.#waiting.push(`${JSON.stringify(entry)}\n`);
    this.#appended++;
  }

  /** Resolves when everything appended so far would survive a power cut. */
  async flushed(): Promise<void> {
    const target = this.#appended;
    while (this.#synced < target) {
      if (this.#failure) throw this.#failure;
      this.#writing ??= this.#writeBatch().finally(() => {
        this.#writing = undefined;
      });
      await this.#writing;
    }
  }

  async #writeBatch(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    try {
      await this.#file.appendFile(lines.join(''));
      await this.#file.datasync();
      this.#synced += lines.length;
    } catch (error) {
      // Memory is now ahead of the disk: nothing more may be answered as if it were kept.
      this.#failure = new Error(`The Stripe double cannot write its books in ${this.#directory}`, { cause: error });
      throw this.#failure;
    }
  }

  /** Writes what is queued and lets the next process in. */
  async close(): Promise<void> {
    await this.flushed();
    await this.#file.close();
    await this.#lock.release();
  }
}
