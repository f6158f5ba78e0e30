import type { DifferenceView } from '../../../../src/contract/decisions';
import { dayOf } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { LookUp } from '../../../parts/states';
import styles from './decisions.module.css';
import { useDifference } from './queries';

interface DifferenceProps {
  readonly projectId: string;
  readonly decisionId: string;
  readonly otherId: string;
  readonly locale: string;
}

/** From the earlier to the later of two decisions: which items moved, which problems' values and which settings are others. */
export function Difference({ projectId, decisionId, otherId, locale }: DifferenceProps) {
  const difference = useDifference(projectId, decisionId, otherId);
  return (
    <LookUp query={difference} what="the other decision">
      {(view) => (
        <section aria-label="Difference">
          <h2>
            From {dayOf(view.earlierAt, locale)} to {dayOf(view.laterAt, locale)}
          </h2>
          {view.isPartial && <p className={styles.note}>Something of it is gone, or counts what you may not browse: it is left out.</p>}
          <Part title="Items at another place" none="Every item has the same place in both." rows={view.items.map(itemRow)} />
          <Part title="Problems with another value" none="Every problem has the same value in both." rows={view.problems.map(problemRow)} />
          <Part title="Settings" none="Both were decided with the same settings." rows={view.params.map(paramRow)} />
        </section>
      )}
    </LookUp>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly isIssue: boolean;
  readonly then: string;
  readonly now: string;
}

function Part({ title, none, rows }: { readonly title: string; readonly none: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return <p className={styles.note}>{none}</p>;
  return (
    <table className={styles.places}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">Earlier</th>
          <th scope="col">Later</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, isIssue, then, now }) => (
          <tr key={key}>
            <th scope="row">
              {isIssue && <IssueLink issueKey={key} />} {name}
            </th>
            <td>{then}</td>
            <td>{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const placeWords = (place: number | null): string => (place === null ? 'not in it' : `place ${String(place)}`);
const valueWords = (value: number | null): string => (value === null ? 'not in it' : value.toFixed(1));

const itemRow = ({ key, summary, then, now }: DifferenceView['items'][number]): Row => {
  const arrow = then !== null && now !== null ? `${now < then ? '↑' : '↓'} ` : '';
  return { key, name: summary, isIssue: true, then: placeWords(then), now: arrow + placeWords(now) };
};
const problemRow = ({ key, sentence, then, now }: DifferenceView['problems'][number]): Row => ({
  key,
  name: sentence,
  isIssue: true,
  then: valueWords(then),
  now: valueWords(now),
});
const paramRow = ({ name, then, now }: DifferenceView['params'][number]): Row => ({
  key: name,
  name: paramWords[name] ?? name,
  isIssue: false,
  then: then ?? 'not set',
  now: now ?? 'not set',
});

/** What a person calls the settings that the page needs; any other one stands under the score's own name. */
const paramWords: Readonly<Record<string, string | undefined>> = {
  a0: 'Starting value of a problem',
  rho: 'What each further message of a customer counts, of the one before',
  w0: 'What one more customer counts when asking what to research',
  lambda: 'How much effort counts',
  effortFloor: 'Smallest effort',
  effortRef: 'Typical effort',
  sigmaEffort: 'Spread of efforts',
  sigmaEffortMissing: 'Spread of efforts that nobody estimated',
  sigmaCover: 'Spread of covers',
  draws: 'Draws',
  seed: 'Seed of the draws',
  topK: 'Places that are watched',
  level: 'Level',
  defaultCover: 'Cover where none is said',
};
