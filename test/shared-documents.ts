import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder with Atlassian's OpenAPI documents and the real tracker, which are read where they lie and never copied here.
 * Undefined where it is absent: the tests that need it are then skipped, loudly, and with CI set they fail.
 */
export function sharedFolder(): string | undefined {
  const folder = process.env['GROUNDWORK_SHARED'];
  if (folder !== undefined && existsSync(join(folder, 'jira-openapi', 'platform.json'))) return folder;
  if (process.env['CI'] !== undefined) throw new Error('GROUNDWORK_SHARED must name the folder with jira-openapi/ and data/.');
  console.warn('SKIPPED: tests that read Atlassian’s documents; set GROUNDWORK_SHARED to the folder that has jira-openapi/ and data/.');
  return undefined;
}
