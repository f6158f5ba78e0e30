import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { GateRule } from '../../../src/contract/gate';
import { outagePolicies, type ModeRow } from '../../../src/domain/gate';
import { call } from '../../api';
import { outageWords } from '../../parts/gate-words';
import { Empty, Failed, Loading } from '../../parts/states';
import styles from './gate-rule-page.module.css';
import { ModeFields } from './mode-fields';
import { onRuleSaved, readRule } from './rule';

/** The gate's settings inside Jira's workflow editor. Jira reads them when the admin saves the rule. */
export function GateRulePage() {
  const query = useQuery({
    queryKey: ['rule'],
    queryFn: async () => {
      const [{ rule: saved, isReadOnly }, defaults] = await Promise.all([readRule(), call('gateDefaults', {})]);
      return { defaults: defaults.rule, saved, isReadOnly };
    },
    staleTime: Infinity,
  });
  if (query.isPending) return <Loading what="the rule" />;
  if (query.isError) return <Failed what="the rule" failure={query.error} onRetry={() => void query.refetch()} />;
  const { defaults, saved, isReadOnly } = query.data;
  if (!defaults) {
    return (
      <Empty title="Set up Groundwork first">
        <p>Jira settings, Apps, Groundwork. Then add this rule again: it needs to know which work type is a problem.</p>
      </Empty>
    );
  }
  return <RuleForm start={saved ? { ...saved, ...idsOf(defaults) } : defaults} isReadOnly={isReadOnly} />;
}

const idsOf = ({ statementTypeIds, solvesLinkTypeId }: GateRule): Pick<GateRule, 'statementTypeIds' | 'solvesLinkTypeId'> => ({
  statementTypeIds,
  solvesLinkTypeId,
});

const everyProject: ModeRow = { projectId: null, typeIds: null, mode: 'off' };

function RuleForm({ start, isReadOnly }: { readonly start: GateRule; readonly isReadOnly: boolean }) {
  const [rule, setRule] = useState({ ...start, modes: start.modes.some(({ projectId }) => projectId === null) ? start.modes : [...start.modes, everyProject] });
  useEffect(() => {
    if (!isReadOnly) void onRuleSaved(() => JSON.stringify(rule));
  }, [isReadOnly, rule]);
  const stops = rule.modes.some(({ mode }) => mode === 'require');
  return (
    <main className={styles.rule}>
      <h1>Epic states the problem it solves</h1>
      {rule.modes.map((row, at) => (
        <ModeFields
          key={`${row.projectId ?? ''}.${row.typeIds?.join() ?? ''}`}
          row={row}
          isAlone={rule.modes.length === 1}
          isReadOnly={isReadOnly}
          onMode={(mode) => {
            setRule({ ...rule, modes: rule.modes.map((own, other) => (other === at ? { ...own, mode } : own)) });
          }}
        />
      ))}
      <fieldset disabled={isReadOnly || !stops}>
        <legend>When Jira does not answer in time</legend>
        {outagePolicies.map((policy) => (
          <label key={policy}>
            <input
              type="radio"
              name="outage"
              checked={rule.whenJiraIsDown === policy}
              onChange={() => {
                setRule({ ...rule, whenJiraIsDown: policy });
              }}
            />
            <span>{outageWords[policy]}</span>
          </label>
        ))}
      </fieldset>
      <p>It looks at epics only, unless a project’s admin chose other work types. All others on this transition pass.</p>
    </main>
  );
}
