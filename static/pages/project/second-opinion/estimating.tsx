import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import type { SecondOpinionView } from '../../../../src/contract/second-opinion';
import { leftBehind, reason } from '../../../parts/failure-words';
import { EstimateRow } from './estimate-row';
import { useRoundAct } from './queries';
import styles from './second-opinion.module.css';
import { fieldsOf, type Way } from './typed-estimate';

export interface EstimatingProps {
  readonly opinion: SecondOpinionView;
  readonly round: NonNullable<SecondOpinionView['round']>;
  readonly projectId: string;
  readonly onFinish: (() => void) | undefined;
}

/** One row per item, in an order of one's own; a score appears when the estimate beside it is in. */
export function Estimating({ opinion: { own, effortUnit }, round, projectId, onFinish }: EstimatingProps) {
  const [way, setWay] = useState<Way>('parts');
  const table = useRef<HTMLTableElement>(null);
  const finish = useRef<HTMLButtonElement>(null);
  const finishing = useRoundAct('finishEstimating', projectId);
  const left = own.filter(({ estimate }) => estimate === null).length;
  const isClosed = round.closedAt !== null;

  // To the next item that is still to come, from the top again after the last; to the end once none is.
  const goOn = (from: string): void => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('[data-open]') ?? [])];
    const at = rows.findIndex(({ dataset }) => dataset['open'] === from);
    const next = rows[at + 1] ?? rows.find(({ dataset }) => dataset['open'] !== from);
    if (next) next.querySelector('input')?.focus();
    else finish.current?.focus();
  };

  return (
    <>
      <div className={styles.round}>
        <h2>
          Your estimate{' '}
          <span className={styles.subtle} role="status">
            · {own.length - left} of {own.length} in · {isClosed ? 'the round is closed' : 'the score is hidden from you until yours is in'}
          </span>
        </h2>
        <p className={styles.keys}>
          <kbd>Tab</kbd> next <kbd>Enter</kbd> put in
        </p>
      </div>
      <fieldset className={styles.ways}>
        <legend className="visually-hidden">How you estimate</legend>
        {(['parts', 'value'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="way"
              checked={way === each}
              onChange={() => {
                setWay(each);
              }}
            />
            {each === 'parts' ? 'Reach × impact ÷ effort' : 'Simply a value, in any unit of yours'}
          </label>
        ))}
      </fieldset>
      <table ref={table} className={styles.entry}>
        <caption className="visually-hidden">Your estimates</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            {fieldsOf(way, effortUnit).map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              Estimate
            </th>
            <th scope="col">Score from evidence</th>
          </tr>
        </thead>
        <tbody>
          {own.map((item) => (
            <EstimateRow
              key={item.id}
              item={item}
              way={way}
              effortUnit={effortUnit}
              roundId={round.id}
              projectId={projectId}
              isClosed={isClosed}
              onGone={goOn}
            />
          ))}
        </tbody>
      </table>
      {finishing.error && (
        <p role="alert" className={styles.failed}>
          {reason(finishing.error)} {leftBehind(finishing.error)}
        </p>
      )}
      <p className={styles.acts}>
        <Button
          ref={finish}
          appearance={left === 0 || isClosed ? 'primary' : 'default'}
          isLoading={finishing.isPending}
          onClick={() => {
            // First: once the scores may be seen, this part of the page is gone.
            onFinish?.();
            finishing.mutate({ projectId, roundId: round.id });
          }}
        >
          {left === 0 || isClosed ? 'See what the team says' : 'Stop estimating'}
        </Button>
        {left > 0 && (
          <span className={styles.note}>
            The {left} that {left === 1 ? 'is' : 'are'} left {left === 1 ? 'counts' : 'count'} as not estimated then, for good in this round.
          </span>
        )}
      </p>
    </>
  );
}
