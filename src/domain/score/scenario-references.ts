import { inside, root, type Place } from './fault';
import { numberIn } from './pain';
import type { Source } from './params';
import { isObject, type Report } from './shape';

type Kind = 'accounts' | 'evidence' | 'insights' | 'problems' | 'opportunities' | 'items';

interface Entry {
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

const kinds: readonly Kind[] = ['accounts', 'evidence', 'insights', 'problems', 'opportunities', 'items'];

const linkRules: readonly { readonly from: Kind; readonly field: string; readonly to: readonly Kind[] }[] = [
  { from: 'evidence', field: 'links', to: ['insights', 'problems'] },
  { from: 'insights', field: 'supports', to: ['problems', 'insights'] },
  { from: 'opportunities', field: 'groups', to: ['problems', 'opportunities'] },
  { from: 'items', field: 'serves', to: ['problems', 'opportunities'] },
];

/** Faults between the parts of a scenario. Reads only what has the right type; the rest was reported with its shape. */
export function checkReferences(scenario: Readonly<Record<string, unknown>>, report: Report): void {
  const kindOf = new Map<string, Kind>();
  for (const kind of kinds) {
    for (const { value, place } of entriesOf(scenario, kind, root)) {
      if (typeof value['id'] !== 'string') continue;
      if (kindOf.has(value['id'])) report(inside(place, 'id'), `${quoted(value['id'])} is used twice`);
      else kindOf.set(value['id'], kind);
    }
  }
  const mustBe = (id: unknown, allowed: readonly Kind[], place: Place) => {
    if (typeof id !== 'string') return;
    const kind = kindOf.get(id);
    if (kind === undefined) report(place, `${quoted(id)} does not exist`);
    else if (!allowed.includes(kind)) report(place, `${quoted(id)} is among the ${kind}, not the ${allowed.join(' or ')}`);
  };
  for (const { from, field, to } of linkRules) {
    for (const owner of entriesOf(scenario, from, root)) {
      for (const link of entriesOf(owner.value, field, owner.place)) mustBe(link.value['to'], to, inside(link.place, 'to'));
    }
  }
  for (const { value, place } of entriesOf(scenario, 'evidence', root)) mustBe(value['account'], ['accounts'], inside(place, 'account'));
  checkParents(entriesOf(scenario, 'items', root), (id, place) => mustBe(id, ['items'], place), report);
}

function checkParents(items: readonly Entry[], mustBeItem: (id: string, place: Place) => void, report: Report): void {
  const parents = new Set(items.map(({ value }) => value['parent']));
  for (const { value, place } of items) {
    const { id, parent } = { id: value['id'], parent: value['parent'] };
    if (typeof parent !== 'string') continue;
    const at = inside(place, 'parent');
    if (parent === id) report(at, `${quoted(parent)} is its own parent`);
    else {
      mustBeItem(parent, at);
      if (typeof id === 'string' && parents.has(id)) report(at, `${quoted(id)} is both a parent and a child`);
    }
  }
}

/** Raw values that say nothing on their source's scale: text that is no number where the source has numeric anchors. */
export function checkRawValues(scenario: Readonly<Record<string, unknown>>, sources: ReadonlyMap<string, Source>, report: Report): void {
  for (const { value, place } of entriesOf(scenario, 'evidence', root)) {
    const { raw, source: name } = { raw: value['raw'], source: value['source'] };
    const source = typeof name === 'string' ? sources.get(name) : undefined;
    if (typeof raw !== 'string' || source === undefined || source.anchors.length === 0) continue;
    if (numberIn(raw) === null && !source.labels.has(raw.trim().toLowerCase())) {
      report(inside(place, 'raw'), `${quoted(raw)} is no number, and the source ${quoted(String(name))} is measured in numbers`);
    }
  }
}

function entriesOf(owner: Readonly<Record<string, unknown>>, field: string, place: Place): readonly Entry[] {
  const list = Object.hasOwn(owner, field) ? owner[field] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, at) => (isObject(value) ? [{ value, place: inside(place, field, at) }] : []));
}

function quoted(id: string): string {
  return JSON.stringify(id);
}
