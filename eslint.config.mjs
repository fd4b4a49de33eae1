import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { coreGlobals, coreSyntax, sourceImports, sourceSyntax, testSyntax } from './test/tools/lint-rules.mjs';

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));
const nodeGlobals = readonly(Object.getOwnPropertyNames(globalThis));
// Scripts that drive a page hold functions that run inside it.
const pageGlobals = readonly(['customElements', 'document', 'location', 'requestAnimationFrame', 'window']);
const testGlobals = readonly([
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'test',
  'vi',
]);

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', 'test-results/', '.demo-data/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...nodeGlobals, ...pageGlobals } },
  },
  { files: ['test/**/*.mjs'], languageOptions: { globals: testGlobals } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, lit['flat/recommended'], wc['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Lit calls the base class in the callbacks that need it; the rule cannot see that it exists.
      'wc/guard-super-call': 'off',
      // Lit binds listeners to their element.
      '@typescript-eslint/unbound-method': 'off',
      // `async` is the short way to keep an interface's promise, errors included.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', 40],
      complexity: ['error', 12],
      'max-params': ['error', 5],
      'no-restricted-imports': ['error', sourceImports],
      'no-restricted-syntax': ['error', ...sourceSyntax],
    },
  },
  {
    // Called for every text of every record: an object for its arguments would be made each time.
    files: ['src/core/columnar/store/{bytes,growing-columns}.ts'],
    rules: { 'max-params': ['error', 6] },
  },
  {
    files: ['src/elements/**/*.ts'],
    rules: {
      // The attributes that all widgets share are declared once, as data; their types join each class by an interface of its name.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['src/locales/**/*.ts'], rules: { 'max-lines': 'off' } },
  {
    // React looks for tags in an interface of a namespace of its own.
    files: ['src/jsx.ts'],
    rules: {
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...coreGlobals],
      'no-restricted-syntax': ['error', ...sourceSyntax, ...coreSyntax],
    },
  },
  {
    files: ['test/**/*.{ts,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...testSyntax] },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // The assertions of @open-wc/testing look like promises.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
