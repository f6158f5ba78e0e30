import type { Input, Output } from '../contract';
import { withoutRules } from './gate-rows';
import { notFound, Refusal } from './outcome';
import type { Ports } from './ports';

/** Which workflows still hold rules of this app: a rule whose app is gone is false for everybody, and its step is frozen. */
export async function planUninstall(ports: Pick<Ports, 'workflows'>): Promise<Output<'planUninstall'>> {
  const workflows = await ports.workflows.read('user', await ports.workflows.withOwnRules());
  return {
    workflows: workflows.flatMap(({ name, steps, rules }) => {
      const ruled = new Set(rules.map(({ stepId }) => stepId));
      return rules.length === 0 ? [] : [{ name, steps: steps.filter(({ id }) => ruled.has(id)).map((step) => step.name) }];
    }),
  };
}

/** Takes the rules out of a workflow, and believes only what it reads there afterwards. */
export async function takeOutRules(ports: Pick<Ports, 'workflows'>, { workflow }: Input<'takeOutRules'>): Promise<Output<'takeOutRules'>> {
  const answer = await ports.workflows.change('user', workflow, withoutRules);
  if (answer.kind === 'refused') throw new Refusal('conflict', `Jira did not change “${workflow}”: ${answer.why}`);
  const [now] = await ports.workflows.read('user', [workflow]);
  if (!now) throw notFound();
  return { left: now.rules.length };
}

/** The same as the app itself, before it goes: nobody may be there to do it. What does not work is for the log. */
export async function leaveWorkflows(ports: Pick<Ports, 'workflows' | 'log'>): Promise<void> {
  for (const name of await ports.workflows.withOwnRules()) {
    try {
      const answer = await ports.workflows.change('app', name, withoutRules);
      if (answer.kind === 'refused') ports.log.failure('a workflow keeps the rule', new Error(answer.why));
    } catch (error) {
      ports.log.failure('a workflow keeps the rule', error);
    }
  }
}
