import { describe, expect, test } from '@jest/globals';
import { receiptOf } from '../../src/domain/receipts';
import { createStore } from '../../src/store';
import { issue, person, quoteOf, statement, ticketTag } from './builders';
import { openStorage } from './storage';

const open = (options?: Parameters<typeof openStorage>[0]) => {
  const storage = openStorage(options);
  return { storage, store: createStore(storage) };
};

describe('evidence', () => {
  test('adding writes the record, the words and the note together', async () => {
    const { store } = open();
    const words = quoteOf(store.evidence);
    const evidence = ticketTag(store.evidence, { origin: { kind: 'feedback', feedbackId: words.id, ticketId: issue(20003) }, quote: words.text });
    expect(await store.evidence.add(evidence, words)).toBe('added');
    expect(await store.evidence.read(evidence.id)).toEqual(evidence);
    expect((await store.evidence.words([words.id])).get(words.id)).toBe('It stops after a minute.');
    expect((await store.changes.pending(10)).map(({ change }) => change)).toEqual([
      { kind: 'evidence', statementId: evidence.statementId, evidenceId: evidence.id },
    ]);
  });

  test('adding the same evidence twice changes nothing', async () => {
    const { storage, store } = open();
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    await store.changes.done(await store.changes.pending(10));
    const before = storage.kvs.snapshot();
    expect(await store.evidence.add({ ...evidence, taggedAt: evidence.taggedAt + 60 }, undefined)).toBe('exists');
    expect(storage.kvs.snapshot()).toEqual(before);
  });

  test('adding it again with another value or customer corrects it, and notes the change', async () => {
    const { store } = open();
    const acme = await store.customers.ensure('Acme');
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    await store.changes.done(await store.changes.pending(10));
    const again = {
      ...evidence,
      raw: 'minor',
      receipt: receiptOf('ticket', 'minor'),
      customerId: acme.id,
      taggedBy: person('user-lead'),
      taggedAt: evidence.taggedAt + 60,
    };
    expect(await store.evidence.add(again, undefined)).toBe('changed');
    expect(await store.evidence.ofTicket(issue(20003))).toEqual([again]);
    expect(await store.changes.pending(10)).toHaveLength(1);
  });

  test('a record of before receipts were kept is read with its receipt', async () => {
    const { store } = open();
    const { receipt, ...older } = ticketTag(store.evidence, { raw: 'blocker' });
    await store.archive.put(
      [{ entity: 'evidence', key: older.id, value: { statementId: older.statementId, at: older.at, record: { ...older, v: 1 } } }],
      false,
    );
    expect(await store.evidence.read(older.id)).toEqual({ ...older, receipt });
    expect(receipt).toMatchObject({ raw: 'blocker', scale: 'trivial to blocker', pain: 1 });
  });

  test('a link does not correct what a person said', async () => {
    const { store } = open();
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    expect(await store.evidence.addDrawn({ ...evidence, raw: 'minor' })).toBe('exists');
    expect(await store.evidence.ofTicket(issue(20003))).toEqual([evidence]);
  });

  test('two clicks at once make one record', async () => {
    const { storage, store } = open();
    storage.between = () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      });
    const evidence = ticketTag(store.evidence);
    const outcomes = await Promise.all([store.evidence.add(evidence, undefined), store.evidence.add(evidence, undefined)]);
    expect(outcomes.toSorted()).toEqual(['added', 'exists']);
    expect(await store.evidence.ofTicket(issue(20003))).toHaveLength(1);
  });

  test('what a ticket was tagged with is known at once, though lists lag behind', async () => {
    const { store } = open({ queryLagMs: 60_000 });
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    expect(await store.evidence.ofStatement(evidence.statementId, 10)).toEqual([]);
    expect(await store.evidence.ofTicket(issue(20003))).toEqual([evidence]);
  });

  test('one ticket tagged by two people to two statements keeps both', async () => {
    const { storage, store } = open();
    storage.between = () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      });
    const tags = [40001, 40002, 40003].map((id) => ticketTag(store.evidence, { statementId: statement(id) }));
    await Promise.all(tags.map((tag) => store.evidence.add(tag, undefined)));
    expect((await store.evidence.ofTicket(issue(20003))).map(({ id }) => id).toSorted()).toEqual(tags.map(({ id }) => id).toSorted());
  });

  test('removing notes the change, and twice is once', async () => {
    const { store } = open();
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    expect(await store.evidence.remove(evidence)).toBe('removed');
    expect(await store.evidence.remove(evidence)).toBe('missing');
    expect(await store.evidence.ofTicket(issue(20003))).toEqual([]);
    expect(await store.changes.pending(10)).toHaveLength(1);
  });

  test('what was taken back comes back by a tag, not by its link', async () => {
    const { store } = open();
    const evidence = ticketTag(store.evidence);
    const silent = { statementId: evidence.statementId, stance: evidence.stance };
    await store.evidence.add(evidence, undefined);
    expect(await store.evidence.takeBack(evidence)).toBe('removed');
    expect(await store.evidence.addDrawn(evidence)).toBe('taken-back');
    expect(await store.evidence.addDrawn(ticketTag(store.evidence, { stance: 'against' }))).toBe('added');
    expect(await store.evidence.takenBack([issue(20003), issue(20004)])).toEqual(new Map([[issue(20003), [silent]]]));
    expect(await store.evidence.add(evidence, undefined)).toBe('added');
    expect((await store.evidence.takenBack([issue(20003)])).size).toBe(0);
  });

  test('a link that is drawn after the old one went speaks again', async () => {
    const { store } = open();
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    await store.evidence.takeBack(evidence);
    await store.evidence.forgetTakenBack(issue(20003), [evidence]);
    expect(await store.evidence.addDrawn(evidence)).toBe('added');
  });

  test('killed while it is taken back, it is there or taken back, never in between', async () => {
    const { storage, store } = open();
    const evidence = ticketTag(store.evidence);
    await store.evidence.add(evidence, undefined);
    storage.before = (path) => {
      if (path.includes('transaction')) throw new Error('killed');
    };
    await expect(store.evidence.takeBack(evidence)).rejects.toThrow('killed');
    storage.before = () => undefined;
    expect(await store.evidence.ofTicket(issue(20003))).toEqual([evidence]);
    expect((await store.evidence.takenBack([issue(20003)])).size).toBe(0);
  });

  test('the words of a ticket stay as they were first said', async () => {
    const { store } = open();
    const first = quoteOf(store.evidence);
    const later = quoteOf(store.evidence, { raw: 'minor' });
    const tag = (feedbackId: string, id: number) =>
      ticketTag(store.evidence, { statementId: statement(id), origin: { kind: 'feedback', feedbackId, ticketId: issue(20003) } });
    expect(later.id).toBe(first.id);
    await store.evidence.add(tag(first.id, 40001), first);
    expect(await store.evidence.add(tag(later.id, 40002), later)).toBe('added');
  });

  test('a statement with three pages of evidence is listed whole, newest first', async () => {
    const { store } = open();
    const start = Date.parse('2026-01-01T00:00:00Z') / 1000;
    for (let at = 0; at < 250; at += 1) await store.evidence.add(ticketTag(store.evidence, { ticketId: issue(50_000 + at), at: start + at }), undefined);
    const listed = await store.evidence.ofStatement(statement(40001), 1_000);
    expect(listed).toHaveLength(250);
    expect(listed[0]?.at).toBe(start + 249);
    expect(await store.evidence.ofStatement(statement(40001), 20)).toHaveLength(20);
  });
});
