import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const project = join(__dirname, '../../..');
const example = readFileSync(join(__dirname, '../../fixtures/scoring/example.json'), 'utf8');

function score(input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/score.ts'], { cwd: project, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the score command', () => {
  test('prints the ranking of a scenario as JSON', () => {
    const { status, stdout, stderr } = score(example);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveProperty('rank', ['E', 'A', 'B', 'C', 'D', 'F']);
  });

  test('names every fault on a line of its own, and prints no part of a ranking', () => {
    const faulty = example.replace('"to": "O1"', '"to": "O9"').replace('"id": "Delta"', '"id": "Echo"');
    const { status, stdout, stderr } = score(faulty);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual(['$.accounts[4].id', '$.items[2].serves[0].to', '$.evidence[5].account']);
  });

  test.each(['', '{', 'null', '[1'])('refuses %j', (input) => {
    const { status, stdout, stderr } = score(input);
    expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
    expect(stderr).toMatch(/^\$: /);
  });
});
