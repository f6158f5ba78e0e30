import { useMemo } from 'react';
import { ago } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { Loading } from '../../../parts/states';
import { AsideHead } from '../aside-head';
import { DiscoveryTaskButton } from '../discovery/discovery-task';
import type { AsideProps } from '../rank/asides';
import { moreCustomers } from '../rank/flips';
import type { PlacedItem } from '../rank/order';
import { researchFor, type OpenQuestion } from './questions';
import styles from './research.module.css';

/** What to research next: the problems whose answer could change what is built first, most worth asking first. */
export function ResearchNext({ view, order, drawn, locale, onClose }: AsideProps) {
  const research = useMemo(() => drawn && researchFor(view, order, drawn), [view, order, drawn]);
  const [first] = order.placed;
  const [best] = research?.open ?? [];
  return (
    <section className={styles.research} aria-label="What to research next">
      <AsideHead
        title={best ? `Ask about ${best.problem.key} next` : research ? 'No research changes the first pick' : 'What to research next'}
        onClose={onClose}
      />
      {!research || !first ? (
        <Loading what="the draws" />
      ) : (
        <>
          <p>
            {best
              ? `${first.item.summary} is first today. These questions could change that; no other one can.`
              : `${first.item.summary} stays first, whatever comes out about any one problem: build it, and ask about what comes after it.`}
          </p>
          <ol>
            {research.open.map((question) => (
              <Question key={question.problem.id} question={question} first={first} view={view} locale={locale} />
            ))}
          </ol>
          {research.settled.length > 0 && (
            <details>
              <summary>
                {research.settled.length} {research.settled.length === 1 ? 'problem' : 'problems'} on which no research changes the first pick
              </summary>
              <ul>
                {research.settled.map(({ id, key, sentence }) => (
                  <li key={id}>
                    <IssueLink issueKey={key} /> {sentence}
                  </li>
                ))}
              </ul>
            </details>
          )}
          <p className={styles.small}>
            Worth is by how much the value per effort of what is built first would rise on average, were this one problem known for sure; over{' '}
            {order.params.draws.toLocaleString('en')} draws of standing scores, seed {order.params.seed}.
          </p>
        </>
      )}
    </section>
  );
}

interface QuestionProps extends Pick<AsideProps, 'view' | 'locale'> {
  readonly question: OpenQuestion;
  readonly first: PlacedItem;
}

function Question({ question: { problem, worth, challenger, instead, cheapest }, first, view, locale }: QuestionProps) {
  const { key, sentence, customers, measured, newest } = problem;
  return (
    <li className={styles.question}>
      <div>
        <h2>
          <IssueLink issueKey={key} /> {sentence}
        </h2>
        {challenger && (
          <p>
            {instead < 1 ? 'In fewer than 1' : `In ${String(instead)}`} of 100 draws of it, {challenger.item.summary} would be built first instead of{' '}
            {first.item.summary}.
          </p>
        )}
        <p className={styles.small}>
          {customers === 0 ? 'No customer has' : `${String(customers)} ${customers === 1 ? 'customer has' : 'customers have'}`} spoken for it
          {measured > 0 && `, measured on ${String(measured)}`}
          {newest === null ? '' : ` · newest ${ago(newest, view.now, locale)}`}
        </p>
        <p>
          {cheapest ? (
            <>
              Cheapest question: <b>{moreCustomers(cheapest.question.need)}</b> {cheapest.question.stance === 'for' ? 'who have it' : 'to whom it is none'}, and{' '}
              {cheapest.lower.item.summary} comes first.
            </>
          ) : (
            'No number of customers decides it alone.'
          )}
        </p>
        {cheapest && <DiscoveryTaskButton {...cheapest} view={view} />}
      </div>
      <p className={styles.worth}>
        worth <b>{worth.toFixed(2)}</b>
      </p>
    </li>
  );
}
