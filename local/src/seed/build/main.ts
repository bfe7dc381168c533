import { writeFile } from 'node:fs/promises';
import { SEED_DATA_URL } from '../read.ts';
import { loadDataset } from './dataset.ts';
import { factsOf, packed, toNdjson } from './write.ts';

/** Writes the files of the data folder and a manifest of what they hold. */
const build = async (): Promise<void> => {
  const dataset = await loadDataset();
  for (const [name, rows] of Object.entries(dataset)) {
    await writeFile(new URL(name, SEED_DATA_URL), packed(toNdjson(rows)));
  }
  const manifest = Object.fromEntries(Object.entries(dataset).map(([name, rows]) => [name, factsOf(rows)]));
  await writeFile(new URL('manifest.json', SEED_DATA_URL), `${JSON.stringify(manifest, null, 2)}\n`);
  console.table(manifest);
};

await build();
