import type { Input, Output } from '../contract';
import { openPanel } from './open-panel';
import type { Caller, Ports } from './ports';
import { blindFor } from './staying-blind';

type Needed = Parameters<typeof openPanel>[0] & Pick<Ports, 'opinions'>;

/** The panel, without an item's place in the order for whoever is estimating. */
export async function openOwnPanel(ports: Needed, input: Input<'openPanel'>, caller: Caller): Promise<Output<'openPanel'>> {
  const view = await openPanel(ports, input);
  if (view.role !== 'item' || view.place === null || !(await blindFor(ports, view.issue.projectId, caller))) return view;
  return { ...view, place: null };
}
