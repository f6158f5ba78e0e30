import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { lineShape, type Line } from './line';

/** A file that cannot be taken in, with every place where it does not fit. */
export class TrackerUnfit extends Error {
  override readonly name = 'TrackerUnfit';
}

const mostFaults = 10;

/** All issues of an export, one JSON object a line, or an error that names file, line and field of what does not fit. */
export async function readLines(path: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const faults: string[] = [];
  const clashes = clashesWithEarlier();
  let count = 0;
  try {
    for await (const text of textLines(path)) {
      count += 1;
      if (text.trim() === '') continue;
      const parsed = parse(text.replace(/^\uFEFF/, ''));
      const own = parsed.ok ? clashes(parsed.line, count) : parsed.faults;
      faults.push(...own.map((fault) => `${path}:${count}: ${fault}`));
      if (parsed.ok) lines.push(parsed.line);
    }
  } catch (error) {
    throw new TrackerUnfit(`${path}: cannot be read${count > 0 ? ` beyond line ${count}` : ''}: ${String(error).replace(/^\w*Error: /, '')}`);
  }
  if (faults.length === 0 && lines.length === 0) faults.push(`${path}: holds no issues; it should be one JSON object a line`);
  if (faults.length > 0) throw new TrackerUnfit(listed(faults));
  return lines;
}

/** What one line says against those before it. */
function clashesWithEarlier(): (line: Line, at: number) => readonly string[] {
  const ids = new Map<string, number>();
  const keys = new Map<string, number>();
  const statuses = new Map<string, { readonly category: string; readonly at: number }>();
  return ({ id, key, status, statusCategory: category }, at) => {
    const faults: string[] = [];
    const [idAt, keyAt, known] = [ids.get(id), keys.get(key), statuses.get(status)];
    if (idAt !== undefined) faults.push(`id: "${id}" is on line ${idAt} already`);
    if (keyAt !== undefined) faults.push(`key: "${key}" is on line ${keyAt} already`);
    if (known !== undefined && known.category !== category) faults.push(`statusCategory: "${status}" is "${known.category}" on line ${known.at}`);
    ids.set(id, idAt ?? at);
    keys.set(key, keyAt ?? at);
    statuses.set(status, known ?? { category, at });
    return faults;
  };
}

function textLines(path: string): AsyncIterable<string> {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return createInterface({ input: file, crlfDelay: Infinity });
  const unpacked = createGunzip();
  // A pipe does not hand on errors of its source.
  file.on('error', (error) => unpacked.destroy(error));
  return createInterface({ input: file.pipe(unpacked), crlfDelay: Infinity });
}

type Parsed = { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly faults: readonly string[] };

function parse(text: string): Parsed {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, faults: ['is no JSON object'] };
  }
  const { success, data, error } = lineShape.safeParse(json);
  return success ? { ok: true, line: data } : { ok: false, faults: error.issues.map(phrase) };
}

const phrase = ({ path, message }: z.core.$ZodIssue): string => `${path.map(String).join('.') || 'the line'}: ${message}`;

const listed = (faults: readonly string[]): string =>
  [...faults.slice(0, mostFaults), ...(faults.length > mostFaults ? [`and ${faults.length - mostFaults} more`] : [])].join('\n');
