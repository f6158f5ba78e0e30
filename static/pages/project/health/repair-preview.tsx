import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';
import type { FaultView } from '../../../../src/contract/health';
import styles from './health.module.css';
import { LinkChanges } from './link-changes';

export interface RepairPreviewProps {
  readonly fault: FaultView;
  readonly isBusy: boolean;
  readonly onMend: (choice: number) => void;
  readonly onCancel: () => void;
}

/** What mending would do, before it does; where more than one thing can be meant, a person picks. */
export function RepairPreview({ fault: { repairs, isOneClick }, isBusy, onMend, onCancel }: RepairPreviewProps) {
  const name = useId();
  const [choice, setChoice] = useState<number | undefined>(isOneClick ? 0 : undefined);
  const [only] = repairs;
  return (
    <div className={styles.preview} role="group" aria-label="Preview">
      {isOneClick && only && <LinkChanges repairs={[only]} />}
      {!isOneClick && (
        <fieldset className={styles.choices}>
          <legend>What is meant?</legend>
          {repairs.map((repair, at) => (
            <label key={at}>
              <input
                type="radio"
                name={name}
                checked={choice === at}
                autoFocus={at === 0}
                onChange={() => {
                  setChoice(at);
                }}
              />
              <LinkChanges repairs={[repair]} />
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          autoFocus={isOneClick}
          isDisabled={isBusy || choice === undefined}
          onClick={() => {
            if (choice !== undefined) onMend(choice);
          }}
        >
          Mend
        </Button>
        <Button appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
