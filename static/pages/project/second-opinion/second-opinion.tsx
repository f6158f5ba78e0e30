import type { ReactNode } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import type { SecondOpinionView } from '../../../../src/contract/second-opinion';
import { LookUp } from '../../../parts/states';
import { AsideHead } from '../aside-head';
import type { Order } from '../rank/order';
import { Estimating } from './estimating';
import { NextRound } from './next-round';
import { useSecondOpinion } from './queries';
import { Reveal } from './reveal';
import { RunningRound } from './running-round';
import styles from './second-opinion.module.css';

export interface SecondOpinionProps {
  readonly view: RankingView;
  readonly locale: string;
  /** The order from the evidence; a person who is estimating has none. */
  readonly order?: Order;
  readonly onClose?: () => void;
  /** The person stops estimating: what comes next shows the scores. */
  readonly onFinish?: () => void;
}

/** A team estimates before it looks; then both views stand side by side. */
export function SecondOpinion({ view, locale, order, onClose, onFinish }: SecondOpinionProps) {
  const opinion = useSecondOpinion(view.project.id);
  return (
    <section className={styles.opinion} aria-label="Second opinion">
      <AsideHead
        title="Second opinion"
        note={<p className={styles.subtle}>Estimate before you look. Two independent views beat either alone; the estimate never enters the score.</p>}
        onClose={onClose}
      />
      <LookUp query={opinion} what="the second opinion">
        {(shown) => partsOf(shown, { view, locale, ...(order && { order }), ...(onFinish && { onFinish }) })}
      </LookUp>
    </section>
  );
}

function partsOf(opinion: SecondOpinionView, { view, locale, order, onFinish }: SecondOpinionProps): ReactNode {
  const { round, standing, revealed } = opinion;
  if (round && standing === 'estimating') return <Estimating opinion={opinion} round={round} projectId={view.project.id} onFinish={onFinish} />;
  return (
    <>
      {round && <RunningRound opinion={opinion} round={round} projectId={view.project.id} locale={locale} />}
      {revealed && <Reveal revealed={revealed} order={order} locale={locale} />}
      {round?.closedAt === null || !order ? null : <NextRound opinion={opinion} order={order} view={view} />}
    </>
  );
}
