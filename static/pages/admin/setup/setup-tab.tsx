import { useState } from 'react';
import type { SetupChoices } from '../../../../src/contract/setup';
import { LookUp } from '../../../parts/states';
import { Plan } from './plan';
import { usePlan } from './queries';

/** Setup: the plan first, then its progress, and the same plan again at any time. */
export function SetupTab() {
  const [choices, setChoices] = useState<SetupChoices | null>(null);
  const plan = usePlan(choices);
  return (
    <LookUp query={plan} what="the plan">
      {(data) => (
        <Plan plan={data} choices={choices ?? data.choices} isStale={plan.isPlaceholderData} onChoose={setChoices} onCheckAgain={() => void plan.refetch()} />
      )}
    </LookUp>
  );
}
