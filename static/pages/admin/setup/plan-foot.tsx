import Button from '@atlaskit/button/new';
import type { SetupLine, SetupPlan } from '../../../../src/contract/setup';
import { reason } from '../../../parts/states';
import { useLanding } from '../../../parts/use-landing';
import styles from '../admin-page.module.css';
import { saveFile } from '../../../parts/save-file';
import type { Apply } from './use-apply';

export interface PlanFootProps {
  readonly plan: SetupPlan;
  readonly toDo: readonly SetupLine[];
  readonly progress: Apply;
  readonly isStale: boolean;
  readonly onApply: () => void;
}

/** The one button, what it will do, and what came of it. */
export function PlanFoot({ plan, toDo, progress, isStale, onApply }: PlanFootProps) {
  const isBusy = progress.phase === 'running' || progress.phase === 'paused';
  const { statementProjects, backlogProjects, ticketProjects } = plan.choices;
  const hasProject = statementProjects.length + backlogProjects.length + ticketProjects.length > 0;
  return (
    <footer className={styles.foot}>
      <Outcome progress={progress} hasProject={hasProject} />
      <div className={styles.acts}>
        <Button appearance={hasProject ? 'primary' : 'default'} isLoading={progress.phase === 'running'} isDisabled={isStale || isBusy} onClick={onApply}>
          {labelOf(toDo.length, hasProject)}
        </Button>
        <Button
          appearance="subtle"
          onClick={() => {
            saveFile('groundwork-plan.txt', 'text/plain', textOf(plan));
          }}
        >
          Download the plan
        </Button>
        <span className={styles.note}>{hasProject ? 'Done in your name. Nothing is deleted.' : withoutProject(toDo.length)}</span>
      </div>
    </footer>
  );
}

function labelOf(left: number, hasProject: boolean): string {
  if (left === 0) return hasProject ? 'Save and read the projects' : 'Save';
  return `Apply ${String(left)} change${left === 1 ? '' : 's'}${hasProject ? '' : ' to the site'}`;
}

const withoutProject = (left: number): string =>
  `Choose projects above first.${left > 0 ? ' Without any, only the site’s types, links and fields are made, and Groundwork shows nowhere.' : ''}`;

function Outcome({ progress: { phase, lines, failure }, hasProject }: { readonly progress: Apply; readonly hasProject: boolean }) {
  const isRefused = failure !== undefined && phase === 'idle';
  const status = useLanding<HTMLParagraphElement>(isRefused || phase === 'finished');
  if (isRefused)
    return (
      <p ref={status} tabIndex={-1} role="alert">
        The choices could not be saved, and nothing was applied. {reason(failure)}
      </p>
    );
  if (phase !== 'finished') return null;
  const failed = [...lines.values()].filter(({ kind }) => kind === 'failed').length;
  return (
    <p ref={status} tabIndex={-1} role="status">
      {failed === 0
        ? `Set up. ${hasProject ? 'Groundwork now reads the chosen projects; that goes on by itself.' : 'No project is chosen yet.'}`
        : `${String(failed)} of the changes did not work. Each can be tried again; the others stand.`}
      {failure && ` The reading could not be started: ${reason(failure)} Press the button again.`}
    </p>
  );
}

/** For whoever must agree before it is applied. */
const textOf = ({ lines }: SetupPlan): string =>
  lines
    .map(({ state, project, title, detail, steps }) =>
      [`[${state}] ${project ? `${project.name}: ` : ''}${title}`, `  ${detail}`, ...steps.map((step, at) => `  ${String(at + 1)}. ${step}`)].join('\n'),
    )
    .join('\n\n');
