import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { silentLogger } from '@vitrina/platform/logging';
import { describe, expect, it } from 'vitest';
import { supergraphFile } from './supergraph-source.ts';

describe('a supergraph that is a file', () => {
  it('reports what replaces it, until nobody wants to know any more', async () => {
    const path = `${mkdtempSync(`${tmpdir()}/supergraph-`)}/supergraph.graphql`;
    writeFileSync(path, 'first');
    const source = supergraphFile(path, silentLogger, 20);
    expect(await source.load()).toBe('first');
    const seen: string[] = [];
    const stop = source.watch((sdl) => seen.push(sdl));
    const wait = () => new Promise((resolve) => setTimeout(resolve, 120));
    await wait();
    writeFileSync(path, 'second');
    await wait();
    expect(seen).toEqual(['second']);
    stop();
    writeFileSync(path, 'third');
    await wait();
    expect(seen).toEqual(['second']);
  });
});
