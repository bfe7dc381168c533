/**
 * Who may import whom, as ARCHITECTURE's table of rooms says. `.ci/checks/boundaries.test.ts` holds the tree against
 * these rules and proves each of them with a planted violation.
 */
const inTests = '(\\.test\\.ts$|/test/|^platform/src/testing/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'contexts-do-not-import-each-other',
      comment: 'Talk through the graph, events or internal operations.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'contexts-import-kit-and-event-contracts-only',
      severity: 'error',
      from: { path: '^subgraphs/' },
      to: { path: '^(gateway|local|web|bench|schema/(?!events/))' },
    },
    {
      name: 'platform-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(schema|gateway|local|subgraphs|web|bench)/' },
    },
    {
      name: 'schema-imports-nothing',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(platform|gateway|local|subgraphs|web|bench)/' },
    },
    {
      name: 'gateway-imports-platform-and-schema',
      severity: 'error',
      comment:
        'Of the pages, the one that draws landing pages: a function from data to HTML. Its tests look at built pages.',
      from: { path: '^gateway/', pathNot: '^gateway/test/' },
      to: { path: '^(local|subgraphs|bench)/|^web/(?!landing/src/index\\.ts$)' },
    },
    {
      name: 'web-imports-schema-operations-only',
      comment: 'Pages know the graph by registered operations. Their tests play what the video context really makes.',
      severity: 'error',
      from: { path: '^web/', pathNot: inTests },
      to: { path: '^(platform|gateway|local|subgraphs|bench|schema/(?!operations/))' },
    },
    {
      name: 'local-imports-definitions-only',
      comment: 'local/ is the one room that may import a context, and only its definition.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(web|bench)/|^subgraphs/[^/]+/(?!src/subgraph\\.ts$)' },
    },
    {
      name: 'domain-is-pure',
      comment:
        "Decisions import nothing that does something: no database, no network, no file. The kit's value modules, Node's pure functions (hashes, addresses) and types are fine.",
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/domain/', pathNot: inTests },
      to: {
        pathNot:
          '^subgraphs/[^/]+/src/domain/|^platform/src/(money|ids|result|errors|clock|auth|text)/|^(crypto|url|net)$|node_modules/(\\.pnpm/)?libphonenumber-js',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'thin-layers-do-not-reach-the-store',
      comment: 'resolvers, jobs and events go through usecases and queries.',
      severity: 'error',
      from: { path: '^subgraphs/[^/]+/src/(resolvers|jobs|events)/' },
      to: {
        path: '^subgraphs/[^/]+/src/store/|node_modules/(\\.pnpm/)?(drizzle-orm|postgres)[@/]',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      comment: 'Benches are no product: they may use the stages that tests are played on.',
      from: { pathNot: `${inTests}|vitest\\.config\\.ts$|^bench/` },
      to: { path: inTests },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|\\.vitrina/|^local/src/seed/data/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
