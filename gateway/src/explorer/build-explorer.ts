import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explorerDist } from './serve-explorer.ts';

const root = fileURLToPath(new URL('../../explorer/', import.meta.url));

/** Bundles the explorer, editor and workers included, so that it needs no other server. Takes some seconds. */
export const buildExplorer = async (): Promise<void> => {
  // Loaded here: a gateway that only serves the bundle never needs the bundler.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    base: '/explorer/',
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: explorerDist, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000 },
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--if-absent') && existsSync(`${explorerDist}/index.html`)) process.exit(0);
  void buildExplorer();
}
