import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkScenario, rankScenario, type Scenario } from '../../../src/domain/score';

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../fixtures/scoring', name), 'utf8'));
}

function readExample(): Scenario {
  const checked = checkScenario(read('example.json'));
  if (checked.kind === 'faults') throw new Error('The worked example has faults.');
  return checked.scenario;
}

/** Every leaf of a JSON document by its path. */
function leaves(value: unknown, path = '$'): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries = Object.entries(value);
  return entries.length === 0 ? [[path, Array.isArray(value) ? '[]' : '{}']] : entries.flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const expected = new Map(leaves(read('example.expected.json')));

describe.each([
  { name: 'with every parameter spelled out', params: readExample().params },
  // The example was worked before the spread was widened to what came true in worlds of which the truth is known.
  { name: 'on the defaults but for the spread of covers', params: { sigmaCover: 0.3 } },
])('the worked example $name', ({ params }) => {
  const output = rankScenario({ ...readExample(), ...(params && { params }) });
  const computed = new Map(leaves(JSON.parse(JSON.stringify(output))));

  test('gives exactly the expected fields', () => {
    expect([...computed.keys()].sort()).toEqual([...expected.keys()].sort());
  });

  test('gives every number to 1e-9, and every name', () => {
    const wrong = [...expected].filter(([path, wanted]) => {
      const got = computed.get(path);
      return typeof wanted === 'number' && typeof got === 'number' ? Math.abs(got - wanted) > 1e-9 : got !== wanted;
    });
    expect(wrong).toEqual([]);
    expect(expected.size).toBeGreaterThan(300);
  });
});
