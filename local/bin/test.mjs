// npm test: installs what is missing, then runs a suite: the whole embedded one, or the one named.
import { ensureInstalled, run, stop } from './installed.mjs';
import { findOrMakeProgram } from './kept-program.mjs';

/** Suites that need something a bare machine lacks name the variable that says where it is. */
const suites = {
  embedded: { projects: ['unit', 'integration', 'journeys'], needs: undefined },
  browser: { projects: ['browser', 'player'], needs: undefined },
  crash: { projects: ['crash'], needs: undefined },
  distributed: { projects: ['journeys'], needs: undefined, env: { VITRINA_JOURNEYS: 'distributed' } },
  redis: {
    projects: ['redis'],
    needs: ['VITRINA_REDIS_URL', 'a Redis server, e.g. redis://127.0.0.1:6379 (Debian: apt-get install redis-server)'],
  },
  data: { projects: ['data'], needs: ['VITRINA_DATA_DIR', 'the folder with the full real data sets'] },
  meilisearch: {
    projects: ['meilisearch'],
    needs: ['VITRINA_MEILISEARCH_URL', 'a running Meilisearch, e.g. http://127.0.0.1:7700'],
  },
};

const [first, ...rest] = process.argv.slice(2);
const named = first !== undefined && first in suites;
const suite = suites[named ? first : 'embedded'];
const args = named ? rest : process.argv.slice(2);
if (suite.needs && !process.env[suite.needs[0]])
  stop(`This suite needs ${suite.needs[0]}: ${suite.needs[1]}. Set it and run the same command again.`);

await ensureInstalled();
// Before any clock of a test runs: several of them start what `npm start` starts.
if (suite === suites.embedded) await findOrMakeProgram('local/src/embedded/main.ts');
process.exit(
  await run(
    'npx',
    ['vitest', 'run', ...suite.projects.flatMap((project) => ['--project', project]), ...args],
    suite.env,
  ),
);
