import * as z from 'zod';
import { checkGate, couldNotLook, stopsUnseen, type GateAnswer } from '../actions/check-gate';
import { ruleIn } from '../actions/gate-rules';
import type { GateRule } from '../contract/gate';
import { rowsForKey } from '../domain/gate';
import { createGatePorts } from './wiring';

/** Of Jira's 25 s the gate takes three at most, its notes included and starting up not: a person waits for the issue to move. */
const deadlineInMs = 2_700;

const linkedShape = z.object({
  transition: z.object({
    modifiedFields: z.object({
      issuelinks: z.array(z.looseObject({ type: z.looseObject({ id: z.string() }), outwardIssue: z.looseObject({ id: z.string() }).optional() })),
    }),
  }),
});
const targetShape = z.looseObject({ transition: z.looseObject({ to: z.looseObject({ id: z.union([z.string(), z.number()]) }) }) });
const questionShape = z.looseObject({ issue: z.looseObject({ key: z.string() }), configuration: z.unknown() });

/** The workflow rule. What Atlassian does when it throws or takes too long is unknown, so it does neither. */
export async function handler(payload: unknown): Promise<GateAnswer> {
  const ports = createGatePorts();
  const question = questionShape.safeParse(payload);
  const issueKey = question.success ? question.data.issue.key : '';
  const rule = question.success ? ruleIn(question.data.configuration) : undefined;
  if (!rule) {
    // Nobody's decision stands in a rule that cannot be read, and epics that freeze on it could not be moved by repair either.
    ports.log.failure('the gate has a rule it cannot read', new Error('configuration does not fit'));
    const subject = { issueId: undefined, projectId: undefined, issueKey };
    await ports.gate.count(subject, 'unchecked').catch((error: unknown) => {
      ports.log.failure('the gate could not count', error);
    });
    return { result: true };
  }
  try {
    return await checkGate(ports, { issueKey, rule, linkedNow: linkedNow(payload, rule), toStatusId: toStatusId(payload) }, deadlineInMs);
  } catch (error) {
    ports.log.failure('the gate broke', error);
    return stopsUnseen(rule, rowsForKey(rule.modes, issueKey)) ? { result: false, errorMessage: couldNotLook } : { result: true };
  }
}

function toStatusId(payload: unknown): string | undefined {
  const parsed = targetShape.safeParse(payload);
  return parsed.success ? String(parsed.data.transition.to.id) : undefined;
}

function linkedNow(payload: unknown, rule: GateRule): string[] {
  const parsed = linkedShape.safeParse(payload);
  if (!parsed.success) return [];
  return parsed.data.transition.modifiedFields.issuelinks
    .filter((link) => link.type.id === rule.solvesLinkTypeId)
    .flatMap(({ outwardIssue }) => outwardIssue?.id ?? []);
}
