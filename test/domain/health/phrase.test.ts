import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findFaults } from '../../../src/domain/health/find-faults';
import { meaningsOf } from '../../../src/domain/health/link-meaning';
import { phraseFault, phraseLink } from '../../../src/domain/health/phrase';
import { runs } from '../../runs';
import { chosen, Graph, linkTypes, relates } from './graphs';
import { sites } from './planting';

const wording = (graph: ReturnType<Graph['facts']>) => ({
  keyOf: (id: string) => graph.issues.get(id)?.key ?? '?',
  phraseOf: (typeId: string) => linkTypes.find(({ id }) => id === typeId)?.phrase ?? '?',
  meanings: meaningsOf(linkTypes, chosen),
});

test('every fault is one sentence or two that name what they are about', () => {
  fc.assert(
    fc.property(sites(2), ({ facts }) => {
      const words = wording(facts);
      for (const fault of findFaults(facts)) {
        const sentence = phraseFault(fault, words);
        expect(sentence).toMatch(/^[^?]+\.$/);
        expect(sentence).toContain(words.keyOf(fault.subjects[0] ?? ''));
      }
    }),
    runs(30),
  );
});

test('a link is said in the words of the site’s own link types', () => {
  const graph = new Graph();
  const [epic, problem] = [graph.epic(), graph.add('problem')];
  graph.draw(relates, epic, problem);
  const facts = graph.facts();
  const [fault] = findFaults(facts);
  expect(fault && phraseFault(fault, wording(facts))).toBe('It says “K-10001 relates to K-10002”, which nothing counts.');
  expect(fault?.repairs.flatMap(({ adds }) => adds.map((link) => phraseLink(link, wording(facts))))).toEqual(['K-10001 solves K-10002']);
});

test('what a link joins is said from the table of links', () => {
  const graph = new Graph();
  graph.say('evidences', graph.add('insight'), graph.add('opportunity'));
  const facts = graph.facts();
  const [fault] = findFaults(facts);
  expect(fault && phraseFault(fault, wording(facts))).toBe(
    'It says “K-10001 is evidence for K-10002”. This link joins an insight to an insight or a problem, or a ticket to an insight, a problem or an opportunity.',
  );
});
