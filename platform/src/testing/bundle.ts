import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A program in one file, for tests that start it often. */
export interface Bundle {
  /** Runs with plain `node`. */
  readonly file: string;
  remove(): Promise<void>;
}

/** What bundled CommonJS code expects to find around it. */
const banner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Puts a TypeScript program and all it imports into one file. A process started from it needs an eighth of the processor
 * time of one that loads hundreds of sources, which counts where every test kills one. For programs that read no files
 * beside their sources.
 */
export const bundleProgram = async (entry: string): Promise<Bundle> => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bundle-'));
  const file = join(folder, 'program.mjs');
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: banner },
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
};
