import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

const read = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });

/**
 * What stands in a file since the first start, readable by its owner alone. It is made whole or not at all, so a start that
 * is killed leaves no half of it behind; whoever comes first decides, and everybody reads what stands there.
 */
export const keptOnce = async (path: string, make: () => string): Promise<string> => {
  const known = await read(path);
  if (known !== '') return known;
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, make(), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Empty is what a kill left of a file that was once written in two steps; whoever starts holds the data home alone.
    if ((await read(path)) === '') {
      await rm(path, { force: true });
      return keptOnce(path, make);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return read(path);
};
