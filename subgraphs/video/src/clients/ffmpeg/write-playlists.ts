import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invariant } from '@vitrina/platform/errors';
import { checkMasterPlaylist } from '../../domain/playlist/check-master.ts';
import { dashManifest } from '../../domain/playlist/dash.ts';
import { masterPlaylist } from '../../domain/playlist/hls.ts';
import { type RenditionFiles, variantsOf } from '../../domain/renditions.ts';
import type { PlaylistNames, WrittenPlaylists } from './contract.ts';

/** Writes, once it has passed the checker, the master playlist and the manifest over renditions that exist; their files need not be on this machine. */
export const writePlaylists = async (
  renditions: readonly RenditionFiles[],
  outDir: string,
  { master = 'master.m3u8', manifest = 'manifest.mpd' }: PlaylistNames = {},
): Promise<WrittenPlaylists> => {
  const playlist = masterPlaylist(renditions);
  const problems = checkMasterPlaylist(playlist);
  invariant(problems.length === 0, `The master playlist breaks RFC 8216: ${JSON.stringify(problems)}`);
  await writeFile(join(outDir, master), playlist);
  if (manifest !== null) await writeFile(join(outDir, manifest), dashManifest(renditions));
  return { files: manifest === null ? [master] : [master, manifest], variants: variantsOf(renditions) };
};
