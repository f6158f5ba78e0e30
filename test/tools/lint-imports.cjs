// What the project's own ESLint configuration says of imports: node lint-imports.cjs '[["src/domain/gate.ts", "zod"], …]'
'use strict';
const { ESLint } = require('eslint');

const eslint = new ESLint({
  // Types say nothing about who imports whom, and reading them takes a minute.
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
});

(async () => {
  const answers = [];
  for (const [filePath, from] of JSON.parse(process.argv[2])) {
    const [result] = await eslint.lintText(`import * as imported from '${from}';\nexport { imported };\n`, { filePath });
    answers.push(result.messages.map(({ message }) => message));
  }
  console.log(JSON.stringify(answers));
})();
