import { useState } from 'react';
import { dayOf } from '../../../parts/days';
import { PersonName } from '../../../parts/person-name';
import { Empty, LookUp } from '../../../parts/states';
import { Decision } from './decision';
import styles from './decisions.module.css';
import { useDecisions } from './queries';

interface DecisionsProps {
  readonly projectId: string;
  readonly locale: string;
}

/** Every order that was applied: who, when, and what it followed from. */
export function Decisions({ projectId, locale }: DecisionsProps) {
  const list = useDecisions(projectId);
  const [chosen, setChosen] = useState<string>();
  return (
    <LookUp query={list} what="the decisions">
      {({ decisions }) => {
        const [newest] = decisions;
        if (!newest) {
          return (
            <Empty title="Nothing was decided here yet">
              <p>Apply the order under Rank: that writes the decision, with everything it follows from.</p>
            </Empty>
          );
        }
        const current = decisions.find(({ id }) => id === chosen) ?? newest;
        return (
          <div className={styles.decisions}>
            <nav aria-label="Decisions">
              <ul>
                {decisions.map(({ id, at, by, places, overrides, takenBackAt }) => (
                  <li key={id}>
                    <button
                      type="button"
                      aria-current={id === current.id ? 'true' : undefined}
                      onClick={() => {
                        setChosen(id);
                      }}
                    >
                      <b>{dayOf(at, locale)}</b>
                      <span>
                        {places} places by <PersonName accountId={by} />
                        {overrides > 0 && ` · ${String(overrides)} put elsewhere by hand`}
                        {takenBackAt !== null && ' · taken back'}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </nav>
            <Decision key={current.id} projectId={projectId} decisionId={current.id} others={decisions.filter(({ id }) => id !== current.id)} locale={locale} />
          </div>
        );
      }}
    </LookUp>
  );
}
