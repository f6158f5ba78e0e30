import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../forge/manifest';
import { policyOf, type Violations } from './csp';
import { HttpRefusal, type Answered, type Asked } from './http';
import { fileBelow } from './static-files';

export interface FrameParts {
  readonly manifest: Manifest;
  /** Folder of the manifest: resources are named from there. */
  readonly root: string;
  readonly siteUrl: () => string;
  readonly violations: Violations;
}

const bridgeScript = join(__dirname, '../forge/global-bridge.js');
const bridgeTag = '<script src="./__forge__/global-bridge.js"></script>';

/** The origin of the app's pages, as Atlassian's CDN is one: `/RESOURCE/file`, with the bridge first and the policy on. */
export const createFrames =
  ({ manifest, root, siteUrl, violations }: FrameParts) =>
  async ({ method, url, body }: Asked): Promise<Answered> => {
    const [, key = '', path = ''] = /^\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    const resource = manifest.resources.get(key);
    if (resource === undefined) throw new HttpRefusal(404, `The manifest has no resource "${key}".`);

    if (path.endsWith('__forge__/csp-violation') && method === 'POST') {
      violations.record(body);
      return { status: 204 };
    }
    if (path.endsWith('__forge__/global-bridge.js'))
      return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }, body: await readFile(bridgeScript) };

    const file = await fileBelow(join(root, resource.path), path);
    if (file === undefined) throw new HttpRefusal(404, `${resource.path} has no ${path}: build the pages first.`);
    if (!path.endsWith('.html')) return file;
    const html = String(file.body).replace(/<head[^>]*>/, (head) => head + bridgeTag);
    const policy = policyOf(html, manifest, siteUrl(), `/${key}/__forge__/csp-violation`);
    return { ...file, headers: { ...file.headers, 'content-security-policy': policy }, body: html };
  };
