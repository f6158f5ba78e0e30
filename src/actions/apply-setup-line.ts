import type { Input, Output } from '../contract';
import type { SetupChoices, SetupLine } from '../contract/setup';
import { projectId } from '../domain/ids';
import { isLinkKind, type LinkKind } from '../domain/link-kinds';
import { statementKinds, type StatementKind } from '../domain/statements';
import { Refusal } from './outcome';
import type { ProjectFacts } from './ports';
import { applyFields, applyGate, applyLink, applyPin, applyProjectTypes, applyScreen, applyType } from './setup-acts';
import { readSetupFacts, type SetupFacts, type SetupPorts } from './setup-facts';
import { isToDo, linesOf } from './setup-lines';

/**
 * Does one line of the plan. Each looks first and remembers last, so that a run that died anywhere, or two admins at once,
 * end with the same site: what is there already is taken, never made twice.
 */
export async function applySetupLine(ports: SetupPorts, { lineId, choices }: Input<'applySetupLine'>): Promise<Output<'applySetupLine'>> {
  const facts = await readSetupFacts(ports, choices, lineId);
  const line = lineIn(facts, choices, lineId);
  if (!isToDo(line)) return { line };
  const [subject = '', about = ''] = lineId.split('.');
  switch (subject) {
    case 'type':
      await applyType(ports, facts, choices, kindNamed(about));
      break;
    case 'link':
      await applyLink(ports, facts, choices, linkKindNamed(about));
      break;
    case 'effort':
      await applyFields(ports, facts);
      break;
    case 'screen':
      await applyScreen(ports, facts, about);
      break;
    case 'types':
      await applyProjectTypes(ports, facts, choices, projectNamed(facts, about));
      break;
    case 'pin':
      await applyPin(ports, projectNamed(facts, about).id);
      break;
    case 'gate':
      await applyGate(ports, facts, projectNamed(facts, about).id);
      break;
    default:
      throw noSuchLine();
  }
  return { line: lineIn(await readSetupFacts(ports, choices, lineId), choices, lineId) };
}

function lineIn(facts: SetupFacts, choices: SetupChoices, lineId: string): SetupLine {
  const line = linesOf(facts, choices).find(({ id }) => id === lineId);
  if (!line) throw noSuchLine();
  return line;
}

const noSuchLine = (): Refusal => new Refusal('not-found', 'The plan has no such line any more. Read the plan again.');

function kindNamed(text: string): StatementKind {
  const kind = statementKinds.find((one) => one === text);
  if (!kind) throw noSuchLine();
  return kind;
}

function linkKindNamed(text: string): LinkKind {
  if (!isLinkKind(text)) throw noSuchLine();
  return text;
}

function projectNamed({ projects }: SetupFacts, text: string): Omit<ProjectFacts, 'types'> {
  const id = projectId(text);
  const project = projects.find((one) => one.id === id);
  if (!project) throw noSuchLine();
  return project;
}
