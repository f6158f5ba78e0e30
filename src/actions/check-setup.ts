import type { Output } from '../contract';
import type { SetupLine } from '../contract/setup';
import type { SetupCheck } from '../contract/upkeep';
import { checkFreshness } from './checking-freshness';
import { checkSight } from './checking-sight';
import { choicesIn } from './plan-setup';
import type { Ports } from './ports';
import { isSetUp } from './reading-statements';
import { readSetupFacts, type SetupPorts } from './setup-facts';
import { isToDo, linesOf } from './setup-lines';

type Needed = SetupPorts & Pick<Ports, 'documents' | 'issues' | 'changes' | 'clock' | 'permissions'>;

/** The plan once more, as a check of what it made: what is missing is mended by the very line that makes it. */
export async function checkSetup(ports: Needed): Promise<Output<'checkSetup'>> {
  const settings = await ports.settings.read();
  const choices = choicesIn(settings);
  const facts = await readSetupFacts(ports, choices);
  const lines = linesOf(facts, choices).filter(isChecked);
  return {
    isSetUp: isSetUp(settings),
    now: ports.clock.now(),
    choices,
    checks: [...lines.map(checkOf), ...(await checkSight(ports, settings, facts.projects)), ...(await checkFreshness(ports, settings, facts.projects))],
  };
}

// What is not wanted, what Jira does not offer, and what a site may well do without are no faults.
const isChecked = ({ id, state }: SetupLine): boolean => state !== 'left-out' && state !== 'not-possible' && !(id === 'effort' && state === 'by-hand');

const meanings: Readonly<Record<string, string>> = {
  type: 'Statements of this kind cannot be written or found.',
  link: 'Links of this kind cannot be drawn, and those there are do not count.',
  effort: 'Every item counts as one typical piece of work.',
  screen: 'The number is not shown on issues; JQL has it all the same.',
  field: '',
  types: 'Statements cannot be written in this project.',
  pin: 'People do not see the panel until they open it themselves.',
  gate: 'Epics of this project move on without being looked at.',
};

// The plan says what will be there; a check must not read as if it were.
const titles: Readonly<Record<string, string>> = { gate: 'Gate' };

function checkOf({ id, title, detail, project, state, steps }: SetupLine): SetupCheck {
  const isFine = state === 'exists';
  const [about = ''] = id.split('.');
  return {
    id,
    title: project ? `${titles[about] ?? title} (${project.name})` : title,
    state: isFine ? 'fine' : 'broken',
    found: about === 'gate' && isToDo({ state }) ? `The rule does not stand as it should. The repair: ${detail}` : detail,
    means: isFine ? '' : (meanings[about] ?? ''),
    repair: isToDo({ state }) ? { lineId: id } : null,
    steps: [...steps],
  };
}
