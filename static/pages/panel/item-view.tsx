import { useState } from 'react';
import type { PanelView } from '../../../src/contract/panel';
import { count } from '../../parts/count';
import { dayOf } from '../../parts/days';
import { IssueLink } from '../../parts/issue-link';
import { coverWord } from '../../parts/cover-words';
import { Sentence, Strip, Voices } from './backed-statement';
import { CoverChoice } from './cover';
import { gateVerdict } from './gate-verdict';
import styles from './item-view.module.css';
import { LoudNote } from './loud-note';
import { NotConvinced } from './not-convinced';
import panel from './panel.module.css';
import { Place } from './place';
import { Requirement } from './requirement';
import { StateTheProblem } from './state-the-problem';
import { TagFold } from './tag-fold';

export type Item = Extract<PanelView, { role: 'item' }>;

export interface ItemViewProps {
  readonly view: Item;
  readonly locale: string;
}

/** What an engineer sees without a click: the problem, who has it, how strong it is, the voices, and what speaks against. */
export function ItemView({ view, locale }: ItemViewProps) {
  const verdict = gateVerdict(view, view.now);
  const isStated = view.solved.length > 0;
  return (
    <>
      {(!isStated || verdict.kind !== 'pass') && <Requirement view={view} verdict={verdict} locale={locale} />}
      {!isStated && <AskedFor view={view} locale={locale} />}
      {!isStated && view.canLink && <StateTheProblem view={view} />}
      {isStated && verdict.kind !== 'pass' && view.canLink && <StateFold view={view} />}
      {view.inheritedFrom && <Inherited from={view.inheritedFrom} />}
      {view.solved.map((solved) => (
        <article key={solved.statement.id} className={styles.statement}>
          <Sentence backed={solved} how={how(solved, view)} />
          <Strip backed={solved}>{view.place && <Place place={view.place} issueKey={view.issue.key} />}</Strip>
          <LoudNote loudest={solved.loudest} />
          <Voices backed={solved} locale={locale} />
          <NotConvinced issueId={view.issue.id} backed={solved} canSay={view.canLink} locale={locale} />
        </article>
      ))}
      {isStated && <AskedFor view={view} locale={locale} />}
      <TagFold issue={view.issue} ticket={view.ticket} canLink={view.canLink} locale={locale} />
    </>
  );
}

/** Where something is stated that the gate does not count: the way to state what it does. */
function StateFold({ view }: { readonly view: Item }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={panel.fold}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>State an open problem</summary>
      {isOpen && <StateTheProblem view={view} />}
    </details>
  );
}

function how(solved: Item['solved'][number], view: Item) {
  const what = view.inheritedFrom ? view.inheritedFrom.key : `this ${view.issue.typeName.toLowerCase()}`;
  const { statement, via, cover } = solved;
  return (
    <>
      {via === 'solves' ? 'solved' : 'realised'}{' '}
      {view.canLink && !view.inheritedFrom ? (
        <CoverChoice issue={view.issue} statement={statement} via={via} cover={cover} />
      ) : (
        <b className={styles.cover}>{coverWord(cover)}</b>
      )}{' '}
      by {what}
    </>
  );
}

function Inherited({ from }: { readonly from: NonNullable<Item['inheritedFrom']> }) {
  return (
    <p className={`${panel.sunken} ${styles.inherited}`}>
      From its epic <IssueLink issueKey={from.key} /> {from.summary}
    </p>
  );
}

function AskedFor({ view, locale }: { readonly view: Item; readonly locale: string }) {
  const { isReported, created, requests, customers } = view.askedFor;
  const type = view.issue.typeName.toLowerCase();
  return (
    <p className={`${panel.section} ${styles.asked}`}>
      <span className={panel.subtle}>Asked for by</span>
      <span>
        {isReported ? 'a colleague' : 'nobody named'}, {dayOf(created, locale)} ·{' '}
        {requests === 0 ? `no request on this ${type} itself` : `${count(requests, 'request')}${customers > 0 ? ` from ${count(customers, 'customer')}` : ''}`}
      </span>
    </p>
  );
}
