import { scaleLinear } from 'd3-scale';
import type { GateView } from '../../../../src/contract/gate';
import { dayOf } from '../../../parts/days';
import section from '../settings-page.module.css';
import styles from './gate-section.module.css';

const height = 48;
const step = 8;
const weeksShown = 26;

/** How many of the open epics state an open problem: now in words, week by week as a picture. */
export function Coverage({ weeks, locale }: { readonly weeks: GateView['coverage']; readonly locale: string }) {
  const now = weeks.at(-1);
  const listed = weeks.filter(({ of }) => of > 0).slice(-weeksShown);
  const first = listed[0];
  const y = scaleLinear([0, 1], [0, height]);
  if (!now || now.of === 0) return null;
  return (
    <div>
      <h3>
        {now.stated} of {now.of} open epics state an open problem
      </h3>
      {first && listed.length > 2 && (
        <>
          <svg className={styles.coverage} width={listed.length * step} height={height} aria-hidden="true">
            {listed.map(({ at, stated, of }, index) => (
              <g key={at}>
                <rect x={index * step} y={0} width={step - 2} height={height} className={styles.all} />
                <rect x={index * step} y={height - y(stated / of)} width={step - 2} height={y(stated / of)} className={styles.stated} />
              </g>
            ))}
          </svg>
          <p className={section.note}>
            Week by week since {dayOf(first.at, locale)}, when it was {first.stated} of {first.of}.
          </p>
        </>
      )}
    </div>
  );
}
