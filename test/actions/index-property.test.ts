import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { documentOf, readContent } from '../../src/actions/index-documents';
import { sharedTable } from '../../src/actions/placing-items';
import { placesPart } from '../../src/actions/updating-rankings';
import { numbersTable, type Places } from '../../src/domain/index/backlog';
import { customerTable } from '../../src/domain/index/customers';
import { digestTable } from '../../src/domain/index/digest';
import { statementTable } from '../../src/domain/index/graph';
import { itemTable, solverTable } from '../../src/domain/index/items';
import { ownTable, speakersTable, strengthTable } from '../../src/domain/index/strength';
import { createRanking } from '../../src/domain/score';
import { runs } from '../runs';
import { project, statement } from '../store/builders';
import { acts, openWorld, ownWay, perform, rebuilt, scenarioOf, settle, statementIds, type World } from './index-world';

const content = async ({ store }: World, name: string) => readContent(await store.documents.read(name));
const listed = <Row>(rows: ReadonlyMap<string, Row>): Readonly<Record<string, Row>> => Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Everything that the index says, without when it came to say so. */
async function saidBy(world: World): Promise<object> {
  const strengths = await content(world, documentOf.strengths);
  const digests = statementIds
    .filter((id) => world.issues.has(id))
    .map(async (id) => [id, listed((await content(world, documentOf.digest(statement(id)))).rows(digestTable))]);
  const rankings = [10_001, 10_003].map(async (id) => {
    const ranking = await content(world, documentOf.ranking(project(id)));
    return {
      items: listed(ranking.rows(itemTable)),
      shared: listed(ranking.rows(sharedTable)),
      own: listed(ranking.rows(ownTable)),
      places: ranking.one(placesPart),
      numbers: [...ranking.rows(numbersTable).values()].map(({ id: item, score, customers }) => ({ item, score, customers })),
    };
  });
  return {
    statements: listed((await content(world, documentOf.graph)).rows(statementTable)),
    solvers: listed((await content(world, documentOf.solvers)).rows(solverTable)), // A customer of unknown value changes nothing by being known.
    customers: [...(await content(world, documentOf.customers)).rows(customerTable).values()]
      .filter(({ value }) => value !== null)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    strengths: [...strengths.rows(strengthTable).values()].map(({ book: _book, ...rest }) => rest),
    speakers: listed(strengths.rows(speakersTable)),
    digests: await Promise.all(digests),
    rankings: await Promise.all(rankings),
  };
}

test('an index kept by changes, in any order and through crashes, says what one made from scratch says', () =>
  fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const world = await openWorld();
      for (const act of history) await perform(world, act);
      await settle(world);
      const kept = await saidBy(world);
      expect(kept).toEqual(await saidBy(await rebuilt(world)));
    }),
    runs(20, 3_000),
  ));

test('its numbers and places are those of the score itself', () =>
  fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const world = await openWorld();
      for (const act of history) await perform(world, act.kind === 'put' ? { ...act, issue: { ...act.issue, isRestricted: false } } : act);
      await settle(world);
      const strengths = (await content(world, documentOf.strengths)).rows(strengthTable);
      const scenario = await scenarioOf(world, 10_001);
      const { evidence, backlog } = createRanking(scenario);
      const { backlog: top } = createRanking({ ...scenario, params: { ...scenario.params, level: 'top' } });
      const values = [...evidence.strengths].map(([id, { V, sd }]) => ({ id, V, sd }));
      expect(values.map(({ id }) => ({ id, V: strengths.get(id)?.value, sd: strengths.get(id)?.deviation }))).toEqual(values);
      const ranking = await content(world, documentOf.ranking(project(10_001)));
      const solving = new Set(top.itemsById.filter(({ cover }) => cover.length > 0).map(({ id }) => id));
      expect(ranking.one<Places>(placesPart)?.order ?? []).toEqual(top.order.map(({ id }) => id).filter((id) => solving.has(id)));
      const numbers = ranking.rows(numbersTable);
      for (const { id, score } of backlog.itemsById) expect(numbers.get(id)?.score ?? 0).toBeCloseTo(score, 12);
    }),
    runs(20, 3_000),
  ));

test('a project that weighs sources in its own way has its own numbers, and changes nobody else’s', () =>
  fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const world = await openWorld();
      for (const act of history) await perform(world, act.kind === 'put' ? { ...act, issue: { ...act.issue, isRestricted: false } } : act);
      await settle(world);
      const { evidence, backlog } = createRanking({ ...(await scenarioOf(world, 10_003)), params: ownWay });
      const ranking = await content(world, documentOf.ranking(project(10_003)));
      const numbers = ranking.rows(numbersTable);
      for (const { id, score } of backlog.itemsById) expect(numbers.get(id)?.score ?? 0).toBeCloseTo(score, 12);
      for (const { id, value } of ranking.rows(ownTable).values()) expect(value).toBeCloseTo(evidence.strengths.get(id)?.V ?? -1, 12);
    }),
    runs(20, 3_000),
  ));
