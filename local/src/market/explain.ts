import { inspect } from 'node:util';
import { ConfigError } from '@vitrina/platform/config';
import { DataDirUnusable } from '@vitrina/platform/embedded-postgres';
import { DataHomeTaken } from '../parts/lock.ts';
import { PortTaken } from '../parts/ports.ts';

const remedies: Record<string, (error: NodeJS.ErrnoException & { port?: number }) => string> = {
  EACCES: ({ path, port }) =>
    path
      ? `No permission for "${path}". Set VITRINA_DATA_HOME to a folder you may write to.`
      : `No permission to listen on port ${port}; choose one above 1023.`,
  ENOSPC: ({ path }) =>
    `The disk is full${path ? ` (writing ${path})` : ''}. Free some space, or set VITRINA_DATA_HOME to a folder on another disk.`,
  ENOTDIR: ({ path }) => `"${path}" is below a file, not a folder. Set VITRINA_DATA_HOME to a folder.`,
  EEXIST: ({ path }) =>
    `"${path}" is a file where a folder is needed. Move it away, or set VITRINA_DATA_HOME to a folder.`,
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken. Stop what uses it, or set the variable that names it to another port and start again.`,
  EDQUOT: ({ path }) =>
    `Your disk quota is used up${path ? ` (writing ${path})` : ''}. Free some space, or set VITRINA_DATA_HOME to a folder on another disk.`,
  EPERM: ({ path }) => `Not permitted for "${path}". Set VITRINA_DATA_HOME to a folder you may write to.`,
  EROFS: ({ path }) => `"${path}" is on a read-only disk. Set VITRINA_DATA_HOME to a folder you may write to.`,
};

const known = [ConfigError, PortTaken, DataHomeTaken, DataDirUnusable];

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

/** Says what went wrong at the start and what to do next; anything unforeseen keeps its stack and its causes. */
export const explain = (error: unknown): string => {
  if (known.some((kind) => error instanceof kind)) return (error as Error).message;
  const remedy = remedies[codeOf(error) ?? ''];
  if (remedy) return remedy(error as NodeJS.ErrnoException);
  if (error instanceof Error)
    return /no space left|No space left/.test(error.message)
      ? `${remedies['ENOSPC']?.(error)}\n${error.message}`
      : inspect(error);
  return String(error);
};
