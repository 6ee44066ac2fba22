const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(apps|packages|prisma|scripts)/', pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      severity: 'error',
      from: { path: '^packages/domain/', pathNot: '[.]test[.]ts$' },
      to: { pathNot: '^packages/domain/|node_modules/decimal.js' },
    },
    only('contract-imports-domain', '^packages/contract/', ['^packages/domain/']),
    only('capture-imports-domain', '^packages/capture/', ['^packages/domain/']),
    only('words-import-domain', '^packages/words/', ['^packages/domain/']),
    only('api-imports-packages', '^apps/api/', ['^packages/']),
    only('web-imports-contract-domain-words', '^apps/web/', ['^packages/(domain|contract|words)/']),
    only('e2e-imports-contract', '^apps/e2e/', ['^packages/contract/']),
    only('prisma-imports-operations', '^prisma/', ['^apps/api/', '^packages/']),
    only('scripts-import-no-screens', '^scripts/', ['^apps/api/', '^packages/', '^prisma/']),
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: '^apps/(api|web)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'shared-never-imports-features',
      severity: 'error',
      from: { path: '^apps/(api|web)/src/(http|db|storage|jobs|components|api|i18n)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^apps/$1/src/(features|app)/' },
    },
    {
      name: 'db-is-the-floor',
      severity: 'error',
      from: { path: '^apps/api/src/(db|storage)/', pathNot: '[.]test[.]ts$' },
      to: { path: '^apps/api/src/(http|jobs)/' },
    },
    {
      name: 'prisma-only-behind-db',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '^apps/api/src/db/' },
      to: { path: '(@prisma/client|apps/api/src/db/generated)' },
    },
    {
      name: 'tests-are-not-the-product',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: ['[.]test[.]tsx?$', '/test/', '^apps/e2e/', 'vitest[.]config'] },
      to: { path: '^apps/[^/]+/src/test/|[.]test[.]tsx?$' },
    },
    { name: 'nothing-is-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-circular', severity: 'error', from: { pathNot: 'generated' }, to: { circular: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules|apps/api/src/db/generated' },
    exclude: { path: '/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
