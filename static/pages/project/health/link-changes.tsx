import type { FaultView } from '../../../../src/contract/health';
import styles from './health.module.css';

type Repairs = FaultView['repairs'];

const mostListed = 50;

/** Exactly which links go and which come, in words. */
export function LinkChanges({ repairs }: { readonly repairs: Repairs }) {
  const removes = repairs.flatMap((repair) => repair.removes);
  const adds = repairs.flatMap((repair) => repair.adds);
  return (
    <div className={styles.changes}>
      <Links title={removes.length === 1 ? 'This link goes' : `These ${String(removes.length)} links go`} words={removes} sign="−" />
      <Links title={adds.length === 1 ? 'This link comes' : `These ${String(adds.length)} links come`} words={adds} sign="+" />
    </div>
  );
}

function Links({ title, words, sign }: { readonly title: string; readonly words: readonly string[]; readonly sign: string }) {
  if (words.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {words.slice(0, mostListed).map((link, at) => (
          <li key={`${link}${String(at)}`}>
            <span aria-hidden="true">{sign}</span> {link}
          </li>
        ))}
      </ul>
      {words.length > mostListed && <p className={styles.mends}>{`and ${String(words.length - mostListed)} more of the same kind`}</p>}
    </div>
  );
}
