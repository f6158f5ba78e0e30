const transform = {
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
  ],
};
// These packages are ESM only.
const transformIgnorePatterns = ['/node_modules/(?!(jira\\.js|d3-[a-z]+|internmap|minisearch|@apidevtools/json-schema-ref-parser)/)'];

const project = (name, more) => ({
  displayName: name,
  testEnvironment: '<rootDir>/test/environment.ts',
  transform,
  transformIgnorePatterns,
  setupFiles: ['<rootDir>/test/setup.ts'],
  ...more,
});

/** unit: everything without a browser; e2e: a real browser. */
module.exports = {
  testSequencer: '<rootDir>/test/longest-first.cjs',
  projects: [
    project('unit', { testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '/test/e2e/'] }),
    project('e2e', { testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] }),
  ],
};
