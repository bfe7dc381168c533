import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findUnnotedBreakingChanges } from './check-breaking-changes.ts';
import { CompositionError, composeGraph } from './compose.ts';
import { projectRoot, readSubgraphs } from './read-subgraphs.ts';

/**
 * `npm run supergraph` writes schema/supergraph.graphql and schema/api.graphql; `-- --check` writes nothing and fails
 * when they are stale or when the API broke without a note; `-- --baseline` takes the API as published.
 */
const files = {
  supergraph: `${projectRoot}schema/supergraph.graphql`,
  api: `${projectRoot}schema/api.graphql`,
  baseline: `${projectRoot}schema/api.baseline.graphql`,
  notes: `${projectRoot}schema/breaking-changes.md`,
};

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const checkFresh = (supergraphSdl: string, apiSdl: string): string[] => {
  const stale = readIfThere(files.supergraph) !== supergraphSdl || readIfThere(files.api) !== apiSdl;
  return stale
    ? ['schema/supergraph.graphql or schema/api.graphql is stale: run "npm run supergraph" and commit the result.']
    : [];
};

const checkBaseline = async (apiSdl: string): Promise<string[]> => {
  const baseline = readIfThere(files.baseline);
  if (!baseline) return [];
  const breaking = await findUnnotedBreakingChanges(baseline, apiSdl, readIfThere(files.notes));
  if (breaking.length === 0) return [];
  const lines = breaking.map(({ path, message }) => `  \`${path}\`: ${message}`);
  return [
    `Breaking changes without a note in schema/breaking-changes.md:\n${lines.join('\n')}\nName each in backquotes there, with the reason and what clients do instead, or take the change back.`,
  ];
};

const main = async (args: readonly string[]): Promise<number> => {
  const { supergraphSdl, apiSdl } = composeGraph(readSubgraphs());
  const problems = args.includes('--check') ? checkFresh(supergraphSdl, apiSdl) : [];
  problems.push(...(await checkBaseline(apiSdl)));
  for (const problem of problems) console.error(problem);
  if (args.includes('--check')) return problems.length === 0 ? 0 : 1;
  writeFileSync(files.supergraph, supergraphSdl);
  writeFileSync(files.api, apiSdl);
  if (args.includes('--baseline')) writeFileSync(files.baseline, apiSdl);
  console.log('Wrote schema/supergraph.graphql and schema/api.graphql.');
  return problems.length === 0 ? 0 : 1;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
