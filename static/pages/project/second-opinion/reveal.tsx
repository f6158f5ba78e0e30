import WarningIcon from '@atlaskit/icon/core/status-warning';
import { useState } from 'react';
import type { RevealedOpinion } from '../../../../src/contract/second-opinion';
import { blended, viewNames, type ViewName } from '../../../../src/domain/opinion/compare-views';
import { dayOf } from '../../../parts/days';
import { IssueLink } from '../../../parts/issue-link';
import { IssueName } from '../rank/issue-name';
import type { Order } from '../rank/order';
import { ApartDrawing, apartScale } from './apart-drawing';
import { inBothViews, inOrder, type BothViews } from './both-views';
import { rounded } from '../../../parts/rounded';
import styles from './reveal.module.css';

export interface RevealProps {
  readonly revealed: RevealedOpinion;
  readonly order: Order | undefined;
  readonly locale: string;
}

const viewWords = { evidence: 'Evidence', team: 'Team', blended: 'Blended' } as const satisfies Record<ViewName, string>;
const flagWords = { 'evidence-higher': 'Evidence higher', 'team-higher': 'Team higher' } as const;

/** Both views of every item, where they lie apart, and one order of three. */
export function Reveal({ revealed, order, locale }: RevealProps) {
  const [view, setView] = useState<ViewName>('blended');
  const items = inBothViews(revealed.items);
  const ordered = inOrder(items, view);
  const scale = apartScale(items);
  const apart = ordered.filter(({ flag }) => flag !== undefined);
  return (
    <section className={styles.reveal} aria-labelledby="reveal">
      <div className={styles.head}>
        <h2 id="reveal">
          What the team says{' '}
          <span className={styles.subtle}>
            · {talks(apart.length)} · {revealed.people === 1 ? 'one person' : `${String(revealed.people)} people`},{' '}
            {revealed.closedAt === null ? 'so far' : `closed ${dayOf(revealed.closedAt, locale)}`}
          </span>
        </h2>
        <div role="group" aria-label="Order by" className={styles.views}>
          <span aria-hidden="true">Order by</span>
          {viewNames.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              onClick={() => {
                setView(name);
              }}
            >
              {viewWords[name]}
            </button>
          ))}
        </div>
      </div>
      <table className={styles.table}>
        <caption className="visually-hidden">Evidence and team, ordered by {viewWords[view].toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              #
            </th>
            <th scope="col">Item</th>
            <th scope="col" className={styles.number}>
              <span className={styles.circle} aria-hidden="true" /> Evidence
            </th>
            <th scope="col" className={styles.number}>
              <span className={styles.diamond} aria-hidden="true" /> Team, middle
            </th>
            <th scope="col" className={styles.drawing}>
              Apart <span className={styles.line} aria-hidden="true" /> <span className={styles.subtle}>spread of the team</span>
            </th>
            <th scope="col">
              <span className="visually-hidden">Disagreement</span>
            </th>
            <th scope="col" className={styles.number}>
              Blended
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((item, at) => (
            <tr key={item.id}>
              <td className={styles.number}>
                <b>{at + 1}</b>
              </td>
              <th scope="row">
                <IssueName item={item} type={item.type} />
              </th>
              <td className={styles.number}>
                <Place place={item.evidencePlace} /> {known(item.score) ?? <span title="No problem stated">–</span>}
              </td>
              <td className={styles.number} title={item.team ? `${String(item.team.people)} estimated it` : undefined}>
                <Place place={item.teamPlace} /> {known(item.middle) ?? <span title="Nobody estimated it">–</span>}
              </td>
              <td className={styles.drawing}>
                <ApartDrawing item={item} scale={scale} />
              </td>
              <td>
                {item.flag && (
                  <span className={styles.flag}>
                    <WarningIcon label="" size="small" /> {flagWords[item.flag]}
                  </span>
                )}
              </td>
              <td className={styles.number}>
                <b>{known(blended(item)) ?? '–'}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {apart.length > 0 && (
        <div className={styles.talk}>
          <WarningIcon label="" color="var(--ds-icon-warning)" />
          <ul>
            {apart.map((item) => (
              <WorthATalk key={item.id} item={item} problem={order?.placed.find(({ item: { id } }) => id === item.id)?.problem?.key} />
            ))}
          </ul>
        </div>
      )}
      <p className={styles.note}>
        Blended = √(evidence × team), a view only: it never enters the score. Evidence is the score of each item alone. Each person’s estimates are set to the
        same middle as the scores of the items they estimated, then the middle of the team is taken. A disagreement is flagged when one is more than twice the
        other.
      </p>
    </section>
  );
}

function WorthATalk({ item, problem }: { readonly item: BothViews; readonly problem: string | undefined }) {
  const isTeam = item.flag === 'team-higher';
  return (
    <li>
      <b>
        {item.summary}: the team says {known(item.middle)}, the evidence {known(item.score)}.
      </b>{' '}
      {isTeam ? 'If the team knows something that nobody wrote down, ' : 'If the team knows what speaks against it, '}
      <IssueLink issueKey={problem ?? item.key}>{isTeam ? 'add it as evidence' : 'add that as evidence, too'}</IssueLink>.
    </li>
  );
}

const Place = ({ place }: { readonly place: number | undefined }) =>
  place === undefined ? null : (
    <span className={styles.place}>
      {place}
      <span className="visually-hidden">. place,</span>
    </span>
  );

const known = (value: number | undefined): string | undefined => (value === undefined ? undefined : rounded(value));

const talks = (n: number): string => (n === 0 ? 'no disagreement' : n === 1 ? 'one disagreement worth a talk' : `${String(n)} disagreements worth a talk`);
