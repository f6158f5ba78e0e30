import type { ProjectSettingsPage } from '../../../../src/contract/project-settings';
import type { GateView } from '../../../../src/contract/gate';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LookUp } from '../../../parts/states';
import section from '../settings-page.module.css';
import { Coverage } from './coverage';
import { Exemptions } from './exemptions';
import styles from './gate-section.module.css';
import { GateForm } from './gate-form';
import type { GateEditing } from './queries';
import { Past } from './past';
import { Record } from './record';

export interface GateSectionProps {
  readonly project: ProjectSettingsPage['project'];
  readonly locale: string;
  readonly gate: UseQueryResult<GateView>;
  readonly editing: GateEditing;
  /** Who may exempt; kept with the other settings, so it is there when the gate cannot be read, too. */
  readonly children: ReactNode;
}

/** Whether an epic must state its problem before it moves on, what that did so far, and who is let past. */
export function GateSection({ project, locale, gate, editing, children }: GateSectionProps) {
  return (
    <section className={section.section} aria-label="Gate">
      <h2>Gate</h2>
      <LookUp query={gate} what="the gate">
        {(view) => (
          <>
            <Where view={view} />
            {view.state === 'here' && <GateForm gate={view} locale={locale} editing={editing} />}
            {view.state === 'none' && view.counted.passed + view.stops.length > 0 && <Record view={view} locale={locale} />}
            <div className={styles.figures}>
              <Past view={view} locale={locale} />
              <Coverage weeks={view.coverage} locale={locale} />
            </div>
            <Exemptions project={project} gate={view} locale={locale} />
          </>
        )}
      </LookUp>
      {children}
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
