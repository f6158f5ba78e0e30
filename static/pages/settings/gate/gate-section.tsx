import type { ProjectSettingsPage } from '../../../../src/contract/project-settings';
import type { GateView } from '../../../../src/contract/gate';
import { LookUp } from '../../../parts/states';
import section from '../settings-page.module.css';
import { Coverage } from './coverage';
import { Exemptions } from './exemptions';
import styles from './gate-section.module.css';
import { GateForm } from './gate-form';
import { useGate } from './queries';
import { Past } from './past';
import { Record } from './record';

export interface GateSectionProps {
  readonly project: ProjectSettingsPage['project'];
  readonly locale: string;
}

/** Whether an epic must state its problem before it moves on, what that did so far, and who is let past. */
export function GateSection({ project, locale }: GateSectionProps) {
  const gate = useGate(project.id);
  return (
    <section className={section.section} aria-label="Gate">
      <h2>Gate</h2>
      <LookUp query={gate} what="the gate">
        {(view) => (
          <>
            <Where view={view} />
            {view.state === 'here' && <GateForm projectId={project.id} gate={view} locale={locale} />}
            {view.state === 'none' && view.counted.passed + view.stops.length > 0 && <Record view={view} locale={locale} />}
            <div className={styles.figures}>
              <Past view={view} locale={locale} />
              <Coverage weeks={view.coverage} locale={locale} />
            </div>
            <Exemptions projectId={project.id} exemptions={view.exemptions} locale={locale} />
          </>
        )}
      </LookUp>
    </section>
  );
}

function Where({ view: { state, workflows, unruled } }: { readonly view: GateView }) {
  if (state === 'by-hand')
    return (
      <p className={section.lead}>
        Jira lets no app put a rule into a team-managed project’s workflow here. The panel on every epic asks for the problem, JQL finds epics without one, and
        the list below shows what got past.
      </p>
    );
  if (state === 'none')
    return <p className={section.lead}>No workflow of this project holds the rule yet. A Jira admin adds it: Jira settings, Apps, Groundwork, Setup.</p>;
  return (
    <ul className={styles.where}>
      {workflows.map(({ name, steps }) => (
        <li key={name}>
          In the workflow “{name}” it looks when an epic goes through {steps.map((step) => `“${step.name}” (to ${step.to})`).join(', ')}.
        </li>
      ))}
      {unruled.length > 0 && <li>{unruled.join(', ')} go through workflows without the rule: nothing stops them.</li>}
    </ul>
  );
}
