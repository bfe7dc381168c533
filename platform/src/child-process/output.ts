import type { Readable } from 'node:stream';

/** Longest line that is kept together; a longer one is handed out in pieces, so that no output can fill the memory. */
const longestLine = 64 * 1024;

/** Hands out whole lines of UTF-8, the last one even without its line feed. */
export const eachLine = (stream: Readable, take: (line: string) => void): void => {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line.replace(/\r$/, ''));
    if (rest.length > longestLine) {
      take(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
};

/** Keeps the last bytes of a stream: what a program said last tells best why it ended. */
export const tailOf = (stream: Readable | null, bytes: number): (() => string) => {
  let kept = Buffer.alloc(0);
  stream?.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-bytes);
  });
  return () => kept.toString('utf8');
};
