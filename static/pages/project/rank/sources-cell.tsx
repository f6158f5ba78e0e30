import type { Source } from '../../../../src/domain/evidence';
import { SourceIcon } from '../../../parts/source-icon';
import { sourceName } from '../../../parts/sources';
import styles from './cells.module.css';

/** What speaks, as icons; the words are in the title. */
export function SourcesCell({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <span className={styles.sources} title={sources.map(sourceName).join(', ')}>
      {sources.slice(0, 5).map((source) => (
        <SourceIcon key={source} source={source} />
      ))}
      {sources.length > 5 && <span className={styles.small}>+{sources.length - 5}</span>}
    </span>
  );
}
