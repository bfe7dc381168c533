import { defineConfig } from 'vitest/config';

const graphqlAlias = { graphql: 'graphql/index.js' };
const exclude = ['**/node_modules/**', '**/dist/**', '.vitrina/**'];
/** Ends what hangs. It is no judgement of speed: on two cores, with other suites beside, little takes its usual time. */
const patience = { testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 15_000 } } };
/** What plays follows the clock on the wall: a machine that stalls in the middle is not the player's fault twice in a row. */
const realTime = { ...patience, retry: 2 };
const setupFiles = ['./platform/src/testing/properties.ts'];
const integration = {
  // A database per file keeps them apart; what they import is theirs together, which saves a fifth of the time.
  isolate: false,
  sequence: { groupOrder: 1 },
  globalSetup: ['./platform/src/testing/global-setup.ts'],
  setupFiles,
  ...patience,
  pool: 'forks' as const,
};

export default defineConfig({
  test: {
    // Two files at a time everywhere: the machine this has to pass on has two cores.
    maxWorkers: 2,
    // A market that is cut off while it stops leaves processes and folders behind.
    teardownTimeout: 120_000,
    projects: [
      {
        resolve: { alias: graphqlAlias },
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '.ci/**', '**/*.{integration,redis,data,meilisearch,crash,browser}.test.ts'],
          setupFiles,
          ...patience,
          // Pure code leaves nothing behind, so files share what they import: a third of the time.
          isolate: false,
        },
      },
      {
        resolve: { alias: graphqlAlias },
        test: {
          name: 'journeys',
          // As processes, a landing page is also opened in Chromium; `npm test` needs no browser.
          include: [
            'gateway/test/journeys/*.journey.ts',
            ...(process.env['VITRINA_JOURNEYS'] === 'distributed'
              ? ['gateway/test/journeys/landing-page.browser.test.ts']
              : []),
          ],
          // The walk is what a person types into `npm start`. Who may see what, and what is found, is decided by the same code in both topologies.
          exclude: [
            ...exclude,
            ...(process.env['VITRINA_JOURNEYS'] === 'distributed'
              ? ['readme-walk', 'search-questions', 'strangers'].map(
                  (name) => `gateway/test/journeys/${name}.journey.ts`,
                )
              : []),
          ],
          globalSetup: ['./gateway/test/journeys/market.ts'],
          ...patience,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // Kills a real market over and over: minutes, and most of the machine.
        test: {
          name: 'crash',
          include: ['local/test/crash/*.crash.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 700_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // Real Chromium against a running market (`inject('market')`); `launchBrowser` is in the kit's testing module.
        resolve: { alias: graphqlAlias },
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: [...exclude, 'web/player/**'],
          globalSetup: ['./gateway/test/journeys/browser-market.ts'],
          ...realTime,
          sequence: { groupOrder: 4 },
        },
      },
      {
        // The player in real Chromium, fed from files: it needs no market. Beside the market's own tests, two files at a time:
        // playing is mostly waiting for the clock.
        test: {
          name: 'player',
          include: ['web/player/**/*.browser.test.ts'],
          globalSetup: ['./web/player/test/theatre/global-setup.ts'],
          ...realTime,
          sequence: { groupOrder: 4 },
        },
      },
      { test: { name: 'house', include: ['.ci/checks/*.test.ts'], ...patience } },
      {
        resolve: { alias: graphqlAlias },
        test: { name: 'integration', include: ['**/*.integration.test.ts'], exclude, ...integration },
      },
      {
        resolve: { alias: graphqlAlias },
        test: { name: 'redis', include: ['**/*.redis.test.ts'], exclude, ...integration },
      },
      {
        resolve: { alias: graphqlAlias },
        test: { name: 'data', include: ['**/*.data.test.ts'], exclude, ...integration },
      },
      {
        resolve: { alias: graphqlAlias },
        test: { name: 'meilisearch', include: ['**/*.meilisearch.test.ts'], exclude, ...integration },
      },
    ],
  },
});
