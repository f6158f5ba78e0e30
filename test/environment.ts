import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';
import { openDocument } from '../sandbox/jira/openapi/open-document';

// Every storage that was run in once makes every promise of the process dearer until it is disabled: test files shall not pay for those before them.
const used = new Set<AsyncLocalStorage<unknown>>();
const storages: { run: (...how: never[]) => unknown } = AsyncLocalStorage.prototype;
storages.run = new Proxy(storages.run, {
  apply(run, storage: AsyncLocalStorage<unknown>, how: never[]) {
    used.add(storage);
    const result: unknown = Reflect.apply(run, storage, how);
    return result;
  },
});

/** Every test file has its own modules; Atlassian's documents, which take seconds to read and compile, are shared by all files of a worker. */
export default class SharingDocuments extends TestEnvironment {
  constructor(...how: ConstructorParameters<typeof TestEnvironment>) {
    super(...how);
    Object.assign(this.global, { openDocument });
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
}
