import InformationCircleIcon from '@atlaskit/icon/core/information-circle';
import { lensTitle, type LensId } from '../lenses/names';
import type { Compared } from './compare';
import styles from './what-if.module.css';

/** What a lens can't say anything of, and where it stands for that. */
export function UnknownToLens({ lens, compared }: { readonly lens: LensId; readonly compared: Compared }) {
  const { scores } = compared.whatIf;
  const unknown = scores.reduce((count, score) => count + (Number.isNaN(score) ? 1 : 0), 0);
  return (
    <p className={styles.note}>
      <InformationCircleIcon label="" color="var(--ds-icon-information)" />
      <span>
        <b>{lensTitle(lens)} over the same evidence.</b>{' '}
        {unknown === 0
          ? 'Every item has a number.'
          : unknown === scores.length
            ? 'The evidence doesn’t say what it asks for, so the order is the evidence’s own.'
            : `The evidence doesn’t say what it asks for of ${unknown === 1 ? 'one item: it stands last' : `${String(unknown)} items: they stand last`}, as the evidence has ${unknown === 1 ? 'it' : 'them'}.`}
      </span>
    </p>
  );
}
