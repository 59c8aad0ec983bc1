/** Who may import whom, and why not. Drawn and explained in docs/architecture.md. */
const ours = '^(packages|apps)/';
const no = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const TESTS = '\\.(test|suite|verify|story)\\.ts$|/testing(/|\\.ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    no(
      'no-cycles',
      'A cycle means two files are one thing. Find the thing.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    no(
      'contracts-stand-alone',
      'What the vendors promise depends on nobody.',
      { path: '^packages/contracts/' },
      { path: ours, pathNot: '^packages/contracts/' },
    ),
    no(
      'core-stands-alone',
      'What must happen knows no vendor, no Slack and no HTTP.',
      { path: '^packages/core/' },
      { path: ours, pathNot: '^packages/core/' },
    ),
    no(
      'core-without-node',
      'Time, randomness, network and disk come to core through ports, so that seven days are tested in milliseconds.',
      { path: '^packages/core/', pathNot: TESTS },
      { dependencyTypes: ['core'] },
    ),
    no(
      'gateways-reach-out',
      'Gateways serve core and hold to contracts; they know no program and no mock.',
      { path: '^packages/gateways/' },
      { path: '^(apps|packages/mock-kit)/' },
    ),
    no(
      'mock-kit-is-general',
      'The kit knows contracts in general, no vendor and no client.',
      { path: '^packages/mock-kit/' },
      { path: '^(apps|packages/(core|gateways))/' },
    ),
    no(
      'mocks-share-nothing-with-clients',
      'A mock that shares code with its client proves nothing: they meet only at the contract.',
      { path: '^apps/mock-' },
      { path: '^packages/(core|gateways)/' },
    ),
    no(
      'mocks-do-not-meet',
      'Vendors talk over HTTP.',
      { path: '^apps/mock-([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/mock-$1/' },
    ),
    no(
      'slack-stands-alone',
      'Slack knows nothing of ours.',
      { path: '^apps/slack-workspace/' },
      { path: ours, pathNot: '^apps/slack-workspace/' },
    ),
    no(
      'programs-speak-core',
      'Programs use core’s words; vendor shapes stay behind the gateways, and programs do not import each other.',
      { path: '^apps/(bot|cli|web)/' },
      { path: '^(packages/(contracts|mock-kit)|apps)/', pathNot: '^apps/$1/' },
    ),
    no('stories-speak-http', 'A story uses what a user could use.', { path: '^e2e/' }, { path: ours }),
    no(
      'one-file-knows-prism',
      'Prism can be replaced in one place.',
      { pathNot: '^packages/mock-kit/src/(prism|entries|operation)\\.ts$' },
      { path: '@stoplight/' },
    ),
    no(
      'one-folder-knows-dbos',
      'The engine can be replaced in one place.',
      { pathNot: '^packages/gateways/src/engine/dbos/' },
      { path: '@dbos-inc/' },
    ),
    no(
      'declared',
      'An import that package.json does not name works only by luck.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    no('resolvable', 'This import leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.gen\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
    combinedDependencies: true,
    // Names that can be read in the drawing of docs/architecture.md (scripts/draw.ts).
    reporterOptions: { mermaid: { minify: false } },
  },
};
