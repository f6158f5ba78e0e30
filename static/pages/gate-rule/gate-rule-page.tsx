import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { GateRule } from '../../../src/contract/setup';
import { gateModes, outagePolicies } from '../../../src/domain/gate';
import { call } from '../../api';
import { Empty, Failed, Loading } from '../../parts/states';
import styles from './gate-rule-page.module.css';
import { onRuleSaved, readRule } from './rule';

const modeWords = {
  off: { name: 'Off', says: 'Never looks.' },
  warn: { name: 'Warn', says: 'Lets every epic through and counts those that state no problem.' },
  require: { name: 'Require', says: 'Stops an epic that solves no open problem, and says what to do.' },
} as const;
const outageWords = { pass: 'let the epic through and list it', stop: 'stop the epic until Jira answers' } as const;

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
  return <RuleForm start={{ ...defaults, ...saved }} isReadOnly={isReadOnly} />;
}

function RuleForm({ start, isReadOnly }: { readonly start: GateRule; readonly isReadOnly: boolean }) {
  const [rule, setRule] = useState(start);
  useEffect(() => {
    if (!isReadOnly) void onRuleSaved(() => JSON.stringify(rule));
  }, [isReadOnly, rule]);
  return (
    <main className={styles.rule}>
      <h1>Epic states the problem it solves</h1>
      <fieldset disabled={isReadOnly}>
        <legend>When an epic states no problem</legend>
        {gateModes.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="mode"
              checked={rule.mode === mode}
              onChange={() => {
                setRule({ ...rule, mode });
              }}
            />
            <span>
              <b>{modeWords[mode].name}</b> {modeWords[mode].says}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset disabled={isReadOnly || rule.mode !== 'require'}>
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
      <p>It looks at epics only. Other work types on this transition pass.</p>
    </main>
  );
}
