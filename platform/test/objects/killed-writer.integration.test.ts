import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock/index.ts';
import { openDiskStore } from '../../src/objects/index.ts';

const url = 'http://127.0.0.1:4000';
let folder: string;
const open = () =>
  openDiskStore({ folder, secret: Buffer.alloc(32), mediaUrl: url, gatewayUrl: url, clock: systemClock });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrina-killed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a writer that is killed in the middle', () => {
  it('leaves no object, and its draft is forgotten once it is old', async () => {
    const store = await open();
    await store.put('private', 'film', Buffer.from('before'), { contentType: 'video/mp4' });
    const writer = fork(fileURLToPath(new URL('slow-writer.ts', import.meta.url)), [folder], {
      execArgv: ['--import', 'tsx'],
    });
    for (let writes = 0; writes < 5; writes += 1) await once(writer, 'message');
    writer.kill('SIGKILL');
    await once(writer, 'exit');

    expect((await store.head('private', 'film'))?.sizeBytes).toBe(6);
    expect((await store.list('private', '')).map(({ key }) => key)).toEqual(['film']);
    const drafts = join(folder, 'private', '.tmp');
    const left = await readdir(drafts);
    expect(left).toHaveLength(1);
    await open();
    expect(await readdir(drafts)).toEqual(left);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(join(drafts, left[0] ?? ''), longAgo, longAgo);
    await open();
    expect(await readdir(drafts)).toEqual([]);
  });
});

describe('folders', () => {
  it('go with their last object, also while others write there', async () => {
    const store = await open();
    const act = async (round: number) => {
      await store.put('public', `a/b/c/${round}`, Buffer.from('x'), { contentType: 'text/plain' });
      await store.delete('public', `a/b/c/${round}`);
    };
    await Promise.all(Array.from({ length: 200 }, (_, round) => act(round)));
    expect(await readdir(join(folder, 'public'))).toEqual(['.tmp']);
  });
});
