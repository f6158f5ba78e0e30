import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { PanelView } from '../../../src/contract/panel';
import type { Verdict } from '../../../src/domain/gate';
import { dayOf } from '../../parts/days';
import { PersonName } from '../../parts/person-name';
import { useComingBack } from './coming-back';
import { Exemption } from './exemption';
import panel from './panel.module.css';
import styles from './requirement.module.css';
import { StoppedMove } from './stopped-move';

type Item = Extract<PanelView, { role: 'item' }>;
type Required = Pick<Item, 'issue' | 'canLink' | 'gate' | 'solved' | 'inheritedFrom'>;

export interface RequirementProps {
  readonly view: Required;
  readonly verdict: Verdict;
  readonly locale: string;
}

/** What is missing, what the gate does about it, and what to do. */
export function Requirement({ view, verdict, locale }: RequirementProps) {
  const type = view.issue.typeName.toLowerCase();
  useComingBack(verdict.kind === 'stop');
  const more = (
    <>
      {verdict.kind === 'stop' && view.gate?.exemptUntil != null && (
        <p className={panel.small}>Its exemption ended on {dayOf(view.gate.exemptUntil, locale)}.</p>
      )}
      {view.gate?.mayExempt === true && <Exemption issue={view.issue} verdict={verdict} />}
    </>
  );
  if (verdict.kind === 'stop' && view.gate?.stopped)
    return (
      <StoppedMove toStatusId={view.gate.stopped.toStatusId} missing={missing(view, verdict, type)}>
        {more}
      </StoppedMove>
    );
  return (
    <div className={`${panel.section} ${styles.requirement}`}>
      <WarningIcon label="" color="var(--ds-icon-warning)" />
      <div>
        <h2>
          {title(view, verdict)} <Mark verdict={verdict} locale={locale} />
        </h2>
        <p className={panel.subtle}>
          {rule(verdict, type)} {whyNot(view, verdict)} {view.canLink ? 'Link one or write one.' : 'Somebody who may link issues here can add it.'}
        </p>
        {verdict.kind === 'exempt' && verdict.reason !== '' && <p className={panel.small}>Exempt, because: {verdict.reason}</p>}
        {verdict.kind === 'exempt' && view.gate?.exemptOwner != null && (
          <p className={panel.small}>
            Exempted by <PersonName accountId={view.gate.exemptOwner} />
          </p>
        )}
        {more}
      </div>
    </div>
  );
}

function Mark({ verdict, locale }: Pick<RequirementProps, 'verdict' | 'locale'>) {
  switch (verdict.kind) {
    case 'stop':
      return <span className={styles.stop}>Can’t move on</span>;
    case 'would-stop':
      return <span className={styles.note}>May move on, is counted</span>;
    case 'exempt':
      return <span className={styles.note}>Exempt until {dayOf(verdict.until, locale)}</span>;
    case 'pass':
      return null;
  }
}

const isClosed = (verdict: Verdict): boolean => (verdict.kind === 'stop' || verdict.kind === 'would-stop') && verdict.missing === 'problem-not-closed';

function title(view: Required, verdict: Verdict): string {
  if (isClosed(verdict)) return 'The problem it solves is closed';
  return view.inheritedFrom ? 'No problem of its own stated' : 'No problem stated';
}

function rule(verdict: Verdict, type: string): string {
  switch (verdict.kind) {
    case 'stop':
      return `Before this ${type} may move on, it must say which open problem it solves.`;
    case 'would-stop':
    case 'exempt':
      return `Here it is expected of every ${type} to say which open problem it solves.`;
    case 'pass':
      return `Nobody has said which problem this ${type} solves.`;
  }
}

/** What a stopped move lacked, and what to do. */
function missing(view: Required, verdict: Verdict, type: string): string {
  const what = isClosed(verdict) ? 'an open problem' : 'a linked problem';
  const act = view.canLink ? 'Link one here' : 'Somebody who may link issues here can add it';
  const why = whyNot(view, verdict);
  return `Missing: ${what}. ${why === '' ? '' : `${why} `}${act}, then move the ${type} again; nothing else is missing.`;
}

/** Why what is shown below does not do. */
function whyNot({ solved, inheritedFrom }: Required, verdict: Verdict): string {
  const [first] = solved;
  if (!first) return '';
  const keys = solved.map(({ statement }) => statement.key).join(', ');
  if (inheritedFrom) return `${keys} is stated on ${inheritedFrom.key}, not here.`;
  if (isClosed(verdict)) return `${keys} is closed; if it isn’t done, reopen it.`;
  return `${keys} is an ${first.statement.kind}: the problem behind it is missing.`;
}
