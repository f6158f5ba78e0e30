// Atlassian's tools compile one and the same schema of 1.5 MB for each kind of check, for many seconds each time: once is enough.
'use strict';
const { default: Ajv } = require('ajv');

const compile = Ajv.prototype.compile;
const compiled = new Map();

Ajv.prototype.compile = function compileOnce(schema, meta) {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  // Half of the time goes into making code shorter that runs once.
  this.opts.code.optimize = 0;
  const made = compile.call(this, schema, meta);
  compiled.set(schema, made);
  return made;
};
