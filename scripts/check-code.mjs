import { ESLint } from 'eslint';
import ts from 'typescript';
import { join } from 'node:path';
import { root } from './steps.mjs';

// Types and lint in one: most of what the linter's rules ask of the compiler it has worked out already.
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fault) => fail([fault]) };
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), { noEmit: true }, host);
const program = ts.createProgram(fileNames, options);
const faults = [...errors, ...ts.getPreEmitDiagnostics(program)];
if (faults.length > 0) fail(faults);

const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, programs: [program] } } }],
});
const results = await eslint.lintFiles(['.']);
const formatter = await eslint.loadFormatter('stylish');
console.log(await formatter.format(results));
if (results.some(({ messages }) => messages.length > 0)) process.exitCode = 1;

function fail(diagnostics) {
  console.log(
    ts.formatDiagnosticsWithColorAndContext(diagnostics, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }),
  );
  process.exit(1);
}
