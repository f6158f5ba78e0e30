import { z } from 'zod';
import { hourlyPoints } from '../../../src/actions/spending-points';
import type { BenchSite } from './site';

const snapshotShape = z.object({ issues: z.array(z.object({ id: z.number(), properties: z.looseObject({ groundwork: z.unknown().optional() }) })) });

/** What Jira shows to everyone, and what it took to write it there, up to now. */
export interface Derived {
  readonly numbers: ReadonlyMap<number, string>;
  readonly calls: number;
  readonly runs: number;
  readonly points: number;
}

export function derivedOn({ jira, meter }: BenchSite): Derived {
  const { issues } = snapshotShape.parse(jira.snapshot());
  const { runs = 0, points = 0 } = meter.byKind().get('publish (queue)') ?? {};
  const writing = jira.ledger.read().rows.filter(({ operation }) => operation === 'bulkSetIssuePropertiesByIssue');
  return {
    numbers: new Map(issues.map(({ id, properties }) => [id, JSON.stringify(properties.groundwork)])),
    calls: writing.reduce((sum, { calls }) => sum + calls, 0),
    runs,
    points,
  };
}

export interface Rewritten {
  readonly issues: number;
  readonly calls: number;
  readonly runs: number;
  readonly points: number;
  /** By the app's own count, one for each issue and one for each call, which is never below Jira's. */
  readonly counted: number;
  readonly isInBudget: boolean;
}

export function rewrittenBetween(before: Derived, after: Derived): Rewritten {
  const issues = [...after.numbers].filter(([id, text]) => before.numbers.get(id) !== text).length;
  const calls = after.calls - before.calls;
  const counted = issues + calls;
  return { issues, calls, counted, runs: after.runs - before.runs, points: after.points - before.points, isInBudget: counted <= hourlyPoints.publish };
}

export const rewrittenLine = ({ issues, calls, runs, points, counted, isInBudget }: Rewritten): string =>
  `  ${issues} issues got new numbers, in ${calls} bulk calls by ${runs} publish runs: ${points} points, ${counted} by the app's own count, ` +
  `${isInBudget ? 'inside' : 'OUTSIDE'} the ${hourlyPoints.publish} an hour`;
