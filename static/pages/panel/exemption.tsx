import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { Verdict } from '../../../src/domain/gate';
import { leftBehind, reason } from '../../parts/failure-words';
import panel from './panel.module.css';
import { useAct } from './queries';

// Few people ever exempt an epic: nobody else waits for the form.
const Exempting = lazy(() => import('./exempting').then(({ Exempting }) => ({ default: Exempting })));

interface ExemptionProps {
  readonly issue: { readonly id: string; readonly key: string; readonly typeName: string };
  readonly verdict: Verdict;
}

/** For those who may: the way past the gate without a problem, and the way back. */
export function Exemption({ issue, verdict }: ExemptionProps) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const ending = useAct('endExemption');
  if (verdict.kind === 'pass') return null;
  if (verdict.kind === 'exempt')
    return (
      <>
        <Button
          spacing="compact"
          isLoading={ending.isPending}
          onClick={() => {
            ending.mutate({ issueId: issue.id });
          }}
        >
          End the exemption
        </Button>
        {ending.isError && (
          <p role="alert" className={panel.small}>
            {reason(ending.error)} {leftBehind(ending.error)}
          </p>
        )}
      </>
    );
  if (!isOpen)
    return (
      <Button
        spacing="compact"
        appearance="subtle"
        autoFocus={wasOpen}
        onClick={() => {
          setOpen(true);
        }}
      >
        Let it pass without one …
      </Button>
    );
  return (
    <Suspense fallback={null}>
      <Exempting
        issueId={issue.id}
        issueKey={issue.key}
        onClose={() => {
          setWasOpen(true);
          setOpen(false);
        }}
      />
    </Suspense>
  );
}
