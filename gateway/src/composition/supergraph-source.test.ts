import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { silentLogger } from '@vitrina/platform/logging';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { supergraphFile } from './supergraph-source.ts';

describe('a supergraph that is a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(`${tmpdir()}/supergraph-`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reports what replaces it, until nobody wants to know any more', async () => {
    const path = `${folder}/supergraph.graphql`;
    writeFileSync(path, 'first');
    const source = supergraphFile(path, silentLogger, 20);
    expect(await source.load()).toBe('first');
    const seen: string[] = [];
    const stop = source.watch((sdl) => seen.push(sdl));
    // The first look finds out what was there before; a change written ahead of it would not be one.
    await vi.waitFor(
      () => {
        if (seen.length === 0) writeFileSync(path, 'second');
        expect(seen.at(-1)).toBe('second');
      },
      { timeout: 15_000, interval: 300 },
    );
    await pause(150);
    stop();
    const before = seen.length;
    writeFileSync(path, 'third');
    await pause(150);
    expect(seen).toHaveLength(before);
    expect(seen).not.toContain('third');
  });
});
