import { mostSteps, type WorkKindName, type WorkView } from '../contract/work';
import { Refusal } from './outcome';
import type { Ports } from './ports';
import { viewOf, type Plan, type StepOf } from './work';

/** Puts work down; nothing is done before the page drives it. The same request again answers the work that it started. */
export async function startWork<Name extends WorkKindName>(
  ports: Pick<Ports, 'work'>,
  plan: Pick<Plan<Name>, 'id' | 'owner' | 'about'>,
  steps: readonly StepOf<Name>[],
): Promise<WorkView> {
  if (steps.length === 0) throw new Refusal('invalid', 'There is nothing to do.');
  if (steps.length > mostSteps) throw new Refusal('too-large', `At most ${mostSteps} at once: do the rest afterwards.`);
  const started = await ports.work.start(plan, steps);
  if (!started.isSame) throw new Refusal('conflict', 'This request was used for something else. Open the page anew and try again.');
  return viewOf(started.plan);
}
