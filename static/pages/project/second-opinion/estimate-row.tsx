import Button from '@atlaskit/button/new';
import { useId, useState, type KeyboardEvent } from 'react';
import type { OwnItem } from '../../../../src/contract/second-opinion';
import { estimated, type Estimate } from '../../../../src/domain/opinion/estimate';
import { leftBehind, reason } from '../../../parts/failure-words';
import { IssueName } from '../rank/issue-name';
import { usePutEstimate } from './queries';
import styles from './second-opinion.module.css';
import { estimateIn, fieldsOf, isMisfit, whatFits, type Typed, type Way } from './typed-estimate';

export interface EstimateRowProps {
  readonly item: OwnItem;
  readonly way: Way;
  readonly effortUnit: string;
  readonly roundId: string;
  readonly projectId: string;
  readonly isClosed: boolean;
  /** The row is done with: on to the next. */
  readonly onGone: (id: string) => void;
}

export function EstimateRow({ item, way, effortUnit, roundId, projectId, isClosed, onGone }: EstimateRowProps) {
  const [typed, setTyped] = useState<Typed>({});
  const putting = usePutEstimate(projectId);
  const ownId = useId();
  const fields = fieldsOf(way, effortUnit);
  const estimate = estimateIn(typed, way);
  const put = (one: Estimate): void => {
    putting.mutate({ roundId, issueId: item.id, estimate: one });
    onGone(item.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (estimate) put(estimate);
    // What is missing comes next.
    else [...event.currentTarget.querySelectorAll('input')][fields.findIndex(({ name }) => !fitsIn(name, typed))]?.focus();
  };
  const isIn = item.estimate !== null;
  // On its way counts as in: the next row has the focus already.
  const isOpen = !isIn && !putting.isPending && !putting.isSuccess && !isClosed;
  return (
    <tr onKeyDown={onKeyDown} {...(isOpen && { 'data-open': item.id })}>
      <th scope="row">
        <IssueName item={item} type={item.type} />
        {putting.error && (
          <span role="alert" className={styles.failed}>
            {reason(putting.error)} {leftBehind(putting.error)}
          </span>
        )}
      </th>
      {fields.map(({ name, title }) => (
        <td key={name} data-title={title}>
          {isOpen ? (
            <>
              <input
                className={styles.field}
                inputMode="decimal"
                autoComplete="off"
                aria-label={`${title}: ${item.summary}`}
                aria-invalid={isMisfit(name, typed[name])}
                aria-describedby={isMisfit(name, typed[name]) ? `${ownId}${name}` : undefined}
                value={typed[name] ?? ''}
                onChange={(event) => {
                  setTyped({ ...typed, [name]: event.currentTarget.value });
                }}
              />
              {isMisfit(name, typed[name]) && (
                <span id={`${ownId}${name}`} className={styles.misfit}>
                  {whatFits[name]}
                </span>
              )}
            </>
          ) : (
            <span className={styles.still}>{partOf(item.estimate, name)}</span>
          )}
        </td>
      ))}
      <td className={styles.number}>{rounded(item.estimate ?? estimate)}</td>
      <td>
        {isIn ? (
          <span className={styles.shown}>
            <b>{item.score === null ? '–' : item.score.toFixed(1)}</b>{' '}
            <span className={styles.note}>
              {item.score === null ? 'no problem stated' : item.estimate?.kind === 'passed' ? 'shown, you passed' : 'shown, estimate is in'}
            </span>
            {item.estimate?.kind !== 'passed' && !isClosed && (
              <Button
                appearance="subtle"
                spacing="compact"
                aria-label={`Take back: ${item.summary}`}
                isLoading={putting.isPending}
                onClick={() => {
                  putting.mutate({ roundId, issueId: item.id, estimate: { kind: 'passed' } });
                }}
              >
                Take back
              </Button>
            )}
          </span>
        ) : (
          <span className={styles.shown}>
            <span className={styles.hidden} title="Hidden until your estimate is in">
              <span className="visually-hidden">hidden until your estimate is in</span>
            </span>
            {isOpen && (
              <>
                <Button
                  appearance="subtle"
                  spacing="compact"
                  isDisabled={!estimate}
                  aria-label={`Put in: ${item.summary}`}
                  onClick={() => {
                    if (estimate) put(estimate);
                  }}
                >
                  Put in
                </Button>
                <Button
                  appearance="subtle"
                  spacing="compact"
                  aria-label={`Pass: ${item.summary}`}
                  onClick={() => {
                    put({ kind: 'passed' });
                  }}
                >
                  Pass
                </Button>
              </>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

const fitsIn = (name: keyof typeof whatFits, typed: Typed): boolean => (typed[name] ?? '').trim() !== '' && !isMisfit(name, typed[name]);

function rounded(estimate: Estimate | undefined): string {
  const value = estimate && estimated(estimate);
  if (estimate?.kind === 'passed') return 'passed';
  return value === undefined ? '' : value.toFixed(value < 100 ? 1 : 0);
}

/** What was put in, field by field; a value that was typed as one has no parts. */
function partOf(estimate: Estimate | null, name: keyof typeof whatFits): string {
  if (estimate?.kind === 'parts' && name !== 'value') return String(estimate[name]);
  return estimate?.kind === 'value' && name === 'value' ? String(estimate.value) : '';
}
