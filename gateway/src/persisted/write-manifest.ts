import { writeFileSync } from 'node:fs';
import { projectRoot } from '../composition/read-subgraphs.ts';
import { isManifestFresh, manifestOf, readOperationFiles } from './registry.ts';

/** `npm run operations` writes schema/operations/manifest.json; `-- --check` only fails when it is stale. */
const folder = `${projectRoot}schema/operations`;

if (process.argv.includes('--check')) {
  if (!isManifestFresh(folder)) {
    console.error('schema/operations/manifest.json is stale: run "npm run operations" and commit the result.');
    process.exitCode = 1;
  }
} else {
  const operations = readOperationFiles(folder);
  writeFileSync(`${folder}/manifest.json`, manifestOf(operations));
  console.log(`Registered ${operations.length} operations in schema/operations/manifest.json.`);
}
