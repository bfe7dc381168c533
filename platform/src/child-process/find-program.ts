import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** True when this process may run that file. */
export const isRunnable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Full path of a program on PATH (or of an absolute path itself); undefined when there is none that may be run. */
export const findProgram = async (name: string, path = process.env['PATH'] ?? ''): Promise<string | undefined> => {
  const candidates = isAbsolute(name)
    ? [name]
    : path
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, name));
  for (const candidate of candidates) if (await isRunnable(candidate)) return candidate;
  return undefined;
};
