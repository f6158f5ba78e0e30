import type { Item } from './item-view';
import styles from './backed-statement.module.css';
import { ProjectLink } from '../../parts/project-link';
import panel from './panel.module.css';

/** Place is always with its doubt. */
export function Place({ place, issueKey }: { readonly place: NonNullable<Item['place']>; readonly issueKey: string }) {
  const tied = place.tiedWith.slice(0, 2).join(', ');
  const more = place.tiedWith.length - 2;
  return (
    <>
      <p className={styles.big}>
        Place {place.place} of {place.of}
        <ProjectLink projectKey={issueKey.slice(0, issueKey.lastIndexOf('-'))}>Why</ProjectLink>
      </p>
      <p className={panel.small} title="Draws use the standing scores, each item alone.">
        {tied !== '' && `tied with ${tied}${more > 0 ? ` and ${String(more)} more` : ''} · `}first in {Math.round(place.first * 100)} of 100 draws
      </p>
    </>
  );
}
