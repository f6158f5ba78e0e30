import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Who may import whom: the table of the architecture, as patterns that a folder must not import. */
const never = (...rules) => ({ 'no-restricted-imports': ['error', { patterns: rules.map(([regex, message]) => ({ regex, message })) }] });

const outside = {
  forge: ['^@forge/', 'Forge stays at the edges: src/jira, src/store, src/entry.'],
  node: ['^node:', 'This code also runs in the browser.'],
  sandbox: ['(^|/)sandbox(/|$)', 'The product does not know the local host.'],
  ui: ['^(react|@atlaskit|@tanstack)', 'Pages live in static/.'],
  fullZod: ['^zod$', 'Full zod does not fit the panel’s budget: zod/mini.'],
};
const src = (...names) => [`(^|/)(${names.join('|')})(/|$)`, `Not from here: ${names.join(', ')}.`];

// The virtual list is not made for React's compiler, which is not used here.
const hooks = { ...reactHooks.configs.recommended.rules, 'react-hooks/incompatible-library': 'off' };

export default tseslint.config(
  { ignores: ['build/**', 'static/dist/**', 'node_modules/**', 'docs/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A stored part is read as what its writer says it is; the parameter names that type.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-console': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      ...never(['^(?!\\.)', 'The domain imports nothing.'], src('contract', 'actions', 'jira', 'store', 'entry', 'static', 'sandbox')),
      'no-restricted-globals': ['error', 'Date', 'process', 'console', 'fetch', 'crypto', 'setTimeout', 'performance'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'The domain draws keyed numbers.' }],
    },
  },
  {
    files: ['src/contract/**'],
    rules: never(outside.forge, outside.node, outside.sandbox, outside.ui, outside.fullZod, src('actions', 'jira', 'store', 'entry', 'static')),
  },
  { files: ['src/actions/**'], rules: never(outside.forge, outside.node, outside.sandbox, outside.ui, src('jira', 'store', 'entry', 'static')) },
  { files: ['src/jira/**'], ignores: ['src/jira/request.ts'], rules: never(outside.forge, outside.sandbox, outside.ui, src('store', 'entry', 'static')) },
  { files: ['src/jira/request.ts'], rules: never(['^@forge/(?!api$)', 'Only @forge/api.'], outside.sandbox, outside.ui, src('store', 'entry', 'static')) },
  {
    files: ['src/store/**'],
    rules: never(['^@forge/(?!(kvs|events)$)', 'Only @forge/kvs and @forge/events.'], outside.sandbox, outside.ui, src('jira', 'entry', 'static')),
  },
  { files: ['src/entry/**'], rules: never(outside.sandbox, outside.ui, src('static')) },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'Program > VariableDeclaration[kind="let"]', message: 'A warm process is shared by tenants: no state in module scope.' },
      ],
    },
  },
  {
    files: ['src/domain/**', 'src/actions/**', 'src/contract/**'],
    ignores: ['src/domain/ids.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }] },
  },
  {
    files: ['static/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...hooks,
      ...never(
        ['^@forge/bridge', 'The bridge has two doors: static/api.ts and static/forge.ts.'],
        ['^@forge/(api|kvs|events|resolver)', 'Functions only.'],
        outside.node,
        outside.sandbox,
        outside.fullZod,
        src('actions', 'jira', 'store', 'entry'),
      ),
    },
  },
  { files: ['static/api.ts', 'static/forge.ts'], rules: never(outside.node, outside.sandbox, src('actions', 'jira', 'store', 'entry')) },
  {
    files: ['sandbox/**'],
    rules: never(
      ['^@forge/(?!(csp|manifest|bundler))', 'The host runs the built app; it does not import its parts.'],
      ['(^|/)src/(jira|store|actions|entry)(/|$)', 'The host runs the built app; it does not import its parts.'],
    ),
  },
  { files: ['sandbox/site/**'], plugins: { 'react-hooks': reactHooks }, rules: hooks },
  { files: ['test/**'], rules: { '@typescript-eslint/no-floating-promises': 'error', 'max-lines': 'off' } },
  // Pieces of configuration, and an in-frame script that the browser gets as it stands.
  { files: ['**/*.{mjs,cjs,js}'], extends: [tseslint.configs.disableTypeChecked] },
);
