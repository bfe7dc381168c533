import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { announceFile, ticketIn } from './send-file.ts';

it('puts name and size of a file beside what was typed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-ask-'));
  try {
    const path = join(folder, 'clip.mp4');
    await writeFile(path, 'abc');
    expect(await announceFile(path, { input: { shopId: 'shp_1' }, other: 1 })).toEqual({
      input: { shopId: 'shp_1', fileName: 'clip.mp4', sizeBytes: 3 },
      other: 1,
    });
    await expect(announceFile(join(folder, 'none'), {})).rejects.toThrow('ENOENT');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('finds the ticket wherever the operation has it, and none in a refusal', () => {
  const ticket = { id: 'upl_1', tusUrl: 'http://x/uploads', token: 't' };
  expect(ticketIn({ createVideoUpload: { video: { id: 'vid_1' }, upload: ticket } })).toBe(ticket);
  expect(
    ticketIn({ createVideoUpload: { video: null, upload: null, userErrors: [{ code: 'FILE_EMPTY' }] } }),
  ).toBeUndefined();
});
