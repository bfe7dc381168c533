import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

/** Lines of a gzip'd text file. A missing, cut or corrupt file ends in an error, never in a silent end. */
async function* linesOf(file: URL): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  // pipe() does not carry errors: without this a missing file would leave the reader waiting for ever.
  source.once('error', (error) => gunzip.destroy(error));
  gunzip.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest) yield rest;
  } finally {
    // A consumer that stops early must not leave the file open.
    source.destroy();
  }
}

/**
 * Streams the rows of a gzip'd NDJSON file, each parsed by the schema; it never holds more than one chunk of text.
 * A row that does not parse stops the reading with the file, the line and what is wrong.
 */
export async function* readNdjson<T>(file: URL, schema: z.ZodType<T>): AsyncGenerator<T> {
  let lineNumber = 0;
  for await (const line of linesOf(file)) {
    lineNumber += 1;
    const parsed = schema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file.pathname}:${lineNumber}: ${z.prettifyError(parsed.error)}`);
    yield parsed.data;
  }
}
