import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { shortestReason } from '../../../src/domain/gate';
import { flag } from '../../forge';
import { ExemptionDays } from '../../parts/exemption-days';
import { leftBehind, reason } from '../../parts/failure-words';
import styles from './not-convinced.module.css';
import panel from './panel.module.css';
import { useAct } from './queries';

/** Lets an epic pass the gate without a problem for some days: with a reason, in the person's name. */
export function Exempting({ issueId, issueKey, onClose }: { readonly issueId: string; readonly issueKey: string; readonly onClose: () => void }) {
  const [why, setWhy] = useState('');
  const [days, setDays] = useState(14);
  const exempting = useAct('exempt');
  const isReady = why.trim().length >= shortestReason;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || exempting.isPending) return;
        exempting.mutate(
          { issueId, reason: why, days },
          {
            onSuccess: () => {
              flag({ id: 'exempt', kind: 'success', title: `${issueKey} may move on for ${String(days)} days` });
              onClose();
            },
          },
        );
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label htmlFor="exempt-reason">Why may it move on without a problem?</label>
      <Textfield
        id="exempt-reason"
        autoFocus
        maxLength={500}
        value={why}
        onChange={(event) => {
          setWhy(event.currentTarget.value);
        }}
      />
      <label htmlFor="exempt-days">For how long?</label>
      <ExemptionDays id="exempt-days" className={styles.select} days={days} onChange={setDays} />
      <p className={panel.small}>Everyone who sees this epic reads the reason and your name; the project’s admins find both in the gate’s list.</p>
      {exempting.isError && (
        <p role="alert" className={styles.failed}>
          {reason(exempting.error)} {leftBehind(exempting.error)}
        </p>
      )}
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={exempting.isPending} isDisabled={!isReady}>
          Let it pass
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        {!isReady && <span className={panel.small}>Still missing: a reason of at least {shortestReason} characters.</span>}
      </div>
    </form>
  );
}
