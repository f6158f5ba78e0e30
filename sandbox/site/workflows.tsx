import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AppFrame } from './app-frame';
import { useFlags } from './flags';
import { jira } from './jira';
import { useModules } from './queries';
import styles from './page.module.css';

interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly transitions?: readonly {
    readonly id: string;
    readonly name: string;
    readonly validators?: readonly { readonly ruleKey: string; readonly parameters?: Readonly<Record<string, string>> }[];
  }[];
}

/** The workflows with their rules, and the app's own screen for a rule. Adding a rule is Jira's editor's work. */
export function Workflows() {
  const workflows = useQuery({
    queryKey: ['workflows'],
    queryFn: async () => (await jira<{ values: readonly Workflow[] }>('/rest/api/3/workflows/search?expand=values.transitions&maxResults=50')).values,
  });
  const [configuration, setConfiguration] = useState<string>();
  return (
    <main className={styles.page}>
      <h1>Workflows</h1>
      {workflows.isError && <p role="alert">{workflows.error.message}</p>}
      {workflows.data?.map(({ id, name, transitions = [] }) => (
        <section key={id}>
          <h2>{name}</h2>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Transition</th>
                <th scope="col">Rules of apps</th>
              </tr>
            </thead>
            <tbody>
              {transitions.map((transition) => (
                <tr key={transition.id}>
                  <td>{transition.name}</td>
                  <td>
                    {transition.validators?.map(({ ruleKey, parameters }) => (
                      <button key={ruleKey} type="button" className={styles.button} onClick={() => setConfiguration(parameters?.['config'] ?? '{}')}>
                        {parameters?.['name'] ?? ruleKey}
                      </button>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {configuration !== undefined && <Rule key={configuration} configuration={configuration} />}
    </main>
  );
}

function Rule({ configuration }: { readonly configuration: string }) {
  const modules = useModules(`rule=gate&entryPoint=edit&configuration=${encodeURIComponent(configuration)}`);
  const [read, setRead] = useState<() => Promise<string>>();
  const flags = useFlags();
  const [module] = modules.data ?? [];
  const show = async (): Promise<void> => {
    const text = await read?.();
    flags.show({ id: 'rule', type: 'info', title: 'The rule’s configuration', description: text ?? 'The screen offers none.' });
  };
  return (
    <section>
      <h2>Rule</h2>
      {module && <AppFrame module={module} onRuleConfiguration={(next) => setRead(() => next)} />}
      <button type="button" className={styles.button} onClick={() => void show()}>
        Show what would be saved
      </button>
    </section>
  );
}
