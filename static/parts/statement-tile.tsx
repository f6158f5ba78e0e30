import CompassIcon from '@atlaskit/icon/core/compass';
import LightbulbIcon from '@atlaskit/icon/core/lightbulb';
import ProblemIcon from '@atlaskit/icon/core/problem';
import { statementWords, type StatementKind } from '../../src/domain/statements';
import styles from './statement-tile.module.css';

const icons = { insight: LightbulbIcon, problem: ProblemIcon, opportunity: CompassIcon } as const;

export function StatementTile({ kind }: { readonly kind: StatementKind }) {
  const Icon = icons[kind];
  return (
    <span className={`${styles.tile} ${styles[kind]}`}>
      <Icon label={statementWords[kind].name} size="small" color="currentColor" />
    </span>
  );
}
