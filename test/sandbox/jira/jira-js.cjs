/**
 * The client jira.js in a process of its own: it is an ES module whose parts load one another in circles, which the tests' loader cannot do.
 * One JSON line asks `{ url, email, call, parameters }`, one answers `{ value }` or `{ error }`.
 */
const { createInterface } = require('node:readline');

async function answerTo({ url, email, call, parameters }) {
  const { createAgileClient } = await import('jira.js/agile');
  const { createCloudClient } = await import('jira.js/cloud');
  const { createClient } = await import('jira.js/core');
  // It checks every answer against schemas of its own, and here it may not let one pass.
  const client = createClient({ host: url, auth: { type: 'basic', email, apiToken: 'any' }, onSchemaMismatch: 'throw' });
  const clients = { cloud: createCloudClient(client), agile: createAgileClient(client) };
  const [product, group, method] = call.split('.');
  try {
    return { value: await clients[product][group][method](parameters) };
  } catch (error) {
    return { error: `${error.name} ${error.status ?? ''} ${error.message}` };
  }
}

createInterface({ input: process.stdin }).on('line', async (line) => {
  process.stdout.write(`${JSON.stringify(await answerTo(JSON.parse(line)))}\n`);
});
