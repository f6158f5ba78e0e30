import type { HealthView } from '../../../../src/contract/health';
import type { Mending } from '../../../parts/use-mending';

type Group = HealthView['groups'][number];

/** What was just mended here is not to be mended any more, also before the app has heard of it. */
export function leftOf({ total, oneClick, faults }: Pick<Group, 'total' | 'oneClick' | 'faults'>, { outcomes }: Pick<Mending, 'outcomes'>) {
  const mended = faults.filter(({ id }) => outcomes.get(id)?.outcome?.outcome === 'done');
  return { total: total - mended.length, oneClick: oneClick - mended.filter(({ isOneClick }) => isOneClick).length };
}
