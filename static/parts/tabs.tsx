import styles from './tabs.module.css';

export interface TabsProps<Tab extends string> {
  readonly label: string;
  /** In their order, with the words on them. */
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly current: Tab;
  readonly onChange: (tab: Tab) => void;
}

/** The parts of a page. */
export function Tabs<Tab extends string>({ label, tabs, current, onChange }: TabsProps<Tab>) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {(Object.keys(tabs) as Tab[]).map((tab) => (
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
