import { expect, test } from '@jest/globals';
import type { SetupChoices } from '../../../src/contract/setup';
import { merged } from '../../../static/pages/admin/setup/merge-choices';
import { choices, projectOf } from '../../actions/site';

const adopting = (adopt: Partial<SetupChoices['adopt']>): SetupChoices => ({ ...choices, adopt: { ...choices.adopt, ...adopt } });
const [mine, theirs] = [projectOf('10001'), projectOf('10002')];

test('two admins who choose types of the site for different kinds keep both choices, and for one kind that of the later', () => {
  const before = adopting({ types: { insight: '1' }, links: { solves: '5' }, own: [mine] });
  const one = adopting({ types: { insight: '1', problem: '2' }, links: { solves: null }, own: [] });
  const other = adopting({ types: { insight: '3', problem: '4' }, links: { solves: '5', opens: '6' }, own: [mine, theirs] });
  expect(merged(before, one, other).adopt).toEqual({ types: { insight: '3', problem: '2' }, links: { solves: null, opens: '6' }, own: [theirs] });
});
