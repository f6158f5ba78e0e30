import Button from '@atlaskit/button/new';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../../../src/contract';
import { call } from '../../../api';
import { LookUp, reason } from '../../../parts/states';
import { useLanding } from '../../../parts/use-landing';
import styles from '../admin-page.module.css';
import table from '../setup/plan-table.module.css';

type Rules = Output<'planUninstall'>['workflows'];

/** What stays, what ends, what would freeze, and the one thing to do first. */
export function UninstallTab() {
  const query = useQuery({ queryKey: ['uninstall'], queryFn: () => call('planUninstall', {}), staleTime: 0 });
  return (
    <>
      <dl className={styles.facts}>
        <dt>Stays in Jira</dt>
        <dd>
          Every statement, link and issue; the work types and link types; issue properties, and with them the marks by which a new installation finds its types.
        </dd>
        <dt>Ends with the app</dt>
        <dd>
          Quotes and evidence, customers, covers, exemptions, settings and the order: the app’s own storage. Export it first, under Data. The panel, the field
          “Evidence score” and the names in JQL go, too.
        </dd>
        <dt>Would freeze</dt>
        <dd>Every step of a workflow that still has the gate’s rule: Jira takes a rule whose app is gone for “no”, for everybody.</dd>
      </dl>
      <LookUp query={query} what="the workflows">
        {({ workflows }) => <Workflows workflows={workflows} onChanged={() => query.refetch()} />}
      </LookUp>
    </>
  );
}

function Workflows({ workflows, onChanged }: { readonly workflows: Rules; readonly onChanged: () => Promise<unknown> }) {
  const [isCleared, setCleared] = useState(false);
  const taking = useMutation({
    mutationFn: async (): Promise<void> => {
      for (const { name } of workflows) await call('takeOutRules', { workflow: name });
      setCleared(true);
      await onChanged();
    },
  });
  const safe = useLanding<HTMLHeadingElement>(isCleared && workflows.length === 0);
  if (workflows.length === 0) {
    return (
      <section className={styles.section} aria-labelledby="safe">
        <h2 id="safe" ref={safe} tabIndex={-1}>
          It is safe to uninstall
        </h2>
        <p role="status">
          {isCleared ? 'The rule is out of every workflow; that was read back from Jira.' : 'No workflow holds the gate’s rule.'} Jira settings, Apps, Manage
          apps, Groundwork, Uninstall.
        </p>
      </section>
    );
  }
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules">Take the rule out of {workflows.length === 1 ? 'one workflow' : `${String(workflows.length)} workflows`} first</h2>
      <table className={table.plan}>
        <caption className="visually-hidden">Workflows with the rule</caption>
        <tbody>
          {workflows.map(({ name, steps }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{steps.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {taking.isError && <p role="alert">Not all of it is done. {reason(taking.error)} What is done stays; going on is safe.</p>}
      <p className={styles.acts}>
        <Button
          appearance="primary"
          isLoading={taking.isPending}
          onClick={() => {
            taking.mutate();
          }}
        >
          Take the rule out
        </Button>
        <span className={styles.note}>Done in your name. Other rules stay as they are. From then on no epic is stopped or counted.</span>
      </p>
    </section>
  );
}
