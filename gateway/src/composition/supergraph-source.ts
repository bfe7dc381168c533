import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from '@vitrina/platform/logging';

/** Where the gateway's supergraph comes from; `watch` reports later versions until the returned function is called. */
export interface SupergraphSource {
  load(): Promise<string>;
  watch(onChange: (sdl: string) => void): () => void;
}

/** A supergraph that never changes: tests, and hosts that compose in memory. */
export const staticSupergraph = (sdl: string): SupergraphSource => ({
  load: () => Promise.resolve(sdl),
  watch: () => () => {},
});

/**
 * A file that deployments replace. It is polled by modification time: that also works on network and overlay file
 * systems, where change notifications are lost.
 */
export const supergraphFile = (path: string, log: Logger, intervalMs = 1_000): SupergraphSource => ({
  load: () => readFile(path, 'utf8'),
  watch: (onChange) => {
    const listener = (now: { mtimeMs: number }, before: { mtimeMs: number }) => {
      if (now.mtimeMs === before.mtimeMs || now.mtimeMs === 0) return;
      readFile(path, 'utf8').then(onChange, (error: unknown) =>
        log.error({ err: error, path }, 'the changed supergraph cannot be read; the old one stays'),
      );
    };
    watchFile(path, { interval: intervalMs, persistent: false }, listener);
    return () => unwatchFile(path, listener);
  },
});
