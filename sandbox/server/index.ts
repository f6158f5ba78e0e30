import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, ClockOptions } from '../clock';
import { TrackerUnfit } from '../data/tracker/read-lines';
import type { Forge } from '../forge';
import type { FunctionState } from '../forge/bundle';
import { readManifest } from '../forge/manifest';
import { answerControl } from './control-api';
import { createViolations } from './csp';
import { checkConditions } from './display-conditions';
import { createFrames } from './frames';
import { HttpRefusal, serve, type Answered, type Asked } from './http';
import { answerRest } from './rest';
import { createSessions } from './sessions';
import { answerSite } from './site-api';
import type { SiteChoice, SiteLoader } from './site-loader';
import { fileBelow } from './static-files';
import { createWorld, type JiraParts, type SiteJira, type World } from './world';

export interface SandboxOptions {
  /** 0 = any free one; the frames take the next, or any free one. */
  readonly port?: number;
  readonly site?: SiteChoice;
  readonly seed?: number;
  readonly latency?: 'none' | 'real';
  readonly clockMode?: ClockOptions['mode'];
  readonly functionState?: FunctionState;
  /** Check every answer of Jira against Atlassian's documents, where they are at hand. */
  readonly validateAnswers?: boolean;
  readonly logLevel?: 'silent' | 'problems';
  readonly eventDelayMs?: number;
  readonly queueDelayMs?: number;
  readonly kvsQueryLagMs?: number;
  /** Where manifest.yml, build/ and static/ are; the app itself unless a test has its own. */
  readonly root?: string;
  /** The built functions; `build/forge` unless told. */
  readonly bundleDirectory?: string;
  /** The built pages of the site; `build/site` unless told. */
  readonly siteDirectory?: string;
  readonly parts?: SandboxParts;
}

/** What the server is put together from. */
interface SandboxParts {
  readonly createJira: (parts: JiraParts) => SiteJira;
  readonly loadSite: SiteLoader;
}

export interface Sandbox {
  readonly url: string;
  readonly frameUrl: string;
  /** Of the site now; a reset makes new ones. */
  readonly world: World;
  readonly jira: SiteJira;
  readonly forge: Forge;
  readonly clock: Clock;
  reset(choice?: { readonly site?: SiteChoice; readonly seed?: number }): Promise<World>;
  stop(): Promise<void>;
}

const version = '1';
const appRoot = join(__dirname, '../..');

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 3380, root = appRoot, clockMode = 'running', logLevel = 'problems' } = options;
  const { createJira, loadSite } = options.parts ?? (await ownParts());
  const manifest = readManifest(join(root, 'manifest.yml'));
  for (const modules of Object.values(manifest.modules)) for (const { displayConditions } of modules) checkConditions(displayConditions);
  const report = (problem: string) => {
    if (logLevel === 'problems') process.stderr.write(`${problem}\n`);
  };
  const sessions = createSessions();
  const violations = createViolations();
  let site = options.site ?? 'demo';
  let seed = options.seed ?? 1;
  let world: World | undefined;
  const current = () => {
    if (world === undefined) throw new HttpRefusal(503, 'The site is still being made.');
    return world;
  };

  const frames = createFrames({ manifest, root, siteUrl: () => url, violations });
  const siteServer = createServer(serve((asked) => answer(asked), report));
  const frameServer = createServer(serve(frames, report));
  // Two names of this machine: cookies know no ports, and an app's page must not come with the site's.
  const url = `http://localhost:${String(await listen(siteServer, port))}`;
  const frameUrl = `http://127.0.0.1:${String(await listen(frameServer, port === 0 ? 0 : port + 1))}`;

  const build = async (choice: SiteChoice): Promise<World> => {
    const loaded = await loadSite(choice, { seed });
    return createWorld(
      {
        manifest,
        createJira,
        seed,
        clockMode,
        bundleDirectory: options.bundleDirectory ?? join(root, 'build/forge'),
        siteUrl: url,
        functionState: options.functionState ?? 'warm',
        latency: options.latency ?? (clockMode === 'virtual' ? 'real' : 'none'),
        validateAnswers: options.validateAnswers ?? false,
        ...(options.eventDelayMs !== undefined && { eventDelayMs: options.eventDelayMs }),
        ...(options.queueDelayMs !== undefined && { queueDelayMs: options.queueDelayMs }),
        ...(options.kvsQueryLagMs !== undefined && { kvsQueryLagMs: options.kvsQueryLagMs }),
      },
      loaded,
    );
  };
  const replace = async (choice: SiteChoice): Promise<World> => {
    const fresh = await build(choice);
    world?.clock.stop();
    violations.clear();
    world = fresh;
    return fresh;
  };
  const reset = (choice: { readonly site?: SiteChoice; readonly seed?: number } = {}) => {
    site = choice.site ?? site;
    seed = choice.seed ?? seed;
    return replace(site);
  };
  const load = async (ndjson: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const file = join(folder, 'site.ndjson');
    try {
      await writeFile(file, ndjson);
      return await replace({ file });
    } catch (error) {
      // Who sent the lines knows them by number, and nothing of the file they lay in for a moment.
      throw error instanceof TrackerUnfit ? new HttpRefusal(400, error.message.replaceAll(file, 'body')) : error;
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  async function answer(asked: Asked): Promise<Answered> {
    const { pathname } = asked.url;
    if (pathname.startsWith('/rest/')) return answerRest(current(), sessions, asked);
    if (pathname.startsWith('/__site/')) return answerSite(current(), sessions, frameUrl, asked);
    if (pathname.startsWith('/__sandbox/')) {
      if (process.env['NODE_ENV'] === 'production') throw new HttpRefusal(404, 'The control API is off in production.');
      return answerControl({ world: current(), violations, version, reset, load }, asked);
    }
    const pages = options.siteDirectory ?? join(root, 'build/site');
    // A path without a file ending is a place in the site, which its own script knows.
    const found = (await fileBelow(pages, pathname)) ?? (/\.\w+$/.test(pathname) ? undefined : await fileBelow(pages, '/index.html'));
    if (found === undefined) throw new HttpRefusal(404, `There is no ${pathname}; are the pages of the site built?`);
    return found;
  }

  const stop = async () => {
    world?.clock.stop();
    await Promise.all([siteServer, frameServer].map(close));
  };
  try {
    await replace(site);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    frameUrl,
    get world() {
      return current();
    },
    get jira() {
      return current().jira;
    },
    get forge() {
      return current().forge;
    },
    get clock() {
      return current().clock;
    },
    reset,
    stop,
  };
}

async function ownParts(): Promise<SandboxParts> {
  const [{ createJira }, { loadSite }] = await Promise.all([import('../jira'), import('../data')]);
  return { createJira, loadSite };
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(portOf(server.address())));
  });

const portOf = (address: string | AddressInfo | null): number => (typeof address === 'object' && address !== null ? address.port : 0);

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
