import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Explanation, RankingView } from '../../../../src/contract/ranking';
import { LookUp } from '../../../parts/states';
import { useExplanation } from '../queries';
import type { Drawn } from './drawn';
import { FlipCard } from './flip-card';
import { missingOf } from './missing';
import type { Order, PlacedItem } from './order';
import { groupings, partsOf, saidFor, type Grouping, type Part } from './parts-of-score';
import { Quotes, StrongestQuotes } from './quotes';
import { RecordsTable } from './records-table';
import { Waterfall } from './waterfall';
import styles from './why.module.css';

export interface WhyProps {
  readonly placed: PlacedItem;
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly view: RankingView;
  readonly locale: string;
  /** Whoever asked for the flip card goes there at once. */
  readonly startsAtFlip?: boolean;
  readonly onClose?: () => void;
}

/** Why this place: bars that add up to the score, the words behind them, what speaks against, and what is missing. */
export function Why(props: WhyProps) {
  const why = useExplanation(props.view.project.id, props.placed.item.id);
  return (
    <LookUp query={why} what="the reasons">
      {(explanation) => <Reasons {...props} explanation={explanation} />}
    </LookUp>
  );
}

const bars = 9;
const isGrouping = (text: string): text is Grouping => Object.hasOwn(groupings, text);
const names = Object.keys(groupings).filter(isGrouping);

function Reasons({ placed, order, drawn, view, locale, explanation, startsAtFlip = false, onClose }: WhyProps & { readonly explanation: Explanation }) {
  const { standing } = placed;
  const [by, setBy] = useState<Grouping | 'table'>('customer');
  const [chosen, setChosen] = useState<Part>();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (startsAtFlip) frame.current?.querySelector<HTMLElement>('[data-flip]')?.focus();
  }, [startsAtFlip]);
  const effort = standing.effort.toFixed(2).replace(/\.?0+$/, '');
  const choose = (next: Grouping | 'table') => (): void => {
    setBy(next);
    setChosen(undefined);
  };
  const said = saidFor(standing, explanation);
  return (
    <section
      ref={frame}
      className={styles.why}
      aria-label={`Why place ${String(placed.place)}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (chosen) setChosen(undefined);
        else onClose?.();
      }}
    >
      <div className={styles.main}>
        <div className={styles.head}>
          <h2>Why place {placed.place}</h2>
          <div role="group" aria-label="Add up" className={styles.switch}>
            {names.map((name) => (
              <Choice key={name} isOn={by === name} onChoose={choose(name)}>
                {groupings[name].words}
              </Choice>
            ))}
            <Choice isOn={by === 'table'} onChoose={choose('table')}>
              As table
            </Choice>
          </div>
        </div>
        {by === 'table' ? (
          <RecordsTable said={said} baseline={standing.baseline} total={standing.score} locale={locale} />
        ) : (
          <Waterfall
            parts={partsOf(standing, explanation, by, bars)}
            total={standing.score}
            how={`${standing.value.toFixed(2)} relieved ÷ ${effort} effort`}
            chosen={chosen?.id}
            onChoose={(part) => {
              setChosen((was) => (was?.id === part.id ? undefined : part));
            }}
          />
        )}
        <p className={styles.unit}>
          One unit is a customer of median value, in full pain, fully trusted, today, per typical piece of work. However often a customer speaks, it counts at
          most twice its strongest word.
        </p>
        {placed.score < standing.score && (
          <p className={styles.unit}>
            In the build order it counts {placed.score.toFixed(2)}: items above already solve part of the same{' '}
            {placed.otherProblems > 0 ? 'problems' : 'problem'}.
          </p>
        )}
        <h3>What is missing</h3>
        <ul className={styles.missing}>
          {missingOf(placed, view, explanation).map(({ text, isFine }) => (
            <li key={text}>
              {isFine ? (
                <CheckCircleIcon label="There" size="small" color="var(--ds-icon-success)" />
              ) : (
                <StatusWarningIcon label="Missing" size="small" color="var(--ds-icon-warning)" />
              )}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.side}>
        {chosen ? <Quotes part={chosen} view={view} itemId={placed.item.id} locale={locale} /> : <StrongestQuotes said={said} locale={locale} />}
        <FlipCard placed={placed} order={order} drawn={drawn} view={view} />
      </div>
    </section>
  );
}

function Choice({ isOn, onChoose, children }: { readonly isOn: boolean; readonly onChoose: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" aria-pressed={isOn} onClick={onChoose}>
      {children}
    </button>
  );
}
