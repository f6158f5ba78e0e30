import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadTracker } from '../../../sandbox/data/tracker';
import { startSandbox } from '../../../sandbox/server';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tracker-'));
});
afterAll(() => rm(folder, { recursive: true }));

let lastId = 500;
const line = (key: string, own: object = {}): object => ({
  id: String((lastId += 1)),
  key,
  type: 'Bug',
  summary: `${key} summary`,
  status: 'Open',
  statusCategory: 'new',
  created: '2019-03-04T10:00:00.000+0000',
  updated: '2020-05-06T23:30:00.000+0000',
  reporter: 'u1a2b3c4d',
  ...own,
});

async function fileOf(lines: readonly (object | string)[], name = 'tracker.ndjson'): Promise<string> {
  const path = join(folder, name);
  const text = lines.map((own) => (typeof own === 'string' ? own : JSON.stringify(own))).join('\n');
  await writeFile(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

async function load(...lines: readonly (object | string)[]) {
  const { data } = await loadTracker(await fileOf(lines), { seed: 1 });
  const issue = (key: string) => {
    const found = data.issues.find((own) => own.key === key);
    if (!found) throw new Error(`${key} was not loaded`);
    return found;
  };
  const typeOf = (key: string) => data.issueTypes.find(({ id }) => id === issue(key).typeId)?.name;
  return { data, issue, typeOf };
}

/** What the file is refused with, without the folder it lies in. */
async function refusalOf(lines: readonly (object | string)[]): Promise<string> {
  const path = await fileOf(lines);
  return loadTracker(path, { seed: 1 }).then(
    () => 'loaded',
    (error: unknown) => (error instanceof Error ? error.message.replaceAll(path, 'FILE') : 'no error'),
  );
}

describe('a tracker', () => {
  test('keeps keys, dates, reporter, points, status and resolution', async () => {
    const { data, issue } = await load(
      line('OIL-1', {
        storyPoints: 2.5,
        status: 'Closed',
        statusCategory: 'done',
        resolution: 'Fixed',
        resolved: '2019-03-05T10:00:00.000+0000',
        components: ['Pump', 'Gauge'],
      }),
    );
    expect(issue('OIL-1')).toMatchObject({
      created: '2019-03-04T10:00:00.000Z',
      updated: '2020-05-06T23:30:00.000Z',
      resolved: '2019-03-05T10:00:00.000Z',
      resolution: 'Fixed',
      reporterName: 'u1a2b3c4d',
      storyPoints: 2.5,
      components: ['Pump', 'Gauge'],
    });
    expect(data.statuses.find(({ id }) => id === issue('OIL-1').statusId)).toMatchObject({ name: 'Closed', category: 'done' });
    expect(data.projects).toMatchObject([{ key: 'OIL', components: ['Gauge', 'Pump'] }]);
  });

  test('opens on the morning after the last change', async () => {
    expect((await load(line('OIL-1'))).data.now).toBe('2020-05-07T09:00:00.000Z');
  });

  test('is the same packed and unpacked, whatever the seed', async () => {
    const lines = [line('OIL-1'), line('OIL-2')];
    const plain = await loadTracker(await fileOf(lines), { seed: 1 });
    expect(await loadTracker(await fileOf(lines, 'tracker.ndjson.gz'), { seed: 2 })).toEqual(plain);
  });

  test('ranks issues in the order in which they came', async () => {
    const { data } = await load(line('OIL-1', { created: '2020-01-02T00:00:00Z' }), line('OIL-2', { created: '2020-01-01T00:00:00Z' }));
    expect(data.issues.map(({ key }) => key)).toEqual(['OIL-2', 'OIL-1']);
  });

  test.each([
    ['Critical', 'Highest'],
    ['High', 'High'],
    ['Trivial', 'Lowest'],
    ['None', undefined],
  ])('priority %s is %s', async (priority, expected) => {
    expect((await load(line('OIL-1', { priority }))).issue('OIL-1').priority).toBe(expected);
  });

  test('stories belong to their epic, parts to their whole', async () => {
    const { issue } = await load(
      line('OIL-1', { type: 'Epic' }),
      line('OIL-2', { type: 'Story', epic: 'OIL-1' }),
      line('OIL-3', { type: 'Technical task', parent: 'OIL-2' }),
    );
    expect([issue('OIL-2').parentKey, issue('OIL-3').parentKey]).toEqual(['OIL-1', 'OIL-2']);
  });

  test('what names an epic or a whole that is not there stands alone', async () => {
    const { issue, typeOf } = await load(line('OIL-2', { type: 'Story', epic: 'OIL-9' }), line('OIL-3', { type: 'Sub-task', parent: 'GAS-1' }));
    expect([issue('OIL-2').parentKey, issue('OIL-3').parentKey, typeOf('OIL-3')]).toEqual([undefined, undefined, 'Task']);
  });

  test('a type nobody knows is one of its own', async () => {
    const { data, typeOf } = await load(line('OIL-1', { type: 'Incident' }));
    expect(typeOf('OIL-1')).toBe('Incident');
    expect(data.issueTypeSchemes[0]?.issueTypeIds).toEqual(data.issueTypes.map(({ id }) => id));
  });

  test('a link told of at both ends is one, and points where the words say', async () => {
    const { data } = await load(line('OIL-1', { links: [['Blocks', 'outward', 'OIL-2']] }), line('OIL-2', { links: [['Blocks', 'inward', 'OIL-1']] }));
    expect(data.links).toEqual([{ typeName: 'Blocks', from: 'OIL-1', to: 'OIL-2' }]);
    expect(data.linkTypes).toContainEqual(expect.objectContaining({ name: 'Blocks', inward: 'is blocked by', outward: 'blocks' }));
  });

  test('a link type nobody knows reads by its name from both sides', async () => {
    const { data } = await load(line('OIL-1', { links: [['Gantt: start-finish', 'inward', 'OIL-2']] }), line('OIL-2'));
    expect(data.links).toEqual([{ typeName: 'Gantt: start-finish', from: 'OIL-2', to: 'OIL-1' }]);
    expect(data.linkTypes).toContainEqual(
      expect.objectContaining({ name: 'Gantt: start-finish', inward: 'gantt: start-finish', outward: 'gantt: start-finish' }),
    );
  });

  test('a link to an issue that moved away is left out', async () => {
    expect((await load(line('OIL-1', { links: [['Relates', 'outward', 'GAS-7']] }))).data.links).toEqual([]);
  });

  test('a description has one kind of line end, and says where it was cut', async () => {
    const { issue } = await load(line('OIL-1', { description: 'It leaks.\r\n\r\nBadly', descriptionCut: true }));
    expect(issue('OIL-1').description).toBe('It leaks.\n\nBadly…');
  });
});

describe('a file that does not fit', () => {
  test.each([
    { name: 'a field of the wrong type', lines: [line('OIL-1'), line('OIL-2', { storyPoints: '3' })], says: /^FILE:2: storyPoints: .*expected number/ },
    { name: 'a field that is missing', lines: [line('OIL-1', { summary: undefined })], says: /^FILE:1: summary: / },
    { name: 'a wrong direction of a link', lines: [line('OIL-1', { links: [['Blocks', 'sideways', 'OIL-2']] })], says: /^FILE:1: links\.0\.1: / },
    { name: 'a priority without a place', lines: [line('OIL-1', { priority: 'P0' })], says: /^FILE:1: priority: is none of Blocker, / },
    { name: 'a date in another form', lines: [line('OIL-1', { created: '4 March' })], says: /^FILE:1: created: is no date such as / },
    { name: 'a day that does not exist', lines: [line('OIL-1', { created: '2019-13-45T00:00:00Z' })], says: /^FILE:1: created: is a day that does not exist$/ },
    { name: 'a line that is no JSON', lines: [line('OIL-1'), '', '{"id": '], says: /^FILE:3: is no JSON object$/ },
    { name: 'a key used twice', lines: [line('OIL-1'), line('OIL-1')], says: /^FILE:2: key: "OIL-1" is on line 1 already$/ },
    {
      name: 'a status in two categories',
      lines: [line('OIL-1'), line('OIL-2', { statusCategory: 'done' })],
      says: /^FILE:2: statusCategory: "Open" is "new" on line 1$/,
    },
    { name: 'nothing in it', lines: [], says: /^FILE: holds no issues; / },
  ])('$name is named by file, line and field', async ({ lines, says }) => {
    expect(await refusalOf(lines)).toMatch(says);
  });

  test('all faults are listed, the first ten by name', async () => {
    const refusal = await refusalOf(Array.from({ length: 13 }, (_, at) => line(`OIL-${at + 1}`, { status: '' })));
    expect(refusal.split('\n')).toHaveLength(11);
    expect(refusal).toMatch(/\nand 3 more$/);
  });

  test('a file that is not there is named', async () => {
    await expect(loadTracker(join(folder, 'nothing.ndjson'), { seed: 1 })).rejects.toThrow(/nothing\.ndjson: cannot be read: ENOENT/);
  });

  test('a packed file that breaks off is named', async () => {
    const path = await fileOf([line('OIL-1'), line('OIL-2')], 'torn.ndjson.gz');
    await writeFile(path, (await readFile(path)).subarray(0, 60));
    await expect(loadTracker(path, { seed: 1 })).rejects.toThrow(/torn\.ndjson\.gz: cannot be read.*unexpected end of file/);
  });

  test('leaves a running site as it is, and says which line it was', async () => {
    const sandbox = await startSandbox({ port: 0, site: { file: await fileOf([line('OIL-1')]) }, logLevel: 'silent' });
    try {
      const body = [line('GAS-1'), line('GAS-2', { status: '' })].map((own) => JSON.stringify(own)).join('\n');
      const answer = await fetch(`${sandbox.url}/__sandbox/load`, { method: 'POST', body });
      expect([answer.status, await answer.json()]).toEqual([400, { error: 'body:2: status: is empty' }]);
      expect(sandbox.world.projects.map(({ key }) => key)).toEqual(['OIL']);
    } finally {
      await sandbox.stop();
    }
  });
});
