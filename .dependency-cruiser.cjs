/** Everything runs one way: what a folder may import, and nothing else of ours. */
const TEST_FILE = '\\.(?:test|suite|spec)\\.ts$';
const CONTRACT = '^edge/contract/';
const PORTS = '^edge/core/ports/';
/** Put in by Astro and by our bundler. */
const VIRTUAL = '^(?:astro|gatehouse):';
/** Packages of types alone, under `@types/`. */
const TYPES_ONLY = '^(?:mdast|hast|estree)$';
const OURS = '^(?:edge|site|scripts|test)/';

/** @param {string} name @param {string} from @param {string[]} allowed */
function only(name, from, allowed) {
  return {
    name: `${name}-imports`,
    severity: 'error',
    from: { path: from, pathNot: TEST_FILE },
    to: { path: OURS, pathNot: allowed },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [VIRTUAL, TYPES_ONLY] },
    },
    only('contract', CONTRACT, [CONTRACT]),
    only('site', '^site/', ['^site/', CONTRACT]),
    only('core', '^edge/core/', ['^edge/core/', CONTRACT]),
    only('pool', '^edge/pool/', ['^edge/pool/', PORTS, CONTRACT]),
    only('vault', '^edge/vault/', ['^edge/vault/', PORTS, CONTRACT]),
    only('relay', '^edge/relay/', ['^edge/relay/', PORTS, CONTRACT]),
    only('entry', '^edge/entry/', ['^edge/']),
    {
      name: 'only-entry-imports-drivers',
      severity: 'error',
      from: { path: '^(?:edge|site)/', pathNot: [TEST_FILE, '^edge/(?:entry|pool|vault|relay)/'] },
      to: { path: '^edge/(?:pool|vault|relay)/' },
    },
    {
      name: 'nobody-imports-scripts-or-tests',
      severity: 'error',
      from: { pathNot: ['^(?:scripts|test)/', TEST_FILE] },
      to: { path: ['^(?:scripts|test)/', TEST_FILE] },
    },
    {
      name: 'node-only-in-node-files',
      severity: 'error',
      from: {
        path: '^(?:edge|site)/',
        pathNot: [TEST_FILE, '\\.node\\.ts$', '^site/content\\.config\\.ts$'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-files-import-no-node-files',
      comment: 'A file that runs on the edge must not reach Node through another.',
      severity: 'error',
      from: { path: '^(?:edge|site/client)/', pathNot: [TEST_FILE, '\\.node\\.ts$'] },
      to: { path: '\\.node\\.ts$' },
    },
    {
      name: 'platform-only-in-entry',
      severity: 'error',
      from: { pathNot: '^edge/entry/' },
      to: { path: 'node_modules/@vercel/' },
    },
    {
      name: 'shipped-code-uses-dependencies',
      severity: 'error',
      from: { path: '^(?:edge|site)/', pathNot: TEST_FILE },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
