import EpicIcon from '@atlaskit/icon/core/epic';
import WorkItemIcon from '@atlaskit/icon/core/work-item';
import styles from './statement-tile.module.css';

/** Beside a statement's tile: work, of which only the level is known here. */
export function WorkTile({ level }: { readonly level: number }) {
  const [Icon, label] = level > 0 ? ([EpicIcon, 'Epic'] as const) : ([WorkItemIcon, 'Work item'] as const);
  return (
    <span className={`${styles.tile} ${level > 0 ? styles.epic : styles.work}`}>
      <Icon label={label} size="small" color="currentColor" />
    </span>
  );
}
