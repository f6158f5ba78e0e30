import styles from '../project/tabs.module.css';

const tabs = { setup: 'Setup', customers: 'Customers', health: 'Health check', data: 'Data', uninstall: 'Uninstall' } as const;
export type Tab = keyof typeof tabs;
const order = ['setup', 'customers', 'health', 'data', 'uninstall'] as const satisfies readonly Tab[];

/** The parts of the admin page. */
export function Tabs({ current, onChange }: { readonly current: Tab; readonly onChange: (tab: Tab) => void }) {
  return (
    <nav className={styles.tabs} aria-label="Groundwork for admins">
      {order.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => {
            onChange(tab);
          }}
        >
          {tabs[tab]}
        </button>
      ))}
    </nav>
  );
}
