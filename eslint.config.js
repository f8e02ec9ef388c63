import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that may use Node: named so, or outside what is deployed. */
const NODE_FILES = ['**/*.node.ts', '**/*.test.ts', '**/*.suite.ts', '**/*.spec.ts'];

const NODE_GLOBALS = [
  'process',
  'Buffer',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
  'setImmediate',
];

const TESTS = ['**/*.test.ts', '**/*.suite.ts', '**/*.spec.ts', 'test/**'];

export default defineConfig(
  { ignores: ['dist', '.vercel', '.astro', '.gatehouse', 'coverage', 'test-results', 'playwright-report'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowRethrowing: true, allowThrowingUnknown: true }],
      // Lengths are counted in code points, as the content guide promises: spreading is the way to get them.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An async function without await keeps its promise to callers: errors become rejections.
      '@typescript-eslint/require-await': 'off',
      // `() => doIt()` reads better than a block, and its void result does no harm.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Objects here are closures, not classes: their functions need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Node types its errors, and a callback that says so reads the code without a cast.
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // Checked at the border where it is written; `!` after a test of length says as much as an if.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/edge/*', '!**/edge/contract', '**/scripts/*', '**/test/*'] }] },
      ],
    },
  },
  {
    files: ['edge/**/*.ts', 'site/client/**/*.ts'],
    ignores: NODE_FILES,
    rules: { 'no-restricted-globals': ['error', ...NODE_GLOBALS] },
  },
  { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    // Ambient modules can't import at their top.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off', 'no-restricted-exports': 'off' },
  },
  {
    files: [
      '*.config.{js,ts,mjs}',
      'site/content.config.ts',
      'edge/entry/{vercel*,middleware}.ts',
      'test/e2e/support/*.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);
