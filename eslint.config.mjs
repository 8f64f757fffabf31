import { readFileSync } from 'node:fs';
import angular from '@angular-eslint/eslint-plugin';
import angularTemplate from '@angular-eslint/eslint-plugin-template';
import templateParser from '@angular-eslint/template-parser';
import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { importLine } from './libs/workspace/src/lint/import-line.ts';
import { neverAnywhere, neverCalledOnServer, neverImportedOnServer, neverInBrowser, neverInRegistrar, neverInTemplates, neverInTests, neverReachedOnServer } from './libs/workspace/src/lint/never-written.ts';
import { realIds } from './libs/workspace/src/lint/real-ids.ts';
import { sqlInterpolation } from './libs/workspace/src/lint/sql-interpolation.ts';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));
const publicEntries = Object.keys(compilerOptions.paths);

const browser = ['apps/portal/**/*.ts', 'libs/ui/**/*.ts', 'libs/form-renderer/**/*.ts'];
const specs = ['**/*.spec.ts', 'apps/e2e/**/*.ts'];
const anuyat = { rules: { 'real-ids': realIds, 'sql-interpolation': sqlInterpolation } };
const never = (...lists) => ['error', ...neverAnywhere, ...lists.flat()];
const typed = (project) => ({ parser: tseslint.parser, parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

export default [
  { ignores: ['**/node_modules/', 'dist/', '.nx/', '.angular/', '.data/', 'tmp/', 'coverage/', 'bench/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  { files: ['**/*.ts'], ignores: browser, languageOptions: typed('./tsconfig.server.json') },
  { files: browser, languageOptions: typed('./tsconfig.browser.json') },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx, 'import-x': importX, anuyat },
    settings: {
      'import-x/extensions': ['.ts'],
      'import-x/internal-regex': '^@anuyat/',
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.mjs', '.js', '.json'], tsconfig: { configFile: new URL('./tsconfig.base.json', import.meta.url).pathname } })],
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: importLine }],
      'import-x/no-extraneous-dependencies': ['error', { devDependencies: ['**/*.spec.ts', '**/testing/**', 'apps/e2e/**', 'libs/workspace/**', 'tools/**'], optionalDependencies: false, packageDir: import.meta.dirname }],
      'max-lines': ['error', { max: 300 }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['@anuyat/*/**', ...publicEntries.map((name) => `!${name}`)], message: 'Import a library through its own door: what its index does not export is its own affair.' }] }],
      'no-restricted-syntax': never(),
      'anuyat/real-ids': 'error',
      'anuyat/sql-interpolation': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Tests of the whole run several applications together; no application imports another.
  { files: ['apps/e2e/**/*.ts', 'apps/**/*.spec.ts'], rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['(api|worker|sandbox)/src/'], depConstraints: importLine }] } },
  { files: ['migrations/**/*.ts'], rules: { 'anuyat/sql-interpolation': 'off' } },
  // Benches of tests run the portal's programs together; nothing else imports an app.
  { files: ['apps/api/src/testing/**/*.ts'], rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['../../../worker/src/**', '../../../sandbox/src/**'], depConstraints: importLine }] } },
  { files: ['apps/worker/**/*.queue.spec.ts'], rules: { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: ['../../api/src/testing/**', '../../sandbox/src/**'], depConstraints: importLine }] } },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    ignores: [...browser, ...specs, '**/testing/**', 'libs/outbound/**', 'libs/workspace/**'],
    rules: {
      'no-restricted-globals': ['error', ...neverCalledOnServer],
      'no-restricted-properties': ['error', ...neverReachedOnServer],
      '@typescript-eslint/no-restricted-imports': ['error', neverImportedOnServer],
    },
  },
  { files: ['libs/registrar/**/*.ts'], rules: { 'no-restricted-syntax': never(neverInRegistrar) } },
  {
    files: browser,
    plugins: { '@angular-eslint': angular },
    processor: angularTemplate.processors['extract-inline-html'],
    rules: {
      '@angular-eslint/contextual-lifecycle': 'error',
      '@angular-eslint/no-empty-lifecycle-method': 'error',
      '@angular-eslint/no-output-native': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/use-pipe-transform-interface': 'error',
      'no-restricted-syntax': never(neverInBrowser),
    },
  },
  {
    files: specs,
    rules: { 'max-lines': ['error', { max: 500 }], 'no-restricted-syntax': never(neverInTests) },
  },
  {
    files: ['apps/portal/**/*.html', 'libs/ui/**/*.html', 'libs/form-renderer/**/*.html'],
    ignores: ['**/*.spec.ts/**'],
    languageOptions: { parser: templateParser },
    plugins: { '@angular-eslint/template': angularTemplate },
    rules: {
      ...Object.fromEntries(
        ['alt-text', 'button-has-type', 'click-events-have-key-events', 'elements-content', 'eqeqeq', 'interactive-supports-focus', 'label-has-associated-control', 'mouse-events-have-key-events', 'no-any', 'no-autofocus', 'no-distracting-elements', 'no-outerhtml', 'no-positive-tabindex', 'prefer-control-flow', 'role-has-required-aria', 'table-scope', 'valid-aria', 'banana-in-box', 'no-negated-async']
          .map((rule) => [`@angular-eslint/template/${rule}`, 'error']),
      ),
      '@angular-eslint/template/no-duplicate-attributes': ['error', { allowStylePrecedenceDuplicates: true }],
      'no-restricted-syntax': ['error', ...neverInTemplates],
    },
  },
  { files: ['**/*.mjs'], ignores: ['tools/lib/node-version.mjs'], rules: { 'max-lines': ['error', { max: 300 }], 'no-unused-vars': 'error', 'no-var': 'error', 'prefer-const': 'error', eqeqeq: ['error', 'always', { null: 'ignore' }] } },
];
