import type { Input, Output } from '../contract';
import { driveSlice } from './driving-work';
import { notFound } from './outcome';
import type { Caller, Ports } from './ports';
import { stepViewOf, viewOf, type Plan, type PlannedStep } from './work';

/** Work is found under who asks: nobody else's can be named. */
async function ownWork(ports: Pick<Ports, 'work'>, { workId }: { readonly workId: string }, { accountId }: Caller): Promise<Plan> {
  const plan = await ports.work.read(accountId, workId);
  if (plan === undefined) throw notFound();
  return plan;
}

export async function openWork(ports: Pick<Ports, 'work'>, { kind }: Input<'openWork'>, { accountId }: Caller): Promise<Output<'openWork'>> {
  return { works: (await ports.work.ofKind(accountId, kind)).map(viewOf) };
}

export async function readWork(ports: Pick<Ports, 'work'>, input: Input<'readWork'>, caller: Caller): Promise<Output<'readWork'>> {
  const plan = await ownWork(ports, input, caller);
  return { work: viewOf(plan), steps: (await ports.work.everyStep(plan)).map(stepViewOf) };
}

export const driveWork = async (ports: Ports, input: Input<'driveWork'>, caller: Caller): Promise<Output<'driveWork'>> =>
  driveSlice(ports, await ownWork(ports, input, caller), 'do');

export async function undoWork(ports: Ports, input: Input<'undoWork'>, caller: Caller): Promise<Output<'undoWork'>> {
  const plan = await ownWork(ports, input, caller);
  // Said before anything moves: an order that is half undone stands no more.
  if (plan.about.kind === 'apply') await ports.decisions.takeBack(plan.id);
  return driveSlice(ports, plan, 'undo');
}

const mayGoNow = ({ outcome }: PlannedStep): boolean =>
  outcome !== null &&
  (outcome.outcome === 'failed' || outcome.outcome === 'forbidden' || outcome.left?.some(({ why }) => why === 'busy' || why === 'forbidden') === true);

export async function retryWork(ports: Pick<Ports, 'work'>, input: Input<'retryWork'>, caller: Caller): Promise<Output<'retryWork'>> {
  const plan = await ports.work.reopen(await ownWork(ports, input, caller), mayGoNow);
  return { work: viewOf(plan), steps: (await ports.work.everyStep(plan)).map(stepViewOf) };
}

export async function stopWork(ports: Pick<Ports, 'work'>, input: Input<'stopWork'>, caller: Caller): Promise<Output<'stopWork'>> {
  return { work: viewOf(await ports.work.stop(await ownWork(ports, input, caller))) };
}
