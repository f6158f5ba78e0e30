// Atlassian's linter without its network: node lint.cjs FOLDER-OF-OPENAPI-DOCUMENTS
'use strict';
require('./compile-once.cjs');
const { mkdtempSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { readFile } = require('node:fs/promises');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const YAML = require('yaml');

const documents = process.argv[2];
const nothing = join(mkdtempSync(join(tmpdir(), 'lint-')), 'nothing.json');
writeFileSync(nothing, '{"paths":{}}');
Object.assign(process.env, {
  USE_LOCAL_SWAGGER: '1',
  LOCAL_JIRA_SWAGGER: join(documents, 'platform.json'),
  LOCAL_JSW_SWAGGER: join(documents, 'software.json'),
  LOCAL_JSM_SWAGGER: nothing,
  LOCAL_CONF_SWAGGER: nothing,
  LOCAL_CONF_V2_SWAGGER: nothing,
  LOCAL_BB_SWAGGER: nothing,
});
const { lint } = require('@forge/lint');

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name));
const quiet = () => undefined;
const logger = { info: quiet, debug: quiet, trace: quiet, warn: quiet, error: quiet };

// What fits its types, the project's own check says: the linter itself only looks at the syntax.
const syntaxAlone = { errorOnTypeScriptSyntacticAndSemanticIssues: false, project: null };
const parseFunction = async (filepath, parser) => ({ filepath, ast: await parser(await readFile(filepath, 'utf8'), filepath, syntaxAlone) });

(async () => {
  const manifest = YAML.parse(readFileSync('manifest.yml', 'utf8'));
  const how = { linter: { mode: 'client-side' }, parseFunction };
  const results = await lint(files, manifest, 'development', logger, { getDeprecatedRuntimes: async () => [] }, how);
  const faults = [...results]
    .flatMap((result) => [...(result.errors ?? []), ...(result.warnings ?? [])])
    .map((fault) => fault.message ?? JSON.stringify(fault));
  console.log(faults.length === 0 ? 'clean' : faults.join('\n'));
})();
