import { useState } from 'react';
import type { DecisionHeadView, DecisionView } from '../../../../src/contract/decisions';
import { dayOf } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { PersonName } from '../../../parts/person-name';
import { LookUp } from '../../../parts/states';
import { pinWords } from '../pins/lane';
import styles from './decisions.module.css';
import { Difference } from './difference';
import { Disagree } from './disagree';
import { useDecision } from './queries';

interface DecisionProps {
  readonly projectId: string;
  readonly decisionId: string;
  readonly others: readonly DecisionHeadView[];
  readonly locale: string;
}

/** One decision, replayed from its record, beside what is known today. */
export function Decision({ projectId, decisionId, others, locale }: DecisionProps) {
  const decision = useDecision(projectId, decisionId);
  return (
    <section className={styles.decision} aria-label="Decision">
      <LookUp query={decision} what="the decision">
        {(view) => (
          <>
            <h1>The order of {dayOf(view.at, locale)}</h1>
            {view.takenBackAt !== null && <p>Taken back on {dayOf(view.takenBackAt, locale)}: it was undone in Jira, and is kept for the record.</p>}
            <p className={styles.note} role="status">
              {view.isReplayed ? 'Replayed from its record alone: the very order that was shown then.' : 'Its record gives another order than was shown then.'}
              {view.isPartial && ' Something of it is gone, or counts what you may not browse: its numbers are left out.'}
            </p>
            <Places projectId={projectId} view={view} others={others} locale={locale} />
            <Evidence problems={view.problems} />
            <Checks checks={view.checks} locale={locale} />
            <h2>Would have decided otherwise</h2>
            <ul className={styles.rows}>
              {view.dissent.map(({ by, at, words }) => (
                <li key={by}>
                  “{words}” <PersonName accountId={by} />, {dayOf(at, locale)}
                </li>
              ))}
            </ul>
            <Disagree projectId={projectId} decisionId={decisionId} />
          </>
        )}
      </LookUp>
    </section>
  );
}

function Places({ projectId, view, others, locale }: { readonly view: DecisionView } & Pick<DecisionProps, 'projectId' | 'others' | 'locale'>) {
  const [otherId, setOtherId] = useState('');
  return (
    <>
      {others.length > 0 && (
        <label className={styles.compare}>
          Compare with{' '}
          <select
            value={otherId}
            onChange={(event) => {
              setOtherId(event.currentTarget.value);
            }}
          >
            <option value="">today’s evidence</option>
            {others.map(({ id, at }) => (
              <option key={id} value={id}>
                the order of {dayOf(at, locale)}
              </option>
            ))}
          </select>
        </label>
      )}
      {otherId === '' ? <Table view={view} /> : <Difference projectId={projectId} decisionId={view.id} otherId={otherId} locale={locale} />}
    </>
  );
}

function Table({ view }: { readonly view: DecisionView }) {
  return (
    <table className={styles.places}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Item</th>
          <th scope="col">Tie band</th>
          <th scope="col">Place by the evidence</th>
          <th scope="col">By today’s</th>
        </tr>
      </thead>
      <tbody>
        {view.order.map((row) => {
          const { evidencePlace: then, placeNow: now } = row;
          return (
            <tr key={row.id}>
              <td>{row.place}</td>
              <th scope="row">
                <IssueLink issueKey={row.key} /> {row.summary}
                {row.pin && (
                  <span className={styles.note}>
                    {' '}
                    Pinned, {pinWords[row.pin.kind].toLowerCase()}: {row.pin.reason}
                  </span>
                )}
                {row.reason !== null && <span className={styles.note}> Put here by hand: {row.reason}</span>}
                {row.crossed.map(({ blocker, reason }) => (
                  <span key={reason} className={styles.note}>
                    {' '}
                    Before {blocker ?? 'an item that you can’t see'}, which blocks it: {reason}
                  </span>
                ))}
              </th>
              <td>{row.band ?? '–'}</td>
              <td>{then ?? '–'}</td>
              <td>{now === null ? '–' : now === then ? 'same' : then === null ? now : `${now < then ? '↑' : '↓'} ${String(now)}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Evidence({ problems }: Pick<DecisionView, 'problems'>) {
  const changed = problems.filter(({ changed: records, gone, added }) => records + gone + added > 0);
  if (changed.length === 0) return <p className={styles.note}>The evidence behind it is as it was, record by record.</p>;
  return (
    <>
      <h2>What the evidence says since</h2>
      <ul className={styles.rows}>
        {changed.map(({ id, key, sentence, value, valueNow, changed: records, gone, added }) => (
          <li key={id}>
            <IssueLink issueKey={key} /> {sentence}{' '}
            <span className={styles.note}>
              {[`${String(added)} new`, `${String(records)} changed`, `${String(gone)} gone`].filter((words) => !words.startsWith('0')).join(', ')} · value{' '}
              {value.toFixed(1)}
              {valueNow !== null && ` → ${valueNow.toFixed(1)}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Checks({ checks, locale }: Pick<DecisionView, 'checks'> & { readonly locale: string }) {
  if (checks.length === 0) return null;
  return (
    <>
      <h2>After the fix</h2>
      <ul className={styles.rows}>
        {checks.map(({ key, problemKey, sentence, finishedAt, before, again, others, days }) => (
          <li key={`${key} ${problemKey}`}>
            <IssueLink issueKey={key} /> was finished on {dayOf(finishedAt, locale)}: of {before} customers who reported “{sentence}”,{' '}
            {again === 0 ? 'none' : again} reported it again in {days} days{others > 0 && `; ${String(others)} others did for the first time`}.
          </li>
        ))}
      </ul>
    </>
  );
}
