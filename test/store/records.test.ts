import { describe, expect, test } from '@jest/globals';
import { createStore } from '../../src/store';
import { shape } from '../../src/store/shapes';
import { issue, person, project, statement } from './builders';
import { openStorage } from './storage';

const open = (options?: Parameters<typeof openStorage>[0]) => {
  const storage = openStorage(options);
  return { storage, store: createStore(storage) };
};

describe('settings', () => {
  test('of two admins who save at once, one is told', async () => {
    const { store } = open();
    const settings = await store.settings.read();
    expect(settings.version).toBe(0);
    expect(await store.settings.save({ ...settings, backlogProjects: [project(10001)] })).toBe('saved');
    expect(await store.settings.save({ ...settings, backlogProjects: [] })).toBe('conflict');
    expect(await store.settings.read()).toMatchObject({ version: 1, backlogProjects: ['10001'] });
  });
});

describe('customers', () => {
  test('a name typed twice, in any case, is one customer', async () => {
    const { store } = open();
    const [acme, again] = await Promise.all([store.customers.ensure('Acme Logistics'), store.customers.ensure(' acme logistics ')]);
    expect(again.id).toBe(acme.id);
    expect(await store.customers.startingWith('ACME', 8)).toHaveLength(1);
  });

  test('a renamed customer is found under its new name', async () => {
    const { store } = open();
    const acme = await store.customers.ensure('Acme');
    await store.customers.save({ ...acme, name: 'Acme Logistics', value: 190_000 });
    expect(await store.customers.ensure('Acme Logistics')).toMatchObject({ id: acme.id, value: 190_000 });
    expect((await store.changes.pending(5)).map(({ change }) => change.kind)).toEqual(['customers']);
  });

  test("a reporter's customer is remembered", async () => {
    const { store } = open();
    const acme = await store.customers.ensure('Acme');
    await store.customers.rememberReporter(person('712020:ab-cd'), acme.id, 'first');
    expect(await store.customers.ofReporter(person('712020:ab-cd'))).toMatchObject({ name: 'Acme' });
    expect(await store.customers.ofReporter(person('somebody'))).toBeUndefined();
  });

  test('a reporter who writes for somebody moves by choice only', async () => {
    const { store } = open();
    const [acme, bolt] = await Promise.all([store.customers.ensure('Acme'), store.customers.ensure('Bolt')]);
    await store.customers.rememberReporter(person('user-pm'), acme.id, 'first');
    await store.customers.rememberReporter(person('user-pm'), bolt.id, 'first');
    expect(await store.customers.ofReporter(person('user-pm'))).toMatchObject({ name: 'Acme' });
    await store.customers.rememberReporter(person('user-pm'), bolt.id, 'chosen');
    expect(await store.customers.ofReporter(person('user-pm'))).toMatchObject({ name: 'Bolt' });
  });

  test('asking whom a name means makes nobody', async () => {
    const { store } = open();
    const asked = await store.customers.named('Acme Logistics');
    expect(await store.customers.read([asked.id])).toEqual([]);
    expect(await store.customers.ensure(' acme logistics ')).toMatchObject({ id: asked.id });
  });
});

describe('changes', () => {
  test('the same change noted a hundred times is one note', async () => {
    const { store } = open();
    for (let times = 0; times < 100; times += 1) await store.changes.note([{ kind: 'issue', issueId: issue(20001) }]);
    expect(await store.changes.pending(100)).toHaveLength(1);
  });

  test('a note that was renewed meanwhile is not forgotten, the others are', async () => {
    const { store } = open();
    await store.changes.note([1, 2, 3].map((id) => ({ kind: 'issue', issueId: issue(id) })));
    const taken = await store.changes.pending(100);
    await store.changes.note([{ kind: 'issue', issueId: issue(2) }]);
    await store.changes.done(taken);
    expect((await store.changes.pending(100)).map(({ change }) => change)).toEqual([{ kind: 'issue', issueId: '2' }]);
  });

  test('more notes than a batch takes are all there', async () => {
    const { store } = open();
    await store.changes.note(Array.from({ length: 130 }, (_, at) => ({ kind: 'issue', issueId: issue(at + 1) })));
    const pending = await store.changes.pending(1_000);
    expect(pending).toHaveLength(130);
    await store.changes.done(pending);
    expect(await store.changes.pending(1_000)).toEqual([]);
  });
});

describe('runs', () => {
  test('a hundred pushes make one run, and the next after it has started', async () => {
    const { storage, store } = open();
    for (let times = 0; times < 100; times += 1) await store.runs.push({ v: 1, kind: 'refresh' });
    expect(storage.pushed).toHaveLength(1);
    await store.runs.started({ v: 1, kind: 'refresh' });
    await store.runs.push({ v: 1, kind: 'refresh' });
    expect(storage.pushed).toHaveLength(2);
  });

  test('a run that never came is pushed again after a while', async () => {
    const { storage, store } = open();
    await store.runs.push({ v: 1, kind: 'publish', projectId: project(10001) });
    storage.advance(700);
    await store.runs.push({ v: 1, kind: 'publish', projectId: project(10001) });
    expect(storage.pushed).toHaveLength(1);
    storage.advance(100);
    await store.runs.push({ v: 1, kind: 'publish', projectId: project(10001) });
    expect(storage.pushed).toHaveLength(2);
    expect(storage.pushed[0]?.delayInSeconds).toBe(600);
  });

  test('a push that failed does not hold up the next', async () => {
    const { storage, store } = open();
    storage.before = (path) => {
      if (path.includes('queue')) throw new Error('no queue');
    };
    await expect(store.runs.push({ v: 1, kind: 'refresh' })).rejects.toThrow('no queue');
    storage.before = () => undefined;
    await store.runs.push({ v: 1, kind: 'refresh' });
    expect(storage.pushed).toHaveLength(1);
  });
});

describe('claims, link notes and the gate', () => {
  test('the first takes a claim, the next sees what came of it', async () => {
    const { store } = open();
    expect(await store.claims.take('create', 'request-1')).toEqual({ kind: 'taken' });
    await store.claims.settle('create', 'request-1', '40001');
    expect(await store.claims.take('create', 'request-1')).toMatchObject({ kind: 'held', note: '40001' });
    await store.claims.release('create', 'request-1');
    expect(await store.claims.take('create', 'request-1')).toEqual({ kind: 'taken' });
  });

  test('a claim is for one act: the same id with other words is told apart', async () => {
    const { store } = open();
    await store.claims.take('create', 'request-1', 'They wait');
    expect(await store.claims.take('create', 'request-1', 'They wait')).toMatchObject({ kind: 'held', isSameAct: true });
    expect(await store.claims.take('create', 'request-1', 'They wait long')).toMatchObject({ kind: 'held', isSameAct: false });
    await store.claims.settle('create', 'request-1', '40001', 'They wait');
    expect(await store.claims.take('create', 'request-1', 'They wait long')).toMatchObject({ note: '40001', isSameAct: false });
  });

  test('of two who take over a lost claim, one gets it', async () => {
    const { storage, store } = open();
    await store.claims.take('create', 'request-1');
    storage.advance(200_000);
    const held = await store.claims.take('create', 'request-1');
    if (held.kind === 'taken') throw new Error('The claim was not held.');
    storage.advance(1_000);
    const outcomes = await Promise.all([store.claims.takeOver('create', 'request-1', held), store.claims.takeOver('create', 'request-1', held)]);
    expect(outcomes.toSorted()).toEqual([false, true]);
  });

  test("a link's weight is kept under its ends and kind", async () => {
    const { store } = open();
    const link = { kind: 'solves', from: issue(20001), to: statement(40001) } as const;
    await store.linkNotes.save({ link, weight: 0.9, author: person('user-pm'), at: 1_770_000_000 });
    expect((await store.linkNotes.read([link])).get('20001.solves.40001')?.weight).toBe(0.9);
    await store.linkNotes.remove(link);
    await store.linkNotes.remove(link);
    expect((await store.linkNotes.read([link])).size).toBe(0);
  });

  test('an epic that is tried again counts once a day', async () => {
    const { storage, store } = open();
    const subject = { issueId: issue(20001), issueKey: 'LED-1', projectId: project(10001) };
    for (let times = 0; times < 3; times += 1) await store.gate.count(subject, 'would-stop');
    await store.gate.remember(project(10001), new Map([['10000', 'warn']]));
    expect([await store.gate.modeOf(project(10001), '10000'), await store.gate.modeOf(project(10001), '10001')]).toEqual(['warn', undefined]);
    expect(Object.keys(storage.kvs.snapshot().entities['claim'] ?? {})).toHaveLength(2);
  });
});

describe('versions', () => {
  const grown = shape<{ readonly sentence: string; readonly words: number }>('note', [
    (first) => ({ sentence: first['text'] }),
    (second) => ({ ...second, words: String(second['sentence']).split(' ').length }),
  ]);

  test('an older record is read as if it were written today', () => {
    expect(grown.read({ v: 1, text: 'two words' })).toEqual({ sentence: 'two words', words: 2 });
    expect(grown.read(grown.pack({ sentence: 'as it is', words: 3 }))).toEqual({ sentence: 'as it is', words: 3 });
  });

  test.each([{ v: 4 }, { v: 0 }, {}, null, 'text'])('%j is refused', (stored) => {
    expect(() => grown.read(stored)).toThrow('note');
  });
});
