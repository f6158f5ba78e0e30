import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { shortestReason } from '../../../../src/domain/gate';
import { ExemptionDays } from '../../../parts/exemption-days';
import { leftBehind, reason } from '../../../parts/failure-words';
import section from '../settings-page.module.css';
import styles from './gate-section.module.css';
import { useExempt } from './queries';

const keyLike = /^[A-Za-z][A-Za-z0-9_]*-\d+$/;

export interface ExemptionFormProps {
  readonly project: { readonly id: string; readonly key: string };
  /** Epics that are in work without a problem: offered while the key is typed. */
  readonly keys: readonly { readonly key: string; readonly summary: string }[];
  readonly onClose: () => void;
}

/** Lets an epic pass without a problem for some days: with a reason, in the name of whoever adds it. */
export function ExemptionForm({ project, keys, onClose }: ExemptionFormProps) {
  const [key, setKey] = useState('');
  const [why, setWhy] = useState('');
  const [days, setDays] = useState(14);
  const exempting = useExempt(project.id);
  const isReady = keyLike.test(key.trim()) && why.trim().length >= shortestReason;
  return (
    <form
      className={styles.exempting}
      aria-label="Add exemption"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !exempting.isPending) exempting.mutate({ key: key.trim(), reason: why, days }, { onSuccess: onClose });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={section.field}>
        <label htmlFor="exempt-key">Key of the epic</label>
        <Textfield
          id="exempt-key"
          autoFocus
          autoComplete="off"
          list="exempt-keys"
          placeholder={`${project.key}-…`}
          value={key}
          onChange={({ currentTarget }) => {
            setKey(currentTarget.value);
          }}
        />
        <datalist id="exempt-keys">
          {keys.map((epic) => (
            <option key={epic.key} value={epic.key}>
              {epic.summary}
            </option>
          ))}
        </datalist>
      </div>
      <div className={section.field}>
        <label htmlFor="exempt-why">Why may it move on without a problem?</label>
        <Textfield
          id="exempt-why"
          maxLength={500}
          value={why}
          onChange={({ currentTarget }) => {
            setWhy(currentTarget.value);
          }}
        />
      </div>
      <div className={section.field}>
        <label htmlFor="exempt-for">For how long?</label>
        <ExemptionDays id="exempt-for" className={section.select} days={days} onChange={setDays} />
      </div>
      <p className={section.note}>You are its owner. Everyone who sees the epic reads the reason. It holds at once, without saving the page.</p>
      <div className={styles.acts}>
        <Button type="submit" appearance="primary" isLoading={exempting.isPending} isDisabled={!isReady}>
          Let it pass
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        {!isReady && <span className={section.note}>It needs the epic’s key and a reason of at least {shortestReason} characters.</span>}
        {exempting.isError && (
          <span role="alert" className={section.note}>
            {reason(exempting.error)} {leftBehind(exempting.error)}
          </span>
        )}
      </div>
    </form>
  );
}
