import type { PanelView } from '../../../src/contract/panel';
import { decideGate, type Verdict } from '../../../src/domain/gate';

type Item = Extract<PanelView, { role: 'item' }>;
type Stated = Pick<Item, 'gate' | 'solved' | 'inheritedFrom'>;

/** What the gate would say of the item now; its own links alone count, as they do in the workflow. */
export function gateVerdict({ gate, solved, inheritedFrom }: Stated, now: number): Verdict {
  if (!gate) return { kind: 'pass' };
  const own = inheritedFrom ? [] : solved.filter(({ via }) => via === 'solves');
  return decideGate({
    mode: gate.mode,
    links: own.map(({ statement }) => statement),
    exemption: gate.exemptUntil === null ? undefined : { until: gate.exemptUntil, reason: gate.exemptReason ?? '' },
    now,
  });
}
