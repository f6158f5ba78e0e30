import type { Input, Output } from '../contract';
import type { DecisionHeadView } from '../contract/decisions';
import type { DecisionHead } from './decision-ports';
import type { Ports } from './ports';

export async function listDecisions(ports: Pick<Ports, 'decisions'>, { projectId }: Input<'listDecisions'>): Promise<Output<'listDecisions'>> {
  return { decisions: (await ports.decisions.ofProject(projectId)).map(headView) };
}

export const headView = ({ id, at, by, places, overrides, takenBackAt }: DecisionHead): DecisionHeadView => ({
  id,
  at,
  by,
  places,
  overrides: overrides.length,
  takenBackAt,
});
