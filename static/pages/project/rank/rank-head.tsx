import type { ReactNode } from 'react';
import type { RankingView } from '../../../../src/contract/ranking';
import styles from './rank.module.css';

export interface RankHeadProps {
  readonly view: RankingView;
  readonly title: string;
  readonly summary: string;
  /** Buttons: what can be done with the order. */
  readonly children: ReactNode;
}

/** The answer is the heading; one line says what it rests on. */
export function RankHead({ view, title, summary, children }: RankHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.answer}>
        <h1>{title}</h1>
        <p className={styles.keys}>
          <kbd>↑ ↓</kbd> rows <kbd>Enter</kbd> why <kbd>c</kbd> compare <kbd>f</kbd> flip <kbd>?</kbd> all keys
        </p>
      </div>
      <p className={styles.summary}>
        {summary}
        {view.state === 'building' && view.progress && ` · still reading, ${String(view.progress.done)} of about ${String(view.progress.of)}`}
      </p>
      {view.differsFromShared && <p className={styles.note}>You see statements that not everyone may see: Jira’s own “Evidence score” counts fewer.</p>}
      <div className={styles.acts}>{children}</div>
    </header>
  );
}
