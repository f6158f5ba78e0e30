import styles from './tabs.module.css';

const tabs = { rank: 'Rank', decisions: 'Decisions', health: 'Health' } as const;
export type Tab = keyof typeof tabs;

const order = ['rank', 'decisions', 'health'] as const satisfies readonly Tab[];

/** The parts of the project page. */
export function Tabs({ current, onChange }: { readonly current: Tab; readonly onChange: (tab: Tab) => void }) {
  return (
    <nav className={styles.tabs} aria-label="Groundwork">
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
