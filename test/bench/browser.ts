import { join } from 'node:path';

/** The browser that the tests use, found in the same way. */
export async function browserPath(): Promise<string> {
  const finder = (await import(join(__dirname, '../../scripts/find-browser.mjs'))) as { readonly findBrowser: () => Promise<string | undefined> };
  const found = await finder.findBrowser();
  if (found === undefined) throw new Error('There is no browser.');
  return found;
}
