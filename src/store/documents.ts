import type { ClockPort, DocumentsPort, StoredDocument } from '../actions/ports';
import { moveHead, readHead, type Head } from './heads';
import { deleteValues, getValues, setValues, transact } from './kvs';
import { hashOfPart, inPieces, packed, unpacked } from './packing';
import { shape } from './shapes';

/** Where a part lies: small ones in the head itself, others in values of their own. */
type Place = { readonly hash: string; readonly text: string } | { readonly hash: string; readonly keys: readonly string[] };

interface DocumentHead {
  readonly parts: Readonly<Record<string, Place>>;
  /** Values of the version before this one that this one no longer uses: its readers may still be busy, so the next write removes them. */
  readonly retired: readonly string[];
}

const kept = shape<DocumentHead>('document');
const headKey = (name: string): string => `document.${name}`;
// A head is one value of at most 240 KiB: below this a part costs no read of its own.
const longestInHead = 2_000;

export function createDocuments(clock: ClockPort): DocumentsPort {
  return { read, write };

  async function read(name: string): Promise<StoredDocument> {
    return openDocument(name, await readHead(headKey(name), kept));
  }

  async function write(name: string, since: StoredDocument, changed: ReadonlyMap<string, unknown>): Promise<'written' | 'conflict'> {
    const { version, content } = await readHead(headKey(name), kept);
    if (version !== since.version) return 'conflict';
    const before = content ?? { parts: {}, retired: [] };
    const { parts, values } = laidOut(name, version + 1, before.parts, changed);
    if (parts === before.parts) return 'written';
    await setValues(values);
    // Before the head moves, so that dying right after it leaves nothing behind: these are of a version older than the current one.
    await deleteValues(before.retired);
    const retired = missingIn(keysOf(parts), keysOf(before.parts));
    if (await transact([moveHead('document', headKey(name), version, { parts, retired }, kept, clock)])) return 'written';
    await dropOrphans(
      name,
      values.map(({ key }) => key),
    );
    return 'conflict';
  }

  // Keys carry the version they were written for, and only one writer won it: what its head does not use is used by nobody.
  async function dropOrphans(name: string, keys: readonly string[]): Promise<void> {
    const { content } = await readHead(headKey(name), kept);
    await deleteValues(missingIn([...keysOf(content?.parts ?? {}), ...(content?.retired ?? [])], keys));
  }
}

function laidOut(name: string, version: number, before: DocumentHead['parts'], changed: ReadonlyMap<string, unknown>) {
  const parts = new Map(Object.entries(before));
  const values: { readonly key: string; readonly value: string }[] = [];
  let isChanged = false;
  for (const [part, value] of changed) {
    if (value === undefined) {
      isChanged = parts.delete(part) || isChanged;
      continue;
    }
    const { hash, json } = hashOfPart(value);
    if (parts.get(part)?.hash === hash) continue;
    isChanged = true;
    const text = packed(json);
    if (text.length <= longestInHead) {
      parts.set(part, { hash, text });
      continue;
    }
    const pieces = inPieces(text).map((piece, index) => ({ key: `part.${name}.${version}.${hash}.${index}`, value: piece }));
    values.push(...pieces);
    parts.set(part, { hash, keys: pieces.map(({ key }) => key) });
  }
  // Parts that say the same share their values.
  return { parts: isChanged ? Object.fromEntries(parts) : before, values: [...new Map(values.map((own) => [own.key, own])).values()] };
}

function openDocument(name: string, head: Head<DocumentHead>): StoredDocument {
  let { version, content } = head;
  let isServed = false;
  let isMoved = false;

  async function parts(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const found = (await partsOf(content?.parts ?? {}, names)) ?? (await partsOfNewer(names));
    isServed = true;
    return found;
  }

  // Two writes have passed since the head was read. Parts of two versions never mix: only a reader that has nothing yet may move on.
  async function partsOfNewer(names: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    if (isServed || isMoved) throw new Error(moved(name));
    isMoved = true;
    ({ version, content } = await readHead(headKey(name), kept));
    const found = await partsOf(content?.parts ?? {}, names);
    if (found === undefined) throw new Error(moved(name));
    return found;
  }

  return {
    get version() {
      return version;
    },
    get names() {
      return Object.keys(content?.parts ?? {});
    },
    parts,
    part: async (part) => (await parts([part])).get(part),
  };
}

const moved = (name: string): string => `Document ${name} changed while it was read; reading it again helps.`;

// Undefined where a value is gone; a name that the version does not have is simply not in the answer.
async function partsOf(places: DocumentHead['parts'], names: readonly string[]): Promise<ReadonlyMap<string, unknown> | undefined> {
  const wanted = names.flatMap((name) => {
    const place = places[name];
    return place === undefined ? [] : [{ name, place }];
  });
  const values = await getValues(wanted.flatMap(({ place }) => ('keys' in place ? place.keys : [])));
  const found = new Map<string, unknown>();
  for (const { name, place } of wanted) {
    const pieces = 'text' in place ? [place.text] : place.keys.map((key) => values.get(key));
    if (!pieces.every((piece) => typeof piece === 'string')) return undefined;
    found.set(name, unpacked(pieces.join('')));
  }
  return found;
}

const keysOf = (parts: DocumentHead['parts']): readonly string[] => [...new Set(Object.values(parts).flatMap((place) => ('keys' in place ? place.keys : [])))];

function missingIn(used: readonly string[], keys: readonly string[]): readonly string[] {
  const inUse = new Set(used);
  return keys.filter((key) => !inUse.has(key));
}
