import Button from '@atlaskit/button/new';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { Failed } from '../../../parts/states';
import { AsideHead } from '../aside-head';
import { useDueDays } from '../lenses/queries';
import type { AsideProps } from '../rank/asides';
import { lensOf, withLens, type Changes } from './changes';
import { compare, savedOrder } from './compare';
import { LensField } from './lens-field';
import { OrderRows } from './order-rows';
import { Proposal } from './proposal';
import { Reading } from './reading';
import { SourceFields } from './source-fields';
import { Stability } from './stability';
import { TypedChanges } from './typed-changes';
import { UnknownToLens } from './unknown-to-lens';
import { useChanges } from './use-changes';
import { useEngine } from './use-engine';
import styles from './what-if.module.css';
import { headingOf, markdownOf, namesIn, summaryOf } from './words';

const unasked: Changes = [];

/** The order under other half-lives, trusts, covers and efforts, beside the saved one; nothing is saved until somebody says so. */
export function WhatIf(props: AsideProps) {
  // The order it started from: one that moved underneath would make a what-if of two things at once.
  const [{ view, order, level }] = useState(props);
  const { state, answer, ask, retry } = useEngine(view, level);
  const { changes, before, change, reset } = useChanges(view.project.id);
  const [isTyping, setTyping] = useState(false);
  const [isProposing, setProposing] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const names = useMemo(() => namesIn(view), [view]);
  const saved = useMemo(() => savedOrder(order, new Map(view.items.map(({ id }, at) => [id as string, at]))), [view, order]);
  const compared = useMemo(() => compare(view.items.length, saved, answer ?? saved), [view, saved, answer]);
  const isReady = state.kind === 'ready';
  const due = useDueDays(view.project, lensOf(changes) === 'wsjf');
  // WSJF without due dates would be another number: it waits for them.
  const isAskable = isReady && (lensOf(changes) !== 'wsjf' || due.data !== undefined);
  useEffect(() => {
    if (isAskable) ask(changes, due.data);
  }, [isAskable, ask, changes, due.data]);
  const lens = lensOf(answer?.changes ?? unasked);
  const keys = (event: KeyboardEvent): void => {
    if (
      event.key !== 'r' ||
      isSaved ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLSelectElement
    )
      return;
    event.preventDefault();
    reset();
  };
  const drawn = props.order === order ? props.drawn : undefined;
  return (
    <section className={styles.whatIf} aria-label="What if" onKeyDown={keys}>
      <AsideHead
        title={headingOf(changes, names)}
        note={
          <p role="status" className={styles.summary}>
            {summaryOf(answer?.changes ?? unasked, compared)}
          </p>
        }
        part={isProposing}
        onClose={props.onClose}
      >
        <div className={styles.acts}>
          {before.length > 0 ? (
            <Button
              appearance="subtle"
              onClick={() => {
                change(before);
              }}
            >
              Put my changes back
            </Button>
          ) : (
            <Button appearance="subtle" isDisabled={changes.length === 0 || isSaved} onClick={reset}>
              Back to saved
            </Button>
          )}
          <Button
            appearance="primary"
            isDisabled={!isReady || changes.length === 0 || isProposing}
            onClick={() => {
              setProposing(true);
            }}
          >
            Propose as settings
          </Button>
        </div>
      </AsideHead>
      <p className={styles.keys}>
        <kbd>←</kbd> <kbd>→</kbd> step <kbd>Shift</kbd> ten steps <kbd>r</kbd> back to saved
      </p>
      {isProposing && (
        <Proposal
          projectId={view.project.id}
          changes={changes}
          names={names}
          effortUnit={view.effortUnit}
          text={markdownOf(changes, compared, view, names)}
          onClose={() => {
            setProposing(false);
          }}
          onSaved={() => {
            setSaved(true);
          }}
          onUndone={() => {
            setSaved(false);
          }}
        />
      )}
      {state.kind === 'failed' ? (
        <Failed what="the evidence behind the order" failure={state.failure} onRetry={retry} />
      ) : (
        <div className={styles.sides}>
          <div className={styles.settings}>
            {state.kind === 'reading' ? (
              <Reading done={state.done} of={state.of} />
            ) : (
              <>
                <LensField
                  lens={lensOf(changes)}
                  due={due}
                  isDisabled={isSaved || isProposing}
                  onChange={(chosen) => {
                    change(withLens(changes, chosen));
                  }}
                />
                {state.ready.records.size === 0 ? (
                  <div className={styles.group}>
                    <h2>No evidence yet</h2>
                    <p className={styles.small}>
                      Nobody has said anything on these problems, so there is nothing to trust or to fade. Open a ticket, and tag it with the problem it speaks
                      for.
                    </p>
                  </div>
                ) : (
                  <SourceFields
                    saved={state.ready.sources}
                    records={state.ready.records}
                    changes={changes}
                    isDisabled={isSaved || isProposing}
                    onChange={change}
                  />
                )}
                <TypedChanges
                  changes={changes}
                  names={names}
                  effortUnit={view.effortUnit}
                  isTyping={isTyping}
                  isDisabled={isSaved || isProposing}
                  onTyping={setTyping}
                  onChange={change}
                />
              </>
            )}
          </div>
          <div className={styles.orders}>
            <OrderRows
              view={view}
              compared={compared}
              lens={lens}
              changes={isTyping ? changes : unasked}
              isTyping={isTyping && isReady && !isSaved && !isProposing}
              onChange={change}
            />
            {order.unstated.length > 0 && (
              <p className={styles.small}>
                {order.unstated.length === 1 ? 'One item states' : `${String(order.unstated.length)} items state`} no problem: no setting moves{' '}
                {order.unstated.length === 1 ? 'it' : 'them'}.
              </p>
            )}
            {lens ? <UnknownToLens lens={lens} compared={compared} /> : drawn && <Stability compared={compared} items={view.items} drawn={drawn} />}
          </div>
        </div>
      )}
    </section>
  );
}
