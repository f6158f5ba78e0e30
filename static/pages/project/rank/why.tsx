import type { Explanation, RankingView } from '../../../../src/contract/ranking';
import { Quote } from '../../../parts/quote';
import { isMeasured } from '../../../parts/sources';
import { LookUp } from '../../../parts/states';
import { useExplanation } from '../queries';
import type { Drawn } from './drawn';
import { FlipCard } from './flip-card';
import { missingOf } from './missing';
import type { Order, PlacedItem } from './order';
import { partsOf } from './parts-of-score';
import { Waterfall } from './waterfall';
import styles from './why.module.css';

export interface WhyProps {
  readonly placed: PlacedItem;
  readonly order: Order;
  readonly drawn: Drawn | undefined;
  readonly view: RankingView;
  readonly locale: string;
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

function Reasons({ placed, order, drawn, view, locale, explanation }: WhyProps & { readonly explanation: Explanation }) {
  const { standing } = placed;
  const said = explanation.problems.flatMap(({ contributions }) => contributions).filter(({ text, source }) => text !== null && !isMeasured(source));
  const strongest = said
    .filter(({ counts }) => counts > 0)
    .sort((a, b) => b.counts - a.counts)
    .slice(0, 3);
  const against = said.filter(({ counts }) => counts < 0).sort((a, b) => a.counts - b.counts);
  const effort = standing.effort.toFixed(2).replace(/\.?0+$/, '');
  return (
    <section className={styles.why} aria-label={`Why place ${String(placed.place)}`}>
      <div className={styles.main}>
        <h2>Why place {placed.place}</h2>
        <Waterfall parts={partsOf(standing, explanation, 9)} total={standing.score} how={`${standing.value.toFixed(2)} relieved ÷ ${effort} effort`} />
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
          {missingOf(placed, view, explanation).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className={styles.side}>
        <h3>Strongest quotes</h3>
        {strongest.length === 0 ? (
          <p className={styles.unit}>No words are kept with this evidence.</p>
        ) : (
          <ul>
            {strongest.map((quote) => (
              <Quote key={quote.id} quote={quote} locale={locale} counts={quote.counts} />
            ))}
          </ul>
        )}
        <h3>Speaks against</h3>
        {against.length === 0 ? (
          <p className={styles.unit}>Nobody has spoken against it yet.</p>
        ) : (
          <ul>
            {against.map((quote) => (
              <Quote key={quote.id} quote={quote} locale={locale} counts={quote.counts} />
            ))}
          </ul>
        )}
        <FlipCard placed={placed} order={order} drawn={drawn} view={view} />
      </div>
    </section>
  );
}
