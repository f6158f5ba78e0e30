import Button from '@atlaskit/button/new';
import CheckCircleIcon from '@atlaskit/icon/core/check-circle';
import RadioUncheckedIcon from '@atlaskit/icon/core/radio-unchecked';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type ReactNode } from 'react';
import type { Output } from '../../../src/contract';
import { checkSentence, statementWords, type StatementKind } from '../../../src/domain/statements';
import { leftBehind, reason } from '../../parts/failure-words';
import { ListState } from './list-state';
import panel from './panel.module.css';
import { useStatements } from '../../parts/use-statements';
import { useAct } from './queries';
import styles from './write-problem.module.css';

export interface WriteProblemProps {
  /** What may be written, where that is not a problem only. */
  readonly kinds?: readonly StatementKind[];
  readonly issueId: string;
  readonly sentence: string;
  /** What the button says: "Create and link", "Create and tag". */
  readonly act: string;
  readonly onCancel: () => void;
  readonly onCreated: (problem: Output<'createStatement'>) => void;
}

/** A statement in one sentence; a problem is checked as it is typed: it needs a stakeholder, a job and a pain; a solution in disguise only warns. */
export function WriteProblem({ issueId, kinds = ['problem'], sentence: given, act, onCancel, onCreated }: WriteProblemProps) {
  const [sentence, setSentence] = useState(given);
  const [kind, setKind] = useState<StatementKind>('problem');
  const [stakeholder, setStakeholder] = useState('');
  const [job, setJob] = useState('');
  const [project, setProject] = useState<string>();
  // One per form: a repeated Create is the same problem.
  const [requestId] = useState(() => crypto.randomUUID());
  const statements = useStatements(issueId, true);
  const { data } = statements;
  const create = useAct('createStatement');
  const fields = useId();
  const check = checkSentence({ sentence, stakeholder, job });
  const projectId = project ?? data?.projects[0]?.id;
  const isProblem = kind === 'problem';
  const isWhole = !isProblem || (check.namesStakeholder && check.namesJob && check.namesPain);
  const isReady = sentence.trim().length >= 3 && isWhole && projectId !== undefined;
  const submit = (): void => {
    if (!isReady || create.isPending) return;
    create.mutate({ requestId, projectId, kind, sentence: sentence.trim(), stakeholder: stakeholder.trim(), job: job.trim() }, { onSuccess: onCreated });
  };
  const stakeholders = [...new Set([...(data?.words.stakeholders ?? []), ...(data?.statements.flatMap((choice) => choice.stakeholder ?? []) ?? [])])].sort();
  return (
    <form
      className={styles.write}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) submit();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <div className={styles.fields}>
        {kinds.length > 1 && (
          <fieldset className={styles.kinds}>
            <legend className="visually-hidden">Kind of statement</legend>
            {kinds.map((own) => (
              <label key={own} title={statementWords[own].description}>
                <input
                  type="radio"
                  name={`${fields}-kind`}
                  checked={kind === own}
                  onChange={() => {
                    setKind(own);
                  }}
                />
                {statementWords[own].name}
              </label>
            ))}
          </fieldset>
        )}
        <label htmlFor={`${fields}-sentence`}>{statementWords[kind].name}, one sentence</label>
        <TextArea
          id={`${fields}-sentence`}
          autoFocus
          minimumRows={2}
          maxLength={255}
          value={sentence}
          onChange={(event) => {
            setSentence(event.currentTarget.value.replace(/\s*\n\s*/g, ' '));
          }}
        />
        {isProblem && (
          <div className={styles.two}>
            <div>
              <label htmlFor={`${fields}-stakeholder`}>Stakeholder</label>
              <Textfield
                id={`${fields}-stakeholder`}
                list={`${fields}-known`}
                placeholder="who is hindered"
                value={stakeholder}
                onChange={(event) => {
                  setStakeholder(event.currentTarget.value);
                }}
              />
              <datalist id={`${fields}-known`}>
                {stakeholders.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </div>
            <div>
              <label htmlFor={`${fields}-job`}>Job</label>
              <Textfield
                id={`${fields}-job`}
                list={`${fields}-jobs`}
                placeholder="what they try to get done"
                value={job}
                onChange={(event) => {
                  setJob(event.currentTarget.value);
                }}
              />
              <datalist id={`${fields}-jobs`}>
                {data?.words.jobs.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </div>
          </div>
        )}
        {data && data.projects.length > 1 && (
          <label className={styles.where}>
            Saved in{' '}
            <select
              value={projectId}
              onChange={(event) => {
                setProject(event.currentTarget.value);
              }}
            >
              {data.projects.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <ListState query={statements} what="where it can be saved" />
        {data?.projects.length === 1 && <p className={panel.small}>Saved in {data.projects[0]?.name}</p>}
        {data?.projects.length === 0 && (
          <p role="alert">There is no project you may write statements in. A Jira admin can choose one under Groundwork’s setup.</p>
        )}
        {create.isError && (
          <p role="alert" className={styles.failed}>
            {reason(create.error)} {leftBehind(create.error)} Your words are still here.
          </p>
        )}
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" isDisabled={!isReady} isLoading={create.isPending}>
            {act}
          </Button>
          <Button appearance="subtle" onClick={onCancel}>
            Cancel
          </Button>
          <span className={panel.small}>
            <kbd className={panel.key}>Ctrl</kbd>
            <kbd className={panel.key}>Enter</kbd>
          </span>
        </div>
      </div>
      {isProblem && (
        <ul className={styles.checks} aria-live="polite">
          <Check isMet={check.namesStakeholder} name="Names a stakeholder" detail={stakeholder || 'Who is hindered most?'} />
          <Check isMet={check.namesJob} name="Names a job" detail={job || 'What are they trying to get done?'} />
          <Check
            isMet={check.namesPain}
            name="Names a pain"
            detail={check.namesPain ? 'What goes wrong is said' : 'What goes wrong today, and what does it cost?'}
          />
          {check.solutionWords.length > 0 && (
            <Line
              icon={<WarningIcon label="Warning" color="var(--ds-icon-warning)" />}
              name="This names a solution"
              detail={`“${check.solutionWords.join('”, “')}”. What would they still struggle with if it existed?`}
            />
          )}
        </ul>
      )}
    </form>
  );
}

function Check({ isMet, name, detail }: { readonly isMet: boolean; readonly name: string; readonly detail: string }) {
  const icon = isMet ? <CheckCircleIcon label="Done" color="var(--ds-icon-success)" /> : <RadioUncheckedIcon label="Missing" color="var(--ds-icon-subtle)" />;
  return <Line icon={icon} name={name} detail={detail} />;
}

const Line = ({ icon, name, detail }: { readonly icon: ReactNode; readonly name: string; readonly detail: string }) => (
  <li>
    {icon}
    <span>
      <b>{name}</b>
      <span className={panel.small}>{detail}</span>
    </span>
  </li>
);
