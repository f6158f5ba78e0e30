import Button from '@atlaskit/button/new';
import type { SetupChoices, SetupLine } from '../../../../src/contract/setup';
import { CallFailure } from '../../../api';
import { reason } from '../../../parts/states';
import { Adopt } from './adopt';
import { LineState } from './line-state';
import styles from './plan-table.module.css';
import type { LineProgress } from './use-apply';

export interface PlanLineProps {
  readonly line: SetupLine;
  readonly choices: SetupChoices;
  readonly progress: LineProgress | undefined;
  readonly isRunning: boolean;
  readonly onChoose: (choices: SetupChoices) => void;
  readonly onRetry: (line: SetupLine) => void;
  readonly onCheckAgain: () => void;
}

/** One line of the plan: what it is about, what will become of it, and what a person may do about that. */
export function PlanLine({ line, choices, progress, isRunning, onChoose, onRetry, onCheckAgain }: PlanLineProps) {
  const { id, title, detail, state, steps } = line;
  const isLeftOut = choices.leftOut.includes(id);
  const mayLeaveOut = line.isOptional && (isLeftOut || state === 'will-add' || state === 'will-create' || state === 'by-hand') && progress === undefined;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        <div className={styles.line}>
          {progress?.kind === 'failed' ? <span role="alert">{failureWords(progress.failure)}</span> : <span>{detail}</span>}
          {progress === undefined && <Adopt line={line} choices={choices} isDisabled={isRunning} onChoose={onChoose} />}
          {mayLeaveOut && (
            <Button
              appearance="subtle"
              spacing="compact"
              isDisabled={isRunning}
              onClick={() => {
                onChoose({ ...choices, leftOut: isLeftOut ? choices.leftOut.filter((other) => other !== id) : [...choices.leftOut, id] });
              }}
            >
              {isLeftOut ? 'Put back into the plan' : 'Leave out'}
              <span className="visually-hidden">: {title}</span>
            </Button>
          )}
        </div>
        {progress?.kind === 'failed' && (
          <div className={styles.acts}>
            <Button
              spacing="compact"
              isDisabled={isRunning}
              onClick={() => {
                onRetry(line);
              }}
            >
              Try this line again
            </Button>
          </div>
        )}
        {steps.length > 0 && state !== 'left-out' && (
          <>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <Button spacing="compact" isDisabled={isRunning} onClick={onCheckAgain}>
              Check again
            </Button>
          </>
        )}
      </td>
      <td>
        <LineState state={state} progress={progress} />
      </td>
    </tr>
  );
}

const failureWords = (failure: Error): string =>
  failure instanceof CallFailure ? `Not done. ${reason(failure)} Nothing else was undone.` : `Not done. ${failure.message}`;
