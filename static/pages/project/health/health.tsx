import Button from '@atlaskit/button/new';
import type { HealthView } from '../../../../src/contract/health';
import { healthRule } from '../../../../src/domain/health/rules';
import { ago } from '../../../parts/days';
import { reason } from '../../../parts/failure-words';
import { Empty, LookUp } from '../../../parts/states';
import { FaultGroup } from './fault-group';
import styles from './health.module.css';
import { leftOf } from './left-of';
import { PastTheGate } from './past-the-gate';
import { MendingBar } from './mending-bar';
import { useCheckAgain, useHealth, useLookLater } from './queries';
import { useMending, type Mending } from '../../../parts/use-mending';

export interface HealthProps {
  readonly projectId: string;
  readonly locale: string;
}

/** What is wrong with the statements and links behind a project, why it matters, and the way to mend it. */
export function Health({ projectId, locale }: HealthProps) {
  const health = useHealth(projectId);
  const mending = useMending(projectId, { resumes: true, onSettled: useLookLater(projectId) });
  return (
    <div className={styles.health}>
      <LookUp query={health} what="what is wrong">
        {(view) => (
          <>
            {view.state === 'not-set-up' && (
              <Empty title="Groundwork is not set up yet">
                <p>Ask a Jira admin to open Jira settings, Apps, Groundwork.</p>
              </Empty>
            )}
            {view.state === 'not-enabled' && (
              <Empty title="There is nothing to look at here yet">
                <p>This project is neither ranked nor holds statements. A Jira admin chooses projects in Jira settings, Apps, Groundwork.</p>
              </Empty>
            )}
            {view.state === 'looking' && <Looking progress={view.progress} />}
            {view.state === 'ready' && <Found view={view} projectId={projectId} locale={locale} mending={mending} />}
          </>
        )}
      </LookUp>
    </div>
  );
}

function Looking({ progress }: Pick<HealthView, 'progress'>) {
  return (
    <Empty title="Looking at every link for the first time">
      <progress aria-label="Issues looked at" value={progress?.done ?? 0} max={Math.max(1, progress?.of ?? 1)} />
      <p role="status">
        {progress && progress.of > 0
          ? `${String(progress.done)} of about ${String(progress.of)} issues. You can leave this page; it goes on by itself.`
          : 'It starts in a moment.'}
      </p>
    </Empty>
  );
}

interface FoundProps extends HealthProps {
  readonly view: HealthView;
  readonly mending: Mending;
}

function Found({ view, projectId, locale, mending }: FoundProps) {
  const toMend = view.groups.filter(({ rule }) => healthRule(rule).isToKnow !== true);
  const toKnow = view.groups.filter((group) => !toMend.includes(group));
  const left = toMend.map((group) => leftOf(group, mending));
  const total = left.reduce((sum, own) => sum + own.total, 0);
  const oneClick = left.reduce((sum, own) => sum + own.oneClick, 0);
  return (
    <>
      <header className={styles.head}>
        <h1>{view.isEmpty ? 'Nothing to look at yet' : headline(total, oneClick)}</h1>
        <Checked view={view} projectId={projectId} locale={locale} />
      </header>
      <MendingBar mending={mending} />
      {view.isEmpty && <NothingYet />}
      {!view.isEmpty && toMend.length === 0 && (
        <p className={styles.none}>Every link reads the right way, every insight speaks on something, and every open epic says which problem it solves.</p>
      )}
      {toMend.map((group) => (
        <FaultGroup key={group.rule} group={group} mending={mending} />
      ))}
      {toKnow.length > 0 && (
        <section className={styles.know} aria-labelledby="to-know">
          <h2 id="to-know">Worth knowing</h2>
          <p>Nothing is wrong with these. They say how far to trust what the order makes of them.</p>
          {toKnow.map((group) => (
            <FaultGroup key={group.rule} group={group} mending={mending} heading="h3" />
          ))}
        </section>
      )}
      <PastTheGate projectId={projectId} locale={locale} />
    </>
  );
}

function NothingYet() {
  return (
    <Empty title="There is no work item and no statement here">
      <p>
        Create an epic and open it: its Groundwork panel asks which problem it solves, and writes it with you. From then on every link is checked as it is
        drawn, and what is wrong with one stands here.
      </p>
    </Empty>
  );
}

function headline(total: number, oneClick: number): string {
  if (total === 0) return 'Nothing to mend';
  const things = total === 1 ? '1 thing to mend' : `${String(total)} things to mend`;
  if (oneClick === 0) return things;
  return `${things}, ${oneClick === total ? (total === 1 ? 'in one click' : 'each in one click') : `${String(oneClick)} can be mended in one click`}`;
}

function Checked({ view: { progress, checkedAt, now, canCheck }, projectId, locale }: { readonly view: HealthView } & HealthProps) {
  const check = useCheckAgain(projectId);
  return (
    <div className={styles.checked}>
      {progress ? (
        <>
          <progress aria-label="Issues looked at" value={progress.done} max={Math.max(1, progress.of)} />
          <span role="status">{`Looking again: ${String(progress.done)} of about ${String(progress.of)} issues.`}</span>
        </>
      ) : (
        <span role="status">Everything looked at {checkedAt === null ? '' : ago(checkedAt, now, locale)}; what changes is checked as it happens.</span>
      )}
      {canCheck && !progress && (
        <Button
          spacing="compact"
          isLoading={check.isPending}
          onClick={() => {
            check.mutate();
          }}
        >
          Check again
        </Button>
      )}
      {check.isError && <span role="alert">It didn’t start. {reason(check.error)}</span>}
    </div>
  );
}
