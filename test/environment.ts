import { TestEnvironment } from 'jest-environment-node';
import { openDocument } from '../sandbox/jira/openapi/open-document';

/** Every test file has its own modules; Atlassian's documents, which take seconds to read and compile, are shared by all files of a worker. */
export default class SharingDocuments extends TestEnvironment {
  constructor(...how: ConstructorParameters<typeof TestEnvironment>) {
    super(...how);
    Object.assign(this.global, { openDocument });
  }
}
