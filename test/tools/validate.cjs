// Atlassian's validator works on the current folder, so it runs in a process of its own: node validate.cjs PACKAGE
'use strict';
require('./compile-once.cjs');
const { ProcessorBuilder, ValidationTypes } = require(process.argv[2]);

const kinds = ['FULL', 'PRODUCT_TRIGGER', 'DEPRECATED_CSP_METHOD', 'DEPRECATED_EGRESS_PERMISSIONS'];

(async () => {
  const faults = [];
  for (const kind of kinds) {
    const result = await ProcessorBuilder.instance().withValidation(ValidationTypes[kind]).withOptions({}).build().process();
    faults.push(...(result.errors ?? []).map(({ level, line, message }) => `${kind} ${level} line ${line}: ${message}`));
    if (!result.success) faults.push(`${kind} failed`);
  }
  console.log(faults.length === 0 ? 'valid' : faults.join('\n'));
})();
