import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));

/** `@anuyat/...` as the compiler resolves it, so that the paths are written once; and fast-check with the seed of all specs. */
const moduleNameMapper = {
  ...Object.fromEntries(Object.entries(compilerOptions.paths).map(([name, [path]]) => [`^${name}$`, path.replace(/^\./, '<rootDir>')])),
  '^fast-check$': '<rootDir>/tools/jest/fast-check.mjs',
};

/** Legacy decorators with their metadata: Nest injects and TypeORM maps by it. */
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    experimental: { keepImportAttributes: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const server = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper,
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  setupFiles: ['<rootDir>/tools/jest/reflect-metadata.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.angular/', '<rootDir>/tmp/', '<rootDir>/.data/'],
};

const browserFolders = ['/apps/portal/', '/libs/ui/', '/libs/form-renderer/'];
const elsewhere = ['/node_modules/', '/dist/', '\\.e2e\\.spec\\.ts$'];

const angular = {
  rootDir: '.',
  displayName: 'angular',
  testEnvironment: 'jsdom',
  roots: browserFolders.map((folder) => `<rootDir>${folder.replace(/\/$/, '')}`),
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'html', 'js', 'mjs', 'json'],
  moduleNameMapper: { ...moduleNameMapper, '^tslib$': '<rootDir>/node_modules/tslib/tslib.es6.js' },
  transform: {
    '^.+\\.(ts|js|mjs|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.browser.json', stringifyContentPathRegex: '\\.(html|svg)$', useESM: true },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$)'],
  setupFilesAfterEnv: ['<rootDir>/tools/jest/angular-environment.ts'],
  modulePathIgnorePatterns: server.modulePathIgnorePatterns,
};

const projects = [
  { ...server, displayName: 'unit', testMatch: ['**/*.spec.ts', '**/*.spec.mjs'], testPathIgnorePatterns: [...elsewhere, ...browserFolders, '\\.(db|queue|spin|hsm)\\.spec\\.ts$'] },
  { ...server, displayName: 'db', testMatch: ['**/*.db.spec.ts'], testPathIgnorePatterns: elsewhere, globalSetup: '<rootDir>/tools/jest/database-up.mjs', globalTeardown: '<rootDir>/tools/jest/database-down.mjs' },
  { ...server, displayName: 'queue', testMatch: ['**/*.queue.spec.ts'], testPathIgnorePatterns: elsewhere, globalSetup: '<rootDir>/tools/jest/database-up.mjs', globalTeardown: '<rootDir>/tools/jest/database-down.mjs' },
  { ...server, displayName: 'spin', testMatch: ['**/*.spin.spec.ts'], testPathIgnorePatterns: elsewhere },
  { ...server, displayName: 'hsm', testMatch: ['**/*.hsm.spec.ts'], testPathIgnorePatterns: elsewhere, globalSetup: '<rootDir>/tools/jest/database-up.mjs', globalTeardown: '<rootDir>/tools/jest/database-down.mjs' },
  angular,
  { ...server, displayName: 'browser', testMatch: ['**/apps/e2e/**/*.e2e.spec.ts'], testPathIgnorePatterns: ['/node_modules/', '/dist/'], testTimeout: 120_000, globalSetup: '<rootDir>/tools/jest/browser-up.mjs', globalTeardown: '<rootDir>/tools/jest/browser-down.mjs' },
];

export default { projects, testTimeout: 60_000, maxWorkers: 2, testSequencer: '<rootDir>/tools/jest/slowest-first.mjs' };
