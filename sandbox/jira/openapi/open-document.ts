import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Document } from 'openapi-backend';

const opened = new Map<string, Promise<OpenAPIBackend>>();

/** One of Atlassian's documents with what checks calls against it: read once, and compiled operation by operation as they are called. */
export function openDocument(file: string): Promise<OpenAPIBackend> {
  const known = opened.get(file) ?? read(file);
  opened.set(file, known);
  return known;
}

async function read(file: string): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: JSON.parse(readFileSync(file, 'utf8')) as Document,
    // Compiles what an operation needs when it is first called; all of it would take seconds.
    quick: true,
    // Holding each of Atlassian's schemas against the schema of schemas, and making code shorter, takes longer than all that is asked of it.
    ajvOpts: { strict: false, allErrors: true, validateSchema: false, code: { optimize: false } },
    customizeAjv: (ajv) => {
      addFormats(ajv);
      return ajv;
    },
  });
  await api.init();
  // It would list every operation anew at each call, which takes longer than the call.
  for (const router of [api.router, api.validator.router]) {
    const operations = router.getOperations();
    const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
    router.getOperations = () => operations;
    router.getOperation = (id) => byId.get(id);
  }
  return api;
}
