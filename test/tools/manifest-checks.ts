import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Manifest } from './manifest';

interface EventMapping {
  readonly mapping: readonly { readonly productEvent: string }[];
}

const knownEvents = (): ReadonlySet<string> => {
  const file = join(root, 'node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json');
  const { mapping } = JSON.parse(readFileSync(file, 'utf8')) as EventMapping;
  return new Set([...mapping.map(({ productEvent }) => productEvent), 'avi:forge:installed:app', 'avi:forge:upgraded:app']);
};

/** What Atlassian's tools let through and production does not: a sentence per fault. */
export function faultsOf(manifest: Manifest): readonly string[] {
  return [...eventFaults(manifest), ...scheduleFaults(manifest), ...indexFaults(manifest), ...resourceFaults(manifest)];
}

function eventFaults({ modules }: Manifest): readonly string[] {
  const known = knownEvents();
  return modules.trigger.flatMap(({ events }) => events.filter((event) => !known.has(event)).map((event) => `No product sends the event ${event}.`));
}

function scheduleFaults({ modules }: Manifest): readonly string[] {
  const schedules = modules.scheduledTrigger;
  const frequent = schedules.filter(({ interval }) => interval === 'fiveMinute');
  return [
    ...(schedules.length > 5 ? ['Forge runs at most 5 schedules.'] : []),
    ...(frequent.length > 1 ? ['Forge runs at most one schedule every five minutes.'] : []),
  ];
}

function indexFaults({ app }: Manifest): readonly string[] {
  const { entities } = app.storage;
  return [
    ...(entities.length > 20 ? ['Forge stores at most 20 entities.'] : []),
    ...entities.flatMap(({ name, attributes, indexes }) => [
      ...(indexes.length > 7 ? [`${name} has more than 7 indexes.`] : []),
      ...indexes.flatMap((index) => {
        if (typeof index === 'string') return index in attributes ? [] : [`${name} indexes ${index}, which it does not have.`];
        const unknown = [...index.range, ...(index.partition ?? [])].filter((attribute) => !(attribute in attributes));
        return [
          ...(index.range.length === 1 ? [] : [`${name}.${index.name} must have exactly one range attribute.`]),
          ...unknown.map((attribute) => `${name}.${index.name} names ${attribute}, which ${name} does not have.`),
        ];
      }),
    ]),
  ];
}

function resourceFaults(manifest: Manifest): readonly string[] {
  const entries = new Map<string, string>(
    manifest.resources.flatMap(({ key, entry }) => Object.entries(entry).map(([name, file]) => [`${key}/${name}`, file] as const)),
  );
  const text = JSON.stringify(manifest.modules);
  const used = [...text.matchAll(/"resource":"([^"]+)"/g)].map(([, name]) => name ?? '');
  const icons = [...text.matchAll(/"resource:(\w+);([^"]+)"/g)].map(([, , file]) => file ?? '');
  return [
    ...used.filter((name) => !entries.has(name)).map((name) => `No resource entry is called ${name}.`),
    ...[...entries].filter(([, file]) => !existsSync(join(root, 'static', file))).map(([name, file]) => `${name} names ${file}, which is no page.`),
    ...[...entries.keys()].filter((name) => !used.includes(name)).map((name) => `Nothing opens ${name}.`),
    ...icons.filter((file) => !existsSync(join(root, 'static/public', file))).map((file) => `There is no icon ${file}.`),
  ];
}
