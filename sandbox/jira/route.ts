import type { z } from 'zod';
import type { JiraCaller } from './call';
import { refuse } from './refusal';
import type { Site } from './site';
import type { Viewer } from './viewer';

/** One call on its way through a handler. */
export interface Ask {
  readonly site: Site;
  readonly viewer: Viewer;
  readonly caller: JiraCaller;
  readonly query: Query;
  readonly body: unknown;
  param(name: string): string;
  /** The body as a schema wants it; anything else is refused by the name of the place. */
  parse<Value>(schema: z.ZodType<Value>): Value;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many issues, projects, users … it holds or wrote: what Atlassian charges for. */
  readonly objects?: number;
}

type Handler = (ask: Ask) => Reply | Promise<Reply>;
export type Charge = 'read' | 'identity' | 'write';
export type DocumentName = 'platform' | 'software';

export interface Route {
  readonly method: string;
  readonly path: string;
  /** The operationId in Atlassian's document. */
  readonly operation: string;
  readonly document: DocumentName;
  readonly charge: Charge;
  readonly handle: Handler;
}

type Row = readonly [address: string, operation: string, charge: Charge, handle: Handler];

export function routes(document: DocumentName, rows: readonly Row[]): Route[] {
  return rows.map(([address, operation, charge, handle]) => {
    const [method = '', path = ''] = address.split(' ');
    return { method, path, operation, document, charge, handle };
  });
}

export const ok = (body: unknown, objects = 1): Reply => ({ status: 200, body, objects });
export const created = (body: unknown, objects = 1): Reply => ({ status: 201, body, objects });
export const done = (objects = 1): Reply => ({ status: 204, objects });

/** The query of a call; names and types are Jira's. */
export class Query {
  constructor(private readonly values: URLSearchParams) {}

  text(name: string): string | undefined {
    return this.values.get(name) ?? undefined;
  }

  number(name: string, otherwise: number): number {
    const text = this.values.get(name);
    if (text === null || text === '') return otherwise;
    const value = Number(text);
    if (!Number.isInteger(value)) throw refuse(400, `The value '${text}' is not valid for the parameter '${name}'.`);
    return value;
  }

  flag(name: string, otherwise: boolean): boolean {
    const text = this.values.get(name);
    return text === null ? otherwise : text === 'true';
  }

  /** Repeated or parted by commas, Jira takes both. */
  list(name: string): string[] {
    return this.values
      .getAll(name)
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }

  has(name: string): boolean {
    return this.values.has(name);
  }
}

export function parseWith<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw refuse(400, `Invalid request payload. Refer to the REST API documentation and try again. (${places.join('; ')})`);
}

interface Node {
  readonly fixed: Map<string, Node>;
  open: { readonly name: string; readonly node: Node } | undefined;
  readonly byMethod: Map<string, Route>;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the route of an address; a written segment wins over an open one. */
export class Router {
  private readonly root = newNode();

  constructor(table: readonly Route[]) {
    for (const route of table) this.add(route);
  }

  match(method: string, path: string): Match | undefined {
    const found = walk(this.root, segmentsOf(path), method, {});
    return found;
  }

  private add(route: Route): void {
    let node = this.root;
    const names: string[] = [];
    for (const segment of segmentsOf(route.path)) {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        const next = node.fixed.get(segment) ?? newNode();
        node.fixed.set(segment, next);
        node = next;
      } else {
        names.push(name);
        node.open ??= { name: String(names.length), node: newNode() };
        node = node.open.node;
      }
    }
    if (node.byMethod.has(route.method)) throw new Error(`Two routes for ${route.method} ${route.path}`);
    node.byMethod.set(route.method, route);
  }
}

const newNode = (): Node => ({ fixed: new Map(), open: undefined, byMethod: new Map() });
const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

function walk(node: Node, segments: readonly string[], method: string, taken: Readonly<Record<string, string>>): Match | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    const route = node.byMethod.get(method);
    if (route === undefined) return undefined;
    const names = [...route.path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name ?? '');
    return { route, params: Object.fromEntries(names.map((name, at) => [name, taken[String(at + 1)] ?? ''])) };
  }
  const fixed = node.fixed.get(segment);
  const viaFixed = fixed && walk(fixed, rest, method, taken);
  if (viaFixed !== undefined) return viaFixed;
  if (node.open === undefined) return undefined;
  return walk(node.open.node, rest, method, { ...taken, [node.open.name]: decoded(segment) });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
