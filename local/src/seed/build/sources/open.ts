import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** The folder with the real data sets, named by the environment because it is not part of the project. */
const dataDirectory = (): string => {
  const directory = process.env.VITRINA_DATA_DIR;
  if (!directory) {
    throw new Error(
      'VITRINA_DATA_DIR is not set: point it at the folder that holds goodbooks-10k, saleor-sample and the others',
    );
  }
  return directory;
};

/** Text of one source file, without a byte order mark. */
export const openText = async (...path: string[]): Promise<string> =>
  (await readFile(join(dataDirectory(), ...path), 'utf8')).replace(/^\uFEFF/, '');

/** Rows of a CSV file with a header line; a missing column reads as an empty text. */
export const openCsv = async (...path: string[]): Promise<Record<string, string>[]> =>
  parse(await openText(...path), { columns: true, skip_empty_lines: true });
