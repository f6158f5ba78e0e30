import { effortWords, voicesFor, type LensBacklog, type LensItem } from './backlog';
import { counted, figure, nearest, nobodySpeaks, noEfforts, type Input, type Lens } from './lens';

/** SAFe's steps for relative estimates. */
const steps = [1, 2, 3, 5, 8, 13, 20];
const largestStep = 20;

/** The less time is left, the more a delay costs; a due date is the only thing that says so. In days. */
const urgency: readonly (readonly [within: number, step: number])[] = [
  [7, 20],
  [14, 13],
  [30, 8],
  [60, 5],
  [90, 3],
  [180, 2],
];

/**
 * WSJF = cost of delay ÷ size; Donald Reinertsen, "The Principles of Product Development Flow", 2009, principle F16. SAFe's form:
 * (user-business value + time criticality + risk reduction) ÷ job size, each 1, 2, 3, 5, 8, 13 or 20. Range: 0.15..60. SAFe calls the
 * smallest of a column 1; here the largest value and the largest size are 20, since evidence spans more than a factor of 20.
 */
export const wsjf: Lens<'value' | 'criticality' | 'risk' | 'size'> = {
  id: 'wsjf',
  title: 'WSJF',
  unit: 'cost of delay per size',
  inputs(item, backlog) {
    const { heard, largest, effortUnit, dueIn } = backlog;
    if (voicesFor(item, heard).length === 0) return nobodySpeaks;
    if (item.effort === null) return noEfforts;
    const risk = riskReduced(item, backlog);
    const users = item.value - risk;
    return {
      kind: 'known',
      inputs: {
        value: {
          value: onSteps(users, largest.value),
          how: `${figure(users)} of its value is what customers say and do; the largest value, ${figure(largest.value)}, is 20.`,
        },
        criticality: criticalityOf(dueIn.get(item.id)),
        risk: {
          value: onSteps(risk, largest.value),
          how: risk > 0 ? `${figure(risk)} of its value is what engineers measured, on the same scale.` : 'engineers measured nothing here: the lowest step.',
        },
        size: { value: onSteps(item.effort, largest.effort), how: `${effortWords(item, effortUnit)}; the largest effort, ${figure(largest.effort)}, is 20.` },
      },
    };
  },
  scoreOf: ({ value, criticality, risk, size }) => (value + criticality + risk) / size,
  spell: ({ value, criticality, risk, size }) =>
    `(user-business value ${figure(value)} + time criticality ${figure(criticality)} + risk reduction ${figure(risk)}) ÷ size ${figure(size)}`,
};

const onSteps = (own: number, largest: number): number => nearest(steps, largest > 0 ? (largestStep * own) / largest : 0);

// No value counts twice: what engineers measured is risk, the rest is what customers want.
function riskReduced({ cover, value }: LensItem, { heard, worth }: LensBacklog): number {
  const reduced = cover.reduce((sum, { problem, weight }) => sum + weight * (worth.get(problem) ?? 0) * (heard.get(problem)?.risk ?? 0), 0);
  return Math.min(value, reduced);
}

function criticalityOf(days: number | undefined): Input {
  if (days === undefined) return { value: 1, how: 'it has no due date: the lowest step.' };
  const step = urgency.find(([within]) => days <= within)?.[1] ?? 1;
  return { value: step, how: days < 0 ? `it was due ${counted(-days, 'day')} ago.` : `it is due in ${counted(days, 'day')}.` };
}
