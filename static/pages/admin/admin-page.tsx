import { lazy, Suspense, useState } from 'react';
import { Loading } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import styles from './admin-page.module.css';
import { SetupTab } from './setup/setup-tab';

// Most visits are for the plan alone.
const CustomersTab = lazy(() => import('./customers/customers-tab').then(({ CustomersTab }) => ({ default: CustomersTab })));
const HealthTab = lazy(() => import('./health/health-tab').then(({ HealthTab }) => ({ default: HealthTab })));
const DataTab = lazy(() => import('./data/data-tab').then(({ DataTab }) => ({ default: DataTab })));
const UninstallTab = lazy(() => import('./uninstall/uninstall-tab').then(({ UninstallTab }) => ({ default: UninstallTab })));

const tabs = { setup: 'Setup', customers: 'Customers', health: 'Health check', data: 'Data', uninstall: 'Uninstall' } as const;
type Tab = keyof typeof tabs;

const headings = {
  setup: 'Set up Groundwork',
  customers: 'What customers are worth',
  health: 'Health check',
  data: 'Data',
  uninstall: 'Before you uninstall',
} as const satisfies Record<Tab, string>;

/** Groundwork for the Jira admin. */
export function AdminPage() {
  const [tab, setTab] = useState<Tab>('setup');
  return (
    <main className={styles.page}>
      <Tabs label="Groundwork for admins" tabs={tabs} current={tab} onChange={setTab} />
      <h1>{headings[tab]}</h1>
      {tab === 'setup' ? (
        <SetupTab />
      ) : (
        <Suspense fallback={<Loading what="this part" />}>
          {tab === 'customers' && <CustomersTab />}
          {tab === 'health' && <HealthTab />}
          {tab === 'data' && <DataTab />}
          {tab === 'uninstall' && <UninstallTab />}
        </Suspense>
      )}
    </main>
  );
}
