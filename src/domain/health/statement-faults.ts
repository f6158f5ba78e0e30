import { checkSentence } from '../statements';
import { isSaid, type Sorted } from './bonds';
import type { HealthIssue } from './facts';
import { drawn, toDecide, type Fault } from './faults';

/** An insight that speaks for or against nothing. A link to a statement that only has to be mended is a fault of its own. */
export function* insightOnNothing(sorted: Sorted): Iterable<Fault> {
  const { issues, from, to, relationsOf } = sorted;
  for (const { id, kind, isClosed, projectId } of issues) {
    if (kind !== 'insight' || isClosed || projectId === undefined) continue;
    const leads = from(id).some(({ kind: said, fit }) => fit !== 'fits' || said === 'evidences' || said === 'refutes');
    const awaitsRepair =
      to(id).some(({ fit }) => fit !== 'fits') || relationsOf(id).some(({ a, b }) => maySpeakOn(a.id === id ? b : a) && !isSaid(sorted, a, b));
    if (!leads && !awaitsRepair) yield toDecide({ id: `insightOnNothing.${id}`, rule: 'insightOnNothing', subjects: [id] });
  }
}

const maySpeakOn = ({ kind }: HealthIssue): boolean => kind === 'insight' || kind === 'problem';

export function* problemWithoutEvidence({ issues, facts }: Sorted): Iterable<Fault> {
  for (const { id } of issues.filter(isOpenProblem))
    if (facts.voices.get(id)?.records === 0) yield toDecide({ id: `problemWithoutEvidence.${id}`, rule: 'problemWithoutEvidence', subjects: [id] });
}

// Shares are sums of floating point numbers.
const nearlyAll = 0.999;

/** One named customer is all there is: nobody unnamed and no measurement beside it. */
export function* problemWithOneCustomer({ issues, facts }: Sorted): Iterable<Fault> {
  for (const { id } of issues.filter(isOpenProblem)) {
    const voices = facts.voices.get(id);
    if (voices?.customers === 1 && voices.largestShare >= nearlyAll)
      yield toDecide({ id: `problemWithOneCustomer.${id}`, rule: 'problemWithOneCustomer', subjects: [id] });
  }
}

/** Work that goes on for something that is settled. */
export function* solvesClosed({ bonds }: Sorted): Iterable<Fault> {
  for (const { kind, fit, from, to, links } of bonds) {
    if (fit !== 'fits' || (kind !== 'solves' && kind !== 'realises') || from.isClosed || !to.isClosed) continue;
    yield toDecide({ id: `solvesClosed.${from.id}.${to.id}`, rule: 'solvesClosed', subjects: [from.id, to.id], links: links.map(drawn) });
  }
}

/** An open epic that states no problem, has none from above, and has no link that only has to be mended. */
export function* epicWithoutProblem(sorted: Sorted): Iterable<Fault> {
  for (const epic of sorted.issues) {
    const { id, kind, level, isClosed, projectId } = epic;
    if (kind !== 'work' || level < 1 || isClosed || projectId === undefined || !sorted.facts.ranked.has(projectId)) continue;
    if (!mayState(epic, sorted)) yield toDecide({ id: `epicWithoutProblem.${id}`, rule: 'epicWithoutProblem', subjects: [id] });
  }
}

function mayState(epic: HealthIssue, sorted: Sorted, below: readonly string[] = []): boolean {
  if (isJoined(epic, sorted)) return true;
  if (epic.parent === undefined || below.includes(epic.id)) return false;
  const above = sorted.facts.issues.get(epic.parent);
  // Where nothing is known of what stands above it: silence rather than a false alarm.
  return above?.projectId === undefined || mayState(above, sorted, [...below, epic.id]);
}

function isJoined({ id }: HealthIssue, sorted: Sorted): boolean {
  const isWanted = ({ kind }: HealthIssue): boolean => kind === 'problem' || kind === 'opportunity';
  return (
    sorted.from(id).some(({ kind, to }) => isWanted(to) && (kind === 'solves' || kind === 'realises')) ||
    sorted.to(id).some(({ from, fit }) => isWanted(from) && fit !== 'fits') ||
    sorted.relationsOf(id).some(({ a, b }) => isWanted(a.id === id ? b : a) && !isSaid(sorted, a, b))
  );
}

export function* tooManyEpics({ issues, to, facts }: Sorted): Iterable<Fault> {
  for (const { id } of issues.filter(isOpenProblem)) {
    const epics = to(id).filter(({ kind, fit, from }) => kind === 'solves' && fit === 'fits' && from.level >= 1 && !from.isClosed);
    if (epics.length <= facts.mostEpics) continue;
    const subjects = [id, ...epics.map(({ from }) => from.id)];
    yield toDecide({ id: `tooManyEpics.${id}`, rule: 'tooManyEpics', subjects, links: epics.flatMap(({ links }) => links.map(drawn)) });
  }
}

/** A statement that says what to build. */
export function* solutionInDisguise({ issues }: Sorted): Iterable<Fault> {
  for (const { id, kind, isClosed, projectId, sentence } of issues) {
    if (kind === 'work' || isClosed || projectId === undefined) continue;
    const words = disguiseIn(sentence, kind === 'problem');
    if (words.length > 0) yield toDecide({ id: `solutionInDisguise.${id}`, rule: 'solutionInDisguise', subjects: [id], words });
  }
}

const hindrance =
  /\b(?:can ?not|can['’]t|could not|couldn['’]t|do(?:es)? not|don['’]t|doesn['’]t|unable to|fails? to|struggles? to|must|have to|has to)(?:\s+\w+ly)?\s+\w+/gi;

// "Can't add a second bank" hinders; "Add a second bank" solves. An insight may well tell what people build, so there only an order counts.
function disguiseIn(sentence: string, isProblem: boolean): readonly string[] {
  const said = sentence.replace(hindrance, ' ').trim();
  const { solutionWords } = checkSentence({ sentence: said, stakeholder: '', job: '' });
  return isProblem ? solutionWords : solutionWords.filter((words) => said.startsWith(words));
}

const isOpenProblem = ({ kind, isClosed, projectId }: HealthIssue): boolean => kind === 'problem' && !isClosed && projectId !== undefined;
