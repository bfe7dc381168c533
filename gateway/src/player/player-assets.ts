import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Where the player's bundle is; web/player builds it. Nothing of it is imported: the gateway hands out files. */
export const playerDist = fileURLToPath(new URL('../../../web/player/dist', import.meta.url));

const manifestSchema = z.object({ entry: z.string(), engine: z.string(), landing: z.string() });

/** Addresses of the player's modules; they change with their content. */
export interface PlayerAssets {
  /** The module that defines `<vitrina-player>`. */
  readonly entry: string;
  /** What it loads once a video comes near. */
  readonly engine: string;
  /** The script of landing pages. */
  readonly landing: string;
}

/** Reads which modules the bundle has; undefined when it was not built. */
export const readPlayerAssets = (): PlayerAssets | undefined => {
  const path = `${playerDist}/player.json`;
  if (!existsSync(path)) return undefined;
  const { entry, engine, landing } = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return { entry: `/assets/${entry}`, engine: `/assets/${engine}`, landing: `/assets/${landing}` };
};
